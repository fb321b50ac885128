"""Help of a command: what each argument means, and lines as wide as what stands in them."""

from __future__ import annotations

import argparse
import re
import unicodedata
from typing import TYPE_CHECKING

from typing_extensions import override

import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PIECE = re.compile(r"\s+|[\x21-\x7e]+[，。；：、？！）”》]*|[（“《]*[^\s\x21-\x7e][，。；：、？！）”》]*")
"""What stays together in a line: blanks, a Latin word, one other character; each with the marks that belong to it."""


def explain(arguments: Iterable[argparse.Action], command: str, language: str) -> None:
    """Give each argument of a command that says nothing yet its words.

    Key ``argument.COMMAND.NAME``, else ``argument.NAME``; options of places to publish to say what the dialog says.
    """
    told: Mapping[str, Mapping[str, str]] = resources.table("messages/argument.toml")
    choices = _choices() if command == "target" else {}
    for argument in arguments:
        if argument.help is None:
            words = told.get(f"argument.{command}.{argument.dest}") or told.get(f"argument.{argument.dest}")
            words = words or resources.found(f"target.option.{argument.dest}") or {}
            text = words.get(language, "")
            if argument.dest in choices:
                text = resources.sentence(
                    "argument.choices", language, text=text, choices="|".join(choices[argument.dest])
                )
            argument.help = text.replace("%", "%%") or None


def afterword(command: str, language: str) -> str:
    """What is said below the arguments of a command, "" when nothing is: key ``argument.COMMAND.after``."""
    words = resources.table("messages/argument.toml").get(f"argument.{command}.after", {}).get(language, "")
    return "\n".join([*words.splitlines(), *_kinds()]) if command == "target" else words


def _kinds() -> list[str]:
    """A line for each kind of target: what it has to be told, and what it can be."""
    from editor.operations.outbox.targets import COMMON
    from editor.publish.targets import kinds

    lines = []
    for name in kinds.OWN:
        options = kinds.kind(name).options
        shown = [f"--{option.name.replace('_', '-')}" for option in options if option.required]
        others = [f"--{option.name.replace('_', '-')}" for option in options if not option.required]
        lines.append(f"  {name:<10}" + " ".join([*shown, *([f"[{' '.join(others)}]"] if others else [])]))
    common = " ".join(f"--{option.name}" for option in COMMON)
    return [*lines, f"  {'*':<10}[{common}]"]


def _choices() -> dict[str, tuple[str, ...]]:
    """What an option of our own kinds may be, where not everything may stand there."""
    from editor.publish.targets import kinds

    return {option.name: option.choices for name in kinds.OWN for option in kinds.kind(name).options if option.choices}


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns of a terminal, where a Han character takes two; a long word stays whole."""
    lines: list[str] = []
    line, used = "", 0
    for piece in _PIECE.findall(text):
        size = columns(piece)
        if used + size > width and line:
            lines.append(line.rstrip())
            line, used = "", 0
        if line or not piece.isspace():
            line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line else lines


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class Formatter(argparse.HelpFormatter):
    """Wraps Chinese by its width and keeps the lines of what is said below the arguments."""

    @override
    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    @override
    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(self._paragraph(line, width, indent) for line in text.splitlines())

    @staticmethod
    def _paragraph(line: str, width: int, indent: str) -> str:
        """A line; what does not fit goes on below its second column."""
        head = re.match(r"\s*\S+\s{2,}|\s*", line)
        hang = columns(head[0]) if head else 0
        first, *others = wrapped(line[len(head[0]) if head else 0 :], width - hang) or [""]
        return "\n".join([indent + (head[0] if head else "") + first, *(indent + " " * hang + rest for rest in others)])
