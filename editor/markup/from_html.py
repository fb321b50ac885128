"""Blocks from HTML that somebody else made: an article's body on a web page, foreign Markdown, a paste."""

from __future__ import annotations
