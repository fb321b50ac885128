"""What a window looked like when it was seen last, so that the next one can be painted before the core is there.

A JSON file, written whole; whatever is damaged in it is as if it had never been there.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from editor.records.articles import Loaded, Row, View
from editor.store.journal import NOWHERE, Caret
from ui.keeping.lying import Lying

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ROWS = 40
SEARCHES = 20
_VERSION = 1
_Record = TypeVar("_Record", Loaded, Row, View, Caret)


@dataclass(frozen=True, slots=True)
class Opened:
    """An article on the desk with the place where somebody wrote."""

    loaded: Loaded
    caret: Caret = NOWHERE


@dataclass(frozen=True, slots=True)
class Session:
    """All of it.

    Attributes:
        person: Who was at work.
        opened: Articles on the desk with their text, the one in front last; lying: all that are open, also under it.
        view: What the list showed; order: its order; row: name of the selected row; rows: its first rows (`ROWS`).
        counts: Counts beside the places of the navigation.
        geometry: Of the window as Qt spells it (base64); splits: widths of list, desk and inspector.
        opinions: Person, article and what was half written about it for the record.
        tab: Name of the inspector's tab; searches: recent ones, newest first (`SEARCHES`).
    """

    person: str = ""
    opened: tuple[Opened, ...] = ()
    lying: tuple[Lying, ...] = ()
    view: View | None = None
    order: str = "updated"
    row: str = ""
    rows: tuple[Row, ...] = ()
    counts: Mapping[View, int] = field(default_factory=dict)
    geometry: str = ""
    splits: tuple[int, ...] = ()
    opinions: tuple[tuple[str, str, str], ...] = ()
    tab: str = ""
    searches: tuple[str, ...] = ()


def to_bytes(session: Session) -> bytes:
    """The file of a session."""
    plain = {
        "version": _VERSION,
        "person": session.person,
        "opened": [{"loaded": each.loaded._asdict(), "caret": each.caret._asdict()} for each in session.opened],
        "lying": [[each.name, each.headline, each.caret._asdict()] for each in session.lying],
        "view": session.view._asdict() if session.view is not None else None,
        "order": session.order,
        "row": session.row,
        "rows": [row._asdict() for row in session.rows[:ROWS]],
        "counts": [[view.kind, view.name, number] for view, number in session.counts.items()],
        "geometry": session.geometry,
        "splits": session.splits,
        "opinions": session.opinions,
        "tab": session.tab,
        "searches": session.searches[:SEARCHES],
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def save(path: Path, data: bytes) -> None:
    """Write it through to the disk under another name, and put it in the place of the old one.

    Raises:
        OSError: It cannot be written; the old one stays.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def load(path: Path) -> Session:
    """The session of last time; parts that are damaged are left out."""
    try:
        return from_bytes(path.read_bytes())
    except OSError:
        return Session()


def from_bytes(data: bytes) -> Session:
    """The same from the bytes of the file."""
    try:
        plain = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return Session()
    if not isinstance(plain, dict) or plain.get("version") != _VERSION:
        return Session()
    return Session(
        person=_text(plain.get("person")),
        opened=tuple(_each(plain.get("opened"), _opened)),
        lying=tuple(_each(plain.get("lying"), _lying)),
        view=_record(View, plain.get("view")),
        order=_text(plain.get("order")) or "updated",
        row=_text(plain.get("row")),
        rows=tuple(_each(plain.get("rows"), lambda each: _record(Row, each))),
        counts=dict(_each(plain.get("counts"), _count)),
        geometry=_text(plain.get("geometry")),
        splits=tuple(_each(plain.get("splits"), lambda each: each if type(each) is int else None)),
        opinions=tuple(_each(plain.get("opinions"), _opinion)),
        tab=_text(plain.get("tab")),
        searches=tuple(_each(plain.get("searches"), lambda each: each if isinstance(each, str) else None)),
    )


def _text(plain: Any) -> str:
    return plain if isinstance(plain, str) else ""


_Item = TypeVar("_Item")


def _each(plain: Any, made: Callable[[Any], _Item | None]) -> list[_Item]:
    """Those of a list that can be read."""
    if not isinstance(plain, list):
        return []
    return [item for each in plain if (item := made(each)) is not None]


def _opened(plain: Any) -> Opened | None:
    if not isinstance(plain, dict):
        return None
    loaded = _record(Loaded, plain.get("loaded"))
    return None if loaded is None else Opened(loaded, _record(Caret, plain.get("caret")) or NOWHERE)


def _lying(plain: Any) -> Lying | None:
    match plain:
        case [str(name), str(headline), caret]:
            return Lying(name, headline, _record(Caret, caret) or NOWHERE)
    return None


def _opinion(plain: Any) -> tuple[str, str, str] | None:
    match plain:
        case [str(person), str(name), str(text)]:
            return person, name, text
    return None


def _count(plain: Any) -> tuple[View, int] | None:
    match plain:
        case [str(kind), str(name), int(number)] if type(number) is int:
            return View(kind, name), number
    return None


_KINDS: dict[str, Callable[[Any], bool]] = {
    "int": lambda value: type(value) is int,
    "str": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "tuple[str, ...]": lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value),
    "Mapping[str, Any]": lambda value: isinstance(value, dict),
}


def _record(kind: type[_Record], plain: Any) -> _Record | None:
    """A record with every field of the kind it must have, None when one is missing or another thing."""
    if not isinstance(plain, dict):
        return None
    values: dict[str, Any] = {}
    for name, annotation in kind.__annotations__.items():
        wanted = str(getattr(annotation, "__forward_arg__", annotation))
        value = plain.get(name)
        if not _KINDS[wanted](value):
            return None
        values[name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)
