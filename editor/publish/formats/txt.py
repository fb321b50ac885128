"""Plain text: the titles, who and when, the text with its paragraphs indented by two U+3000, who has passed it.

What plain text cannot show stays as text: a link's address stands in parentheses behind it, a footnote is ``[1]`` and
its text stands at the end, a picture is its number and its caption. Nothing is left out but marks of characters.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Table
from editor.publish.formats import page
from editor.publish.formats.characters import encoded
from editor.publish.formats.notes import numbered
from editor.publish.formats.terms import terms_of
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.markup.blocks import Block, Runs
    from editor.publish.package import Gone, Package

EXTENSION = "txt"
PICTURES_BESIDE = False
"""See `editor.publish.targets.folder`: a text shows no pictures."""

INDENT = "\u3000\u3000"
_RULE = "———"


def render(package: Package, *, charset: str = "utf-8", line_end: str = "\n") -> bytes:
    """The file.

    Args:
        package: The article.
        charset: Any name that Python's codecs know.
        line_end: LF, or CR LF for typesetting systems and old programs.

    Raises:
        EditorError: The charset does not have all characters (exit 6), or there is no such charset (exit 2).
    """
    return encoded(text_of(package).replace("\n", line_end), charset, package.name)


def notice(gone: Gone, *, charset: str = "utf-8", line_end: str = "\n") -> bytes:
    """What stands in place of a withdrawn article."""
    words = words_of(gone.variant)
    lines = [
        words["notice_title"],
        "",
        INDENT + words["notice_text"],
        f"{words['notice_at']}：{shown_time(gone.at)}",
        "",
    ]
    return encoded(line_end.join(lines), charset, gone.name)


def text_of(package: Package) -> str:
    """The text; lines end as on Unix."""
    groups = [_titles(package), _facts(package), _summary(package), *_body(package), _foot(package)]
    return "\n\n".join("\n".join(lines) for lines in groups if lines) + "\n"


def _titles(package: Package) -> list[str]:
    slip = package.article.slip
    return [line for line in (slip.kicker, slip.headline, slip.subheadline) if line]


def _facts(package: Package) -> list[str]:
    slip, variant = package.article.slip, package.article.variant
    facts = [
        shown_time(page.published_at(package)),
        f"{words_of(variant)['source']}：{slip.source}" if slip.source else "",
        page.origin_name(slip, variant),
    ]
    lines = [page.byline_text(slip, variant), INDENT.join(fact for fact in facts if fact)]
    return [line for line in lines if line]


def _summary(package: Package) -> list[str]:
    summary = page.summary_apart(package)
    return [f"{words_of(package.article.variant)['summary']}：{summary}"] if summary else []


def _foot(package: Package) -> list[str]:
    return [*signed_lines(package), *(f"{label}：{text}" for label, text in page.detail_lines(package))]


def signed_lines(package: Package) -> list[str]:
    """责编 and the levels in one line, 核红 in another: so each is read back as what it is."""
    countercheck = words_of(package.article.variant)["countercheck"]
    pairs = page.foot_lines(package)
    levels = INDENT.join(f"{label}：{names}" for label, names in pairs if label != countercheck)
    return [levels] * bool(levels) + [f"{label}：{names}" for label, names in pairs if label == countercheck]


def _body(package: Package) -> Iterator[list[str]]:
    """Groups of lines between which a blank line stands: paragraphs on end are one group, all else is its own."""
    writing = _Writing(package)
    together: list[str] = []
    for block in page.with_dateline(package):
        if isinstance(block, Paragraph):
            together += writing.lines(block)
        elif not isinstance(block, Footnote):
            if together:
                yield together
                together = []
            yield writing.lines(block)
    yield together
    yield writing.notes()


class _Writing:
    """Writes blocks as lines; knows the numbers of pictures and footnotes."""

    def __init__(self, package: Package) -> None:
        self._blocks = package.article.blocks
        self._terms: Mapping[str, str] = terms_of(package.article.variant)
        self._numbers = numbered(self._blocks)
        self._pictures = 0

    def lines(self, block: Block) -> list[str]:
        """A block; [] for a table without cells."""
        match block:
            case Paragraph():
                return [INDENT + self._text(block.runs)]
            case Heading():
                return [self._text(block.runs)]
            case Quote():
                return [2 * INDENT + self._text(runs) for runs in block.paragraphs]
            case ListBlock():
                return list(self._items(block))
            case Table():
                return ["\t".join(self._text(cell).replace("\n", " ") for cell in row) for row in block.rows]
        return [self._picture(block) if isinstance(block, Image) else _RULE]

    def notes(self) -> list[str]:
        """The footnotes by number."""
        notes = {block.label: block for block in self._blocks if isinstance(block, Footnote)}
        found = [(self._numbers[label], self._text(note.runs)) for label, note in notes.items()]
        return [f"[{number}] {text}" for number, text in sorted(found)]

    def _picture(self, image: Image) -> str:
        self._pictures += 1
        shown = INDENT.join(text for text in (image.caption or image.alt, image.credit) if text).replace("\n", " ")
        return f"（{self._terms['picture']}{self._pictures}{'：' * bool(shown)}{shown}）"

    def _items(self, block: ListBlock) -> Iterator[str]:
        counts: list[int] = []
        for item in block.items:
            del counts[item.depth + 1 :]
            counts += [0] * (item.depth + 1 - len(counts))
            counts[item.depth] += 1
            mark = f"{counts[item.depth]}. " if item.ordered else "· "
            yield INDENT + INDENT * item.depth + mark + self._text(item.runs)

    def _text(self, runs: Runs) -> str:
        return "".join(self._pieces(runs))

    def _pieces(self, runs: Runs) -> Iterator[str]:
        linked = ""
        for run, following in zip_longest(runs, runs[1:]):
            yield run.text
            if run.note is not None:
                yield f"[{self._numbers[run.note]}]" if run.note in self._numbers else f"[^{run.note}]"
            if run.href is not None:
                linked += run.text
                if following is None or following.href != run.href:
                    yield _behind(run.href, linked)
                    linked = ""


def _behind(address: str, text: str) -> str:
    """The address behind the text of a link, nothing where the text is the address."""
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    same = text.strip() in {address, shown, address.rstrip("/"), address.partition("://")[2].rstrip("/")}
    return "" if same else f"（{shown}）"
