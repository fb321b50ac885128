"""Script variants: Simplified ⇄ Traditional for newsrooms, with every changed span.

Importing this package is cheap; OpenCC and the word lists are loaded by the first conversion of a process.
"""

from __future__ import annotations

from editor.text.variants.converters import dictionary_version
from editor.text.variants.detection import detect
from editor.text.variants.engine import config_name, convert, convert_text, name_form
from editor.text.variants.glossary import Entry, Glossary
from editor.text.variants.model import Change, ChangeKind, Changes, Conversion, Decision, Detection, Options

__all__ = [
    "Change",
    "ChangeKind",
    "Changes",
    "Conversion",
    "Decision",
    "Detection",
    "Entry",
    "Glossary",
    "Options",
    "config_name",
    "convert",
    "convert_text",
    "detect",
    "dictionary_version",
    "name_form",
]
