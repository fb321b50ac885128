"""Front matter → slip: our own keys (those of the command line's JSON) and those that other systems write."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from editor.article import Credit, Origin, Outlet, Slip, Variant, slip_from_plain
from editor.intake.bylines import bare, role_of
from editor.intake.dates import iso
from editor.intake.folding import fold
from editor.intake.names import split_names
from editor.intake.vocabulary import FIELDS, GENRES, ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.intake.losses import LossBook

_STRINGS = frozenset({
    "number", "kicker", "headline", "subheadline", "editor", "responsible_editor", "source", "column", "dateline",
    "summary", "origin_url", "published_at", "original_headline", "original_authors", "deadline", "publish_at",
    "embargo", "contact", "planned_length",
})  # fmt: skip
# Keys of Hugo, Jekyll, Hexo and of hand-written files; Chinese labels are looked up like those of header lines.
_FOREIGN = {
    "title": "headline", "subtitle": "subheadline", "author": "authors", "byline": "authors", "date": "published_at",
    "pubdate": "published_at", "published": "published_at", "description": "summary", "excerpt": "summary",
    "abstract": "summary", "tags": "keywords", "keyword": "keywords", "category": "column", "categories": "column",
    "section": "column", "lang": "variant", "language": "variant", "link": "origin_url", "url": "origin_url",
    "canonical": "origin_url", "publisher": "source",
}  # fmt: skip
_OURS = frozenset({"id", "state", "revision", "proof", "sign_offs", "blocks", "file", "entry", "newsroom", "history"})
_GENRE_CODES = frozenset(GENRES.values()) | {"other"}


def is_ours(fields: Mapping[str, Any]) -> bool:
    """Whether we wrote the file: then nothing in it is damage, and nothing in the body is header or foot."""
    return "variant" in fields and "headline" in fields and bool({"id", "number"} & fields.keys())


def read(fields: Mapping[str, Any], losses: LossBook) -> tuple[Slip, str]:
    """The slip, and the language tag, "" when the file names none; other entries go into the report."""
    values: dict[str, Any] = {}
    language = ""
    for name, value in fields.items():
        key = _key(str(name))
        if value in (None, "", [], {}) or key in _OURS:
            continue
        if key == "variant":
            language = str(value)
        elif not _take(key, value, values):
            losses.add("front_matter", f"{name}: {value}")
    return Slip(**values), language


def variant(language: str) -> Variant | None:
    """The variant that a file of ours names."""
    with contextlib.suppress(ValueError):
        return Variant(language)
    return None


def _key(name: str) -> str:
    name = name.strip()
    lowered = name.lower().replace("-", "_")
    if lowered in _STRINGS or lowered in {
        "authors",
        "keywords",
        "genre",
        "origin",
        "page_credits",
        "outlets",
        "corrections",
        "variant",
    }:
        return lowered
    if lowered in _FOREIGN:
        return _FOREIGN[lowered]
    folded = fold(name)
    role = ROLES.get(folded, "")
    if role in {"editor", "responsible_editor"}:
        return role
    if role:
        return f"role:{name}"
    return FIELDS.get(folded, lowered)


def _take(key: str, value: Any, values: dict[str, Any]) -> bool:
    """Put a value under its field; False when it has no place there."""
    if key in values:
        return False
    if key in _STRINGS:
        return _take_text(key, value, values)
    if key == "authors" or key.startswith("role:"):
        people = _people(value, key.removeprefix("role:") if key.startswith("role:") else "")
        values["byline"] = (*values.get("byline", ()), *people)
        return bool(people)
    made = _made(key, value)
    if made:
        values[key] = made
    return bool(made)


def _made(key: str, value: Any) -> Any:
    """The value of a field that is more than a string; None when the field is unknown."""
    match key:
        case "page_credits":
            return _credits(value)
        case "keywords":
            return tuple(_words(value))
        case "genre":
            return _genre(value)
        case "origin":
            return _origin(value)
        case "outlets":
            return _outlets(value)
    return slip_from_plain({key: value}).corrections if key == "corrections" else None


def _take_text(key: str, value: Any, values: dict[str, Any]) -> bool:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = " ".join(value)
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return False
    text = str(value)
    if key == "published_at" and not (text[:4].isdigit() and "T" in text):
        text = iso(fold(text)) or text
    values[key] = text
    return True


def _people(value: Any, label: str) -> tuple[Credit, ...]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return _credits(value)
    texts = (
        [value]
        if isinstance(value, str)
        else [item for item in value if isinstance(item, str)]
        if isinstance(value, list)
        else []
    )
    role = role_of(fold(label)) if label else "author"
    people: list[Credit] = []
    for text in texts:
        inner = bare(text)
        people.extend(inner or [Credit(name, role, label) for name in (split_names(text) or (text.strip(),)) if name])
    return tuple(people)


def _credits(value: Any) -> tuple[Credit, ...]:
    items = value if isinstance(value, list) else []
    return tuple(
        Credit(str(item["name"]), str(item.get("role") or "author"), str(item.get("label") or ""))
        for item in items
        if isinstance(item, dict) and item.get("name")
    )


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [
            word for word in value.replace("、", ",").replace("，", ",").replace(";", ",").split(",") if word.strip()
        ]
    return [str(item) for item in value if isinstance(item, (str, int))] if isinstance(value, list) else []


def _genre(value: Any) -> str | None:
    return value if value in _GENRE_CODES else GENRES.get(fold(str(value)))


def _origin(value: Any) -> Origin | None:
    with contextlib.suppress(ValueError):
        return Origin(value)
    words = {
        "自采": Origin.OWN,
        "首发": Origin.FIRST,
        "转载": Origin.REPRINT,
        "通稿": Origin.WIRE_COPY,
        "原创": Origin.OWN,
    }
    return words.get(fold(str(value)))


def _outlets(value: Any) -> tuple[Outlet, ...]:
    items = value if isinstance(value, list) else []
    known = ("headline", "summary", "cover", "column")
    return tuple(
        Outlet(str(item["name"]), **{key: str(item[key]) for key in known if item.get(key) is not None})
        for item in items
        if isinstance(item, dict) and item.get("name")
    )
