"""Measurements: each script prints medians and ratios of one interleaved run."""
