"""A whole article in another variant: the fields of its slip that are prose, its names, and its blocks."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Any

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Rule, Table
from editor.text.variants.decisions import choices, decided, place_of
from editor.text.variants.engine import convert_prose, name_form
from editor.text.variants.model import Change, ChangeKind, Options
from editor.text.variants.people import people
from editor.text.variants.routes import route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from editor.article import Article, Credit, Slip, Variant
    from editor.markup.blocks import Block, Runs
    from editor.text.variants.decisions import Choice, Place
    from editor.text.variants.model import Conversion

_FIELDS = ("kicker", "headline", "subheadline", "source", "column", "dateline", "summary", "contact")
_OUTLET_FIELDS = ("headline", "summary", "column")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A change and where it is.

    Attributes:
        field: Name of the slip field, or ``blocks`` (``blocks.credit``, ``blocks.alt`` of an image).
        index: Number of the block, byline entry, keyword, page credit or outlet; None for a single field.
        change: The change; offsets count in the field or in the text of the block as ``block_text`` gives it.
    """

    field: str
    index: int | None
    change: Change


@dataclass(frozen=True, slots=True)
class Unit:
    """Text that is converted as one: a field, or the runs of a paragraph, list item or cell.

    Attributes:
        field: As in :class:`FieldChange`.
        index: As in :class:`FieldChange`.
        offset: Where it begins in the text of its field or block.
        parts: The texts of its runs.
    """

    field: str
    index: int | None
    offset: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A span of the source that might read otherwise, where it is, and what it is known by; as :class:`FieldChange`."""

    field: str
    index: int | None
    choice: Choice
    place: Place


@dataclass(frozen=True, slots=True)
class Whole:
    """An article in another variant, what was changed where, and where there is a choice."""

    article: Article
    changes: tuple[FieldChange, ...] = ()
    choices: tuple[FieldChoice, ...] = ()


def convert_article(
    article: Article, target: Variant, options: Options | None = None
) -> tuple[Article, tuple[FieldChange, ...]]:
    """An article in another variant and what was changed where.

    Names in the byline, of editors and in page credits keep their form, also where they occur in the text. Ids,
    addresses, times, 稿号, outlets' names, original headline and original authors stay as they are. Conversion is by
    blocks, so marks that cut a word do not mislead it.
    """
    whole = _converted(article, target, options or Options(), choosing=False)
    return whole.article, whole.changes


def convert_whole(article: Article, target: Variant, options: Options | None = None) -> Whole:
    """The same with every place where a person may choose; the article is the very same."""
    return _converted(article, target, options or Options(), choosing=True)


def _converted(article: Article, target: Variant, options: Options, *, choosing: bool) -> Whole:
    if not route(article.variant, target, via_hans=options.via_hans):
        return Whole(dataclasses.replace(article, variant=target))
    units = [*_slip_units(article.slip), *_block_units(article.blocks)]
    joined = "\n".join("".join(unit.parts) for unit in units)
    known = tuple(dict.fromkeys(_names(article.slip)))
    conversion = convert_prose(joined, target, source=article.variant, options=options, people=known)
    offered: list[Choice] = []
    if choosing or options.decisions:
        plain: Conversion | None = None
        if options.words:
            without = dataclasses.replace(options, words=False)
            plain = convert_prose(joined, target, source=article.variant, options=without, people=known)
        offered = choices(joined, conversion, plain)
        conversion = decided(joined, conversion, offered, options.decisions)
    texts = iter(_parted(units, conversion.text, conversion.changes))

    def form(name: str) -> str:
        return name_form(name, target, source=article.variant, options=options)

    slip = _slip(article.slip, texts, form)
    blocks = tuple(_block(block, texts, form) for block in article.blocks)
    changes = (*_name_changes(article.slip, slip), *_located(units, conversion.changes))
    made = dataclasses.replace(article, variant=target, slip=slip, blocks=blocks)
    return Whole(made, changes, tuple(_chosen(units, joined, offered)) if choosing else ())


def _names(slip: Slip) -> Iterator[str]:
    for credit in (*slip.byline, *slip.page_credits):
        yield credit.name
    for names in (slip.editor, slip.responsible_editor):
        yield from names.split()


def _slip_units(slip: Slip) -> Iterator[Unit]:
    for field in _FIELDS:
        yield Unit(field, None, 0, (getattr(slip, field),))
    for index, keyword in enumerate(slip.keywords):
        yield Unit("keywords", index, 0, (keyword,))
    for field, credits_ in (("byline", slip.byline), ("page_credits", slip.page_credits)):
        for index, credit in enumerate(credits_):
            yield Unit(f"{field}.label", index, 0, (credit.label,))
    for index, outlet in enumerate(slip.outlets):
        for field in _OUTLET_FIELDS:
            yield Unit(f"outlets.{field}", index, 0, (getattr(outlet, field) or "",))
    for index, note in enumerate(slip.corrections):
        yield Unit("corrections.text", index, 0, (note.text,))


def _block_units(blocks: tuple[Block, ...]) -> Iterator[Unit]:
    for index, block in enumerate(blocks):
        offset = 0
        for field, runs in zip(_block_fields(block), _texts(block), strict=False):
            yield Unit(field, index, offset if field == "blocks" else 0, runs)
            offset += sum(map(len, runs)) + 1


def _block_fields(block: Block) -> Iterable[str]:
    """For each text of a block where its changes are said to be; an image has three texts."""
    return ("blocks", "blocks.credit", "blocks.alt") if isinstance(block, Image) else repeat("blocks")


def _texts(block: Block) -> list[tuple[str, ...]]:
    """The texts of a block in the order of ``block_text``; for an image caption, credit and alt."""
    match block:
        case Paragraph() | Heading() | Footnote():
            return [_parts(block.runs)]
        case Quote():
            return [_parts(runs) for runs in block.paragraphs]
        case ListBlock():
            return [_parts(item.runs) for item in block.items]
        case Table():
            return [_parts(cell) for row in block.rows for cell in row]
        case Image():
            return [(block.caption,), (block.credit,), (block.alt,)]
        case Rule():
            return []


def _parts(runs: Runs) -> tuple[str, ...]:
    return tuple(run.text for run in runs)


def _parted(units: list[Unit], text: str, changes: Sequence[Change]) -> Iterator[tuple[str, ...]]:
    """The converted text cut again into units and their parts."""
    uneven = [change for change in changes if len(change.after) != change.end - change.start]
    ends = [change.end for change in uneven]
    shifts = [0, *accumulate(len(change.after) - (change.end - change.start) for change in uneven)]
    source = target = 0
    for unit in units:
        parts: list[str] = []
        for part in unit.parts:
            source += len(part)
            passed = bisect_right(ends, source)
            inside = uneven[passed] if passed < len(uneven) and uneven[passed].start < source else None
            # A border of marks inside a longer change: all of the change goes to the part before it.
            border = (inside.start + len(inside.after) if inside else source) + shifts[passed]
            parts.append(text[target:border])
            target = border
        yield tuple(parts)
        source += 1
        target += 1


def _located(units: list[Unit], changes: Sequence[Change]) -> Iterator[FieldChange]:
    """Changes with the field or block in which they are."""
    starts = _starts(units)
    for change in changes:
        number = bisect_right(starts, change.start) - 1
        unit = units[number]
        start = change.start - starts[number] + unit.offset
        moved = change._replace(start=start, end=start + change.end - change.start)
        yield FieldChange(unit.field, unit.index, moved)


def _chosen(units: list[Unit], text: str, offered: Iterable[Choice]) -> Iterator[FieldChoice]:
    """Choices with the field or block in which they are."""
    starts = _starts(units)
    for choice in offered:
        number = bisect_right(starts, choice.start) - 1
        unit = units[number]
        start = choice.start - starts[number] + unit.offset
        moved = choice._replace(start=start, end=start + choice.end - choice.start)
        yield FieldChoice(unit.field, unit.index, moved, place_of(text, choice.start, choice.end))


def _starts(units: list[Unit]) -> list[int]:
    """Where each unit begins in the joined text."""
    return [0, *accumulate(sum(map(len, unit.parts)) + 1 for unit in units)]


def _slip(slip: Slip, texts: Iterator[tuple[str, ...]], form: Callable[[str], str]) -> Slip:
    """The slip with converted texts, taken in the order of ``_slip_units``."""

    def text() -> str:
        return "".join(next(texts))

    fields: dict[str, Any] = {field: text() for field in _FIELDS}
    keywords = tuple(text() for _ in slip.keywords)
    byline = tuple(_credit(credit, text(), form) for credit in slip.byline)
    page_credits = tuple(_credit(credit, text(), form) for credit in slip.page_credits)
    outlets = []
    for outlet in slip.outlets:
        values = {field: text() for field in _OUTLET_FIELDS}
        kept = {field: value for field, value in values.items() if getattr(outlet, field) is not None}
        outlets.append(dataclasses.replace(outlet, **kept))
    corrections = tuple(dataclasses.replace(note, text=text()) for note in slip.corrections)
    return dataclasses.replace(
        slip,
        **fields,
        keywords=keywords,
        byline=byline,
        page_credits=page_credits,
        outlets=tuple(outlets),
        corrections=corrections,
        editor=" ".join(form(name) for name in slip.editor.split(" ")),
        responsible_editor=" ".join(form(name) for name in slip.responsible_editor.split(" ")),
    )


def _credit(credit: Credit, label: str, form: Callable[[str], str]) -> Credit:
    return dataclasses.replace(credit, name=form(credit.name), label=label)


def _block(block: Block, texts: Iterator[tuple[str, ...]], form: Callable[[str], str]) -> Block:
    """A block with converted texts, taken in the order of ``_texts``."""
    match block:
        case Paragraph() | Heading() | Footnote():
            return dataclasses.replace(block, runs=_runs(block.runs, next(texts)))
        case Quote():
            return Quote(tuple(_runs(runs, next(texts)) for runs in block.paragraphs))
        case ListBlock():
            return ListBlock(
                tuple(dataclasses.replace(item, runs=_runs(item.runs, next(texts))) for item in block.items)
            )
        case Table():
            rows = tuple(tuple(_runs(cell, next(texts)) for cell in row) for row in block.rows)
            return dataclasses.replace(block, rows=rows)
        case Image():
            (caption,), (credit,), (alt,) = next(texts), next(texts), next(texts)
            credit = form(block.credit) if _is_name(block.credit) else credit
            return dataclasses.replace(block, caption=caption, credit=credit, alt=alt)
        case Rule():
            return block


def _runs(runs: Runs, parts: tuple[str, ...]) -> Runs:
    return tuple(dataclasses.replace(run, text=part) for run, part in zip(runs, parts, strict=True))


def _is_name(credit: str) -> bool:
    """Whether the credit of a picture is a name and nothing else."""
    return 1 < len(credit) <= _LONGEST_NAME and any(
        credit.startswith(tuple(people(to_traditional=simplified).surnames)) for simplified in (True, False)
    )


def _name_changes(before: Slip, after: Slip) -> Iterator[FieldChange]:
    pairs: list[tuple[str, int | None, str, str]] = [
        (field, index, old.name, new.name)
        for field in ("byline", "page_credits")
        for index, (old, new) in enumerate(zip(getattr(before, field), getattr(after, field), strict=True))
    ]
    pairs += [
        (field, None, getattr(before, field), getattr(after, field)) for field in ("editor", "responsible_editor")
    ]
    for field, index, old, new in pairs:
        if old != new:
            yield FieldChange(field, index, Change(0, len(old), old, new, ChangeKind.PROTECTED, (new,)))
