"""R06: characters that nobody sees, no-break spaces, compatibility ideographs."""

from __future__ import annotations

import re
import unicodedata

from editor.text.repair.draft import GAP, Edit

_SUSPECT = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xa0\\xad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202f"
    "\\u2060-\\u206f\\u2f00-\\u2fd5\\u3164\\ud800-\\udfff\\ue000-\\uf8ff\\uf900-\\ufaff\\ufdd1-\\ufdef\\ufe00-\\ufe0f\\ufeff"
    "\\ufff9-\\ufffc\\ufffe\\uffff\\U000e0000-\\U000e0fff\\U000f0000-\\U0010ffff\\U0002f800-\\U0002fa1f]"
)
_UNKNOWN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffc\u2028\u2029]{1,40}")
_RADICALS = re.compile("部首|康熙|偏旁|radical", re.IGNORECASE)
_SPACES = "\xa0\u202f"
_JOINED_LETTERS = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f\u20e3]")
_VISIBLE = "\ufffd"
_SURROGATES = range(0xD800, 0xE000)
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0x10FFFE))
_LONGEST_TAG = 8
"""Tag characters of a flag: 🏴 and up to eight of them are one sign."""


def find(text: str) -> list[Edit]:
    """What is to be removed or replaced; private-use characters are only pointed at."""
    edits: list[Edit] = []
    for match in _SUSPECT.finditer(text):
        edit = _judged(text, match.start())
        if edit is None:
            continue
        if edits and not edit.after and not edits[-1].after and edits[-1].end == edit.start:
            edit = Edit("R06", edits.pop().start, edit.end, "")
        edits.append(edit)
    return edits


def cleaned(text: str) -> str:
    """The text with all of it removed or replaced; private-use characters stay."""
    parts: list[str] = []
    here = 0
    for edit in find(text):
        parts += (text[here : edit.start], edit.after)
        here = edit.end
    return "".join([*parts, text[here:]])


def _judged(text: str, at: int) -> Edit | None:
    char = text[at]
    code = ord(char)
    after: str | None = ""
    if char in _SPACES or char in "\x0b\x0c":
        after = " "
    elif code in _SURROGATES:  # visible, and can be written to a file again
        after = _VISIBLE
    elif char in "\u2028\u2029":
        return None
    elif unicodedata.category(char) in {"Lo", "So"}:
        after = _unified(text, at)
    elif _private(code) or char == "\ufffc" or _wanted(text, at):
        return None
    return None if after is None else Edit("R06", at, at + 1, after)


def find_reserved(text: str) -> list[Edit]:
    """The noncharacter that repair itself uses on the way."""
    return [Edit("R06", match.start(), match.end(), "") for match in re.finditer(GAP, text)]


def find_unknown(text: str) -> list[Edit]:
    """What only a person can judge: private-use characters, places of objects, breaks inside a line."""
    return [
        Edit("R06", match.start(), match.end(), match.group(), 0.5, applied=False) for match in _UNKNOWN.finditer(text)
    ]


def _private(code: int) -> bool:
    return any(code in block for block in _PRIVATE)


def _unified(text: str, at: int) -> str | None:
    char = text[at]
    if "\u2f00" <= char <= "\u2fd5":
        line = text[text.rfind("\n", 0, at) + 1 : (text + "\n").find("\n", at)]
        return None if _RADICALS.search(line) else unicodedata.normalize("NFKC", char)
    if char in "\u115f\u1160\u3164":
        return None
    plain = unicodedata.normalize("NFC", char)
    return None if plain == char else plain


def _wanted(text: str, at: int) -> bool:
    """Whether an invisible character does something where it stands."""
    char = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return bool(before) and not before.isspace() and unicodedata.category(before)[0] in "LNSP"
    if char == "\u200d" and _EMOJI.match(before) and _EMOJI.match(after):
        return True
    if char in "\u200c\u200d":
        return bool(_JOINED_LETTERS.match(before))
    if char in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return bool(_JOINED_LETTERS.search(text, max(0, at - 200), at + 200))
    if "\U000e0020" <= char <= "\U000e007f":
        start = at
        while start and "\U000e0020" <= text[start - 1] <= "\U000e007f" and at - start < _LONGEST_TAG:
            start -= 1
        return text[start - 1 : start] == "\U0001f3f4"
    return False
