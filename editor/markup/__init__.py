"""Blocks of an article and the newsroom Markdown they are stored in."""
