"""并入: one article goes into another, its people and keywords too; what cannot stay is named."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article import Article, Credit, Note, Origin, unpadded
from editor.errors import EditorError
from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Rule, Run, Table
from editor.markup.links import first_free
from editor.markup.normal import normalized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from editor.article import Slip
    from editor.markup.blocks import Block, Runs

_UNITED = frozenset({"byline", "page_credits", "keywords", "editor", "responsible_editor"})


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something of the second article that has no place in the first.

    Attributes:
        field: Field of the slip, or ``variant``.
        text: What stood there; the value ``text`` of its sentence.
    """

    field: str
    text: str

    @property
    def message(self) -> str:
        """Key of its sentence."""
        return f"merge.{self.field}"


@dataclass(frozen=True, slots=True)
class Merged:
    """The first article with the second in it, and what was dropped, in the order of the slip.

    ``begin`` and ``end`` are the blocks that came from the second, its footnotes aside, which stand at the end.
    """

    article: Article
    dropped: tuple[Dropped, ...]
    begin: int
    end: int


def merge(into: Article, from_: Article, at_block: int | None = None, *, heading: bool = False) -> Merged:
    """Put an article into another.

    Names stand once for each role, the names of the first before those of the second; keywords and the credits of a
    scraped page are united too. Empty titles of the first are filled; every other field stays as it is there. Footnotes
    get other labels where both have the same.

    Args:
        into: The article that stays.
        from_: The one that goes into it; itself it is not changed.
        at_block: Before which block; None = at the end, before the footnotes.
        heading: Whether the headline of the second stands above its text as 小标题.

    Raises:
        EditorError: ``merge_itself``.
    """
    if into.id and into.id == from_.id:
        raise EditorError.usage("merge_itself", headline=into.slip.headline)
    end = _end_of_text(into.blocks)
    place = end if at_block is None else min(max(at_block, 0), len(into.blocks))
    came = _relabeled(from_.blocks, {block.label for block in into.blocks if isinstance(block, Footnote)})
    text = [block for block in came if not isinstance(block, Footnote)]
    titled = bool(heading and from_.slip.headline and into.slip.headline)
    if titled:
        text.insert(0, Heading((Run(from_.slip.headline),)))
    notes = [block for block in came if isinstance(block, Footnote)]
    slip, dropped = _slip(into.slip, from_.slip, titled=titled)
    if into.variant.traditional != from_.variant.traditional:
        dropped = (*dropped, Dropped("variant", str(from_.variant)))
    blocks = normalized([*into.blocks[:place], *text, *into.blocks[place:], *notes])
    return Merged(Article(into.id, into.variant, slip, blocks), dropped, place, place + len(text))


def _end_of_text(blocks: Sequence[Block]) -> int:
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Footnote):
        end -= 1
    return end


def _slip(first: Slip, second: Slip, *, titled: bool) -> tuple[Slip, tuple[Dropped, ...]]:
    titles = ("kicker", "headline", "subheadline")
    filled = {name: getattr(second, name) for name in titles} if not first.headline else {}
    united = dataclasses.replace(
        first,
        byline=_people(first.byline, second.byline),
        page_credits=_people(first.page_credits, second.page_credits, label=True),
        keywords=tuple(dict.fromkeys((*first.keywords, *second.keywords))),
        editor=_names(first.editor, second.editor),
        responsible_editor=_names(first.responsible_editor, second.responsible_editor),
        **filled,
    )
    dropped: list[Dropped] = []
    for field in dataclasses.fields(second):
        value = getattr(second, field.name)
        gone = value not in ("", None, ()) and value != getattr(united, field.name)
        if gone and field.name not in _UNITED and not (titled and field.name == "headline"):
            dropped.append(Dropped(field.name, _shown(value)))
    return united, tuple(dropped)


def _people(first: Iterable[Credit], second: Iterable[Credit], *, label: bool = False) -> tuple[Credit, ...]:
    """Each name once for each role; of the credits of a page 一审 and 初审 are two."""
    found: dict[tuple[str, str, str], Credit] = {}
    for person in (*first, *second):
        found.setdefault((unpadded(person.name), person.role, person.label if label else ""), person)
    return tuple(found.values())


def _names(first: str, second: str) -> str:
    """Names joined by one blank, each once."""
    return " ".join(dict.fromkeys((*first.split(), *second.split())))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(item.text if isinstance(item, Note) else str(getattr(item, "name", item)) for item in value)
    return str(value.value) if isinstance(value, Origin) else str(value)


def _relabeled(blocks: Sequence[Block], taken: set[str]) -> list[Block]:
    """The blocks with labels of footnotes that are not taken."""
    labels: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Footnote) and block.label not in labels:
            labels[block.label] = _free(block.label, taken | set(labels.values()))
    return [_with_labels(block, lambda label: labels.get(label, label)) for block in blocks]


def _free(label: str, taken: set[str]) -> str:
    if label not in taken:
        return label
    numbers = [int(each) for each in taken if each.isdecimal() and len(each) < 10]  # noqa: PLR2004 - no note has more
    return str(max(numbers, default=0) + 1) if label.isdecimal() else first_free(label, taken)


def _with_labels(block: Block, new: Callable[[str], str]) -> Block:
    def runs(old: Runs) -> Runs:
        return tuple(run if run.note is None else dataclasses.replace(run, note=new(run.note)) for run in old)

    match block:
        case Footnote():
            return Footnote(new(block.label), runs(block.runs))
        case Quote():
            return Quote(tuple(map(runs, block.paragraphs)))
        case ListBlock():
            return ListBlock(tuple(dataclasses.replace(item, runs=runs(item.runs)) for item in block.items))
        case Table():
            return Table(tuple(tuple(map(runs, row)) for row in block.rows), block.header)
        case Paragraph() | Heading():
            return dataclasses.replace(block, runs=runs(block.runs))
        case Image() | Rule():
            return block
