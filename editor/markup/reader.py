"""Reads newsroom Markdown: our own linear reader of the schema, block by block. The spelling is in docs/markup.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from editor.markup.blocks import (
    Block,
    Footnote,
    Heading,
    Image,
    ListBlock,
    Quote,
    Rule,
    Runs,
    made_paragraph,
    plain_paragraph,
)
from editor.markup.inline import ADDRESS, LABEL, read_runs, signed_runs, signs_of_lines
from editor.markup.links import decoded, split_title
from editor.markup.listing import ListReading, is_item
from editor.markup.normal import normal_image
from editor.markup.tabular import TableReading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

SEPARATOR = "<!-- -->"

_START = re.compile(
    rf"""[ ]{{0,3}}(?:
      (?P<rule>(?P<mark>[-*_])[ \t]*+(?:(?P=mark)[ \t]*+){{2,}}$)
    | (?P<heading>\#{{2,3}}[ \t]++(?=\S))
    | (?P<quote>>)
    | (?P<list>(?:[-*+]|1\.)[ \t]++(?=\S))
    | (?P<footnote>\[\^(?P<label>{LABEL})\]:[ \t]*+(?=\S))
    | (?P<image>!\[)
    | (?P<table>\|)
    | (?P<separator><!--[ ]-->[ \t]*$)
    )""",
    re.VERBOSE,
)
_FIRST = frozenset("-*_#>+1[!|< ")
_NOT_TEXT = frozenset({"", *_FIRST})
_QUOTED = re.compile(r" {0,3}> ?")
_IMAGE = re.compile(rf"!\[(?P<alt>[^\[\]]*+)\]\((?P<source>{ADDRESS})(?:[ \t]++\"(?P<title>[^\"]*+)\")?\)[ \t]*$")
_DEFINITION = re.compile(rf"\n {{0,3}}\[\^({LABEL})\]:[ \t]*+\S")
_CLOSING_HASHES = re.compile(r"(?<![\s\\])[ \t]++#++[ \t]*$")
_INTERRUPTS = frozenset({"rule", "heading", "quote", "list", "footnote", "separator"})


def read(markdown: str) -> tuple[Block, ...]:
    r"""The blocks of newsroom Markdown, in normal form.

    Linear in the length of the text and never raises. What the schema does not know (titles of level 1, code, raw HTML,
    setext headings, tables without a leading ``|``, lists that do not count from 1) is kept as the text it is. A line
    end inside a paragraph stands for nothing beside a Han or full-width character, else for a blank.
    """
    if "\r" in markdown:
        markdown = markdown.replace("\r\n", "\n").replace("\r", "\n")
    lines, signs = [*markdown.split("\n"), ""], signs_of_lines(markdown)
    labels = frozenset(_DEFINITION.findall(f"\n{markdown}"))
    document = _Document(lines, signs, labels)
    blocks = document.blocks()
    if len(document.noted) != len(labels):  # what looks like a note can stand inside another block
        blocks = _Document(lines, signs, document.noted).blocks()
    return blocks


class _Document:
    """One pass over the lines; every reader of a kind of block takes the lines that belong to it.

    Args:
        lines: All lines and an empty one, so that there always is a next line.
        signs: What :func:`signs_of_lines` says of them.
        labels: Labels of the footnotes that may be named.

    Attributes:
        noted: Labels of the footnotes that were found, a part of ``labels``.
    """

    def __init__(self, lines: list[str], signs: list[bytes], labels: Collection[str]) -> None:
        self.noted: set[str] = set()
        self._lines = lines
        self._signs = signs
        self._end = len(lines) - 1
        self._labels = labels
        self._at = 0
        self._found: list[Block] = []
        self._defined: set[str] = set()

    def blocks(self) -> tuple[Block, ...]:
        """All blocks; nearly every paragraph of a news text is one line that nothing else needs to look at."""
        lines, signs, end, add = self._lines, self._signs, self._end, self._found.append
        at = 0
        while at < end:
            line = lines[at]
            if lines[at + 1] or line[:1] in _NOT_TEXT:
                if line:
                    self._at = at
                    self._block(line)
                    at = self._at
                else:
                    at += 1
                continue
            at += 2
            if signs[at - 2]:
                if runs := signed_runs(line, self._labels):
                    add(made_paragraph(runs))
            elif text := line.strip():
                add(plain_paragraph(text))
        return tuple(self._found)

    def _block(self, line: str) -> None:
        if line.isspace():
            self._at += 1
            return
        start = _START.match(line) if line[0] in _FIRST else None
        if start is None or not self._READERS[start.lastgroup or ""](self, start):
            self._paragraph()

    def _runs(self, text: str) -> Runs:
        return read_runs(text, self._labels)

    def _paragraph(self) -> None:
        runs = self._runs(self._taken_text(self._lines[self._at]))
        if runs:
            self._found.append(made_paragraph(runs))

    def _taken_text(self, first: str) -> str:
        """A line and those after it up to an empty one or one that begins another block."""
        lines, at = self._lines, self._at + 1
        if not lines[at]:
            self._at = at
            return first
        taken = [first]
        while (line := lines[at]) and not line.isspace() and not self._interrupts(line):
            taken.append(line)
            at += 1
        self._at = at
        return "\n".join(taken)

    def _interrupts(self, line: str) -> bool:
        if line[0] not in _FIRST:
            return False
        start = _START.match(line)
        if start is None:
            return False
        kind = start.lastgroup
        return kind in _INTERRUPTS and (kind != "footnote" or self._defines(start["label"]))

    def _defines(self, label: str) -> bool:
        return label in self._labels and label not in self._defined

    def _rule(self, _: re.Match[str]) -> bool:
        self._found.append(Rule())
        self._at += 1
        return True

    def _separator(self, _: re.Match[str]) -> bool:
        self._at += 1
        return True

    def _heading(self, start: re.Match[str]) -> bool:
        line = self._lines[self._at]
        text = line[start.end() :]
        if "#" in text:
            text = _CLOSING_HASHES.sub("", text)
        runs = self._runs(text)
        if not runs:
            return False
        self._found.append(Heading(runs, start["heading"].count("#")))
        self._at += 1
        return True

    def _quote(self, _: re.Match[str]) -> bool:
        paragraphs: list[Runs] = []
        lines: list[str] = []
        for line in [*self._quoted_lines(), ""]:
            if line and not line.isspace():
                lines.append(line)
            elif lines:
                paragraphs.append(self._runs("\n".join(lines)))
                lines = []
        kept = tuple(runs for runs in paragraphs if runs)
        if kept:
            self._found.append(Quote(kept))
        return True

    def _quoted_lines(self) -> list[str]:
        """The lines of a quote without their marks; quotes that only empty lines part are one, as elsewhere."""
        taken: list[str] = []
        lines = self._lines
        at = self._at
        while at < self._end:
            line = lines[at]
            mark = _QUOTED.match(line)
            if mark is not None:
                taken.append(line[mark.end() :])
                self._at = at + 1
            elif not line or line.isspace():
                taken.append("")
            else:
                break
            at += 1
        return taken

    def _footnote(self, start: re.Match[str]) -> bool:
        label = start["label"]
        if not self._defines(label):
            return False
        self._defined.add(label)
        runs = self._runs(self._taken_text(self._lines[self._at][start.end() :]))
        if runs:
            self.noted.add(label)
            self._found.append(Footnote(label, runs))
        return True

    def _image(self, _: re.Match[str]) -> bool:
        image = _IMAGE.match(self._lines[self._at].strip(" \t"))
        following = self._lines[self._at + 1]
        if image is None or not (not following or following.isspace() or self._interrupts(following)):
            return False
        caption, credit = split_title(image["title"] or "")
        source = "" if image["source"] == "<>" else decoded(image["source"])
        self._found.append(normal_image(Image(source, caption, credit, decoded(image["alt"]))))
        self._at += 1
        return True

    def _list(self, _: re.Match[str]) -> bool:
        reading = ListReading()
        begin, lines = self._at, self._lines
        while True:
            at = self._after_blanks()
            line = lines[at]
            entry = reading.entry(line)
            if entry is None or _is_rule(line):
                break
            self._at = at
            runs = self._runs(self._item_text(line[entry.text_from :]))
            if runs:
                reading.add(entry, runs)
        if reading.items:
            self._found.append(ListBlock(tuple(reading.items)))
        return self._at > begin

    def _after_blanks(self) -> int:
        at = self._at
        while at < self._end and (not self._lines[at] or self._lines[at].isspace()):
            at += 1
        return at

    def _item_text(self, first: str) -> str:
        """The text of an item and of the lines that go on with it."""
        lines, at = self._lines, self._at + 1
        taken = [first]
        while (line := lines[at]) and not line.isspace() and not is_item(line) and not self._interrupts(line):
            taken.append(line)
            at += 1
        self._at = at
        return "\n".join(taken) if len(taken) > 1 else first

    def _table(self, _: re.Match[str]) -> bool:
        reading = TableReading.begun(self._lines[self._at : self._at + 2])
        if reading is None:
            return False
        self._at += 2
        while reading.took(self._lines[self._at]):
            self._at += 1
        table = reading.table(self._runs)
        if table is not None:
            self._found.append(table)
        return True

    _READERS: ClassVar[dict[str, Callable[[_Document, re.Match[str]], bool]]] = {
        "rule": _rule,
        "heading": _heading,
        "quote": _quote,
        "list": _list,
        "footnote": _footnote,
        "image": _image,
        "table": _table,
        "separator": _separator,
    }


def _is_rule(line: str) -> bool:
    """Whether a line that could begin an item is a rule (``* * *``)."""
    return not line.strip(" \t-*_") and (start := _START.match(line)) is not None and start.lastgroup == "rule"
