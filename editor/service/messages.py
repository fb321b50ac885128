"""What goes between the window and a worker process; standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from editor.service.place import Place as Place  # noqa: PLC0414  (handed on: it goes there as well)

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Ask:
    """A piece of work: ``room.function`` of ``editor.service`` and its arguments."""

    number: int
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cancel:
    """A piece of work is not wanted any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a piece of work gave."""

    number: int
    value: Any


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is; ``total`` 0 = not known."""

    number: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer.

    Attributes:
        code: Of an `EditorError` (sentence ``error.<code>``); ``bug``, ``canceled`` or ``worker_died`` besides.
        details: Values of its sentence.
    """

    number: int
    code: str
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def canceled(self) -> bool:
        """Nobody needs to be told."""
        return self.code == "canceled"
