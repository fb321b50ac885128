"""Formats of a package: one file each, a pure function from a package to bytes."""
