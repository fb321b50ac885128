"""Blocks from what other programs put on the clipboard."""
