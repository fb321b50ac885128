"""Checks: rules over text and slip that find what is wrong and say what would be right. Nothing is changed by them.

Rules R (intake), S (script), P (punctuation) read a text, F read the slip. Ids, sources and fixes: docs/checks.md.
"""

from __future__ import annotations

from editor.text.checks.articles import check_article
from editor.text.checks.fields import missing_for_submit
from editor.text.checks.ignoring import Ignored, ignore
from editor.text.checks.mending import mended
from editor.text.checks.registry import ALL_RULES, DEFAULT_RULES, SOURCES
from editor.text.checks.texts import check_text

__all__ = [
    "ALL_RULES",
    "DEFAULT_RULES",
    "SOURCES",
    "Ignored",
    "check_article",
    "check_text",
    "ignore",
    "mended",
    "missing_for_submit",
]
