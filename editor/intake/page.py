"""A saved HTML page → slip and blocks: the article's element, header above, foot lines below, meta data."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import lxml.html

from editor.article import Credit, Slip
from editor.findings import Finding, Severity
from editor.intake import (
    block_lines,
    chrome,
    forms,
    page_article,
    page_meta,
    page_notes,
    page_text,
    page_tree,
    slip_fields,
    zones,
)
from editor.intake.field_line import read_field_line
from editor.intake.folding import fold
from editor.intake.losses import LossBook
from editor.intake.names import is_organization, is_person, split_names
from editor.markup.blocks import Footnote, block_text
from editor.markup.from_html import blocks_from_html
from editor.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.page_meta import PageMeta
    from editor.markup.blocks import Block
    from editor.text.repair import Repair

_FOOT_LINES = 25  # so many lines below the article may hold its foot
_HEAD_LINES = 12
_KICKER = 30


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a page holds; ``decoded`` is its text, a line a block, to which the offsets of ``repairs`` refer."""

    slip: Slip
    blocks: tuple[Block, ...]
    findings: list[Finding]
    repairs: tuple[Repair, ...]
    decoded: str
    language: str


def readable(text: str) -> str:
    """The text of a page as a reader sees it, scripts and hidden parts left out, a line a block."""
    tree = page_tree.parsed(text)
    if tree is None:
        return ""
    page_tree.clean(tree, LossBook())
    page_text.collapse(tree)
    page_text.part_fields(tree)
    return page_text.linear(tree)[0]


def read(text: str, losses: LossBook) -> PageReading | None:
    """Slip, blocks and remarks of a page; None when it cannot be read as HTML at all."""
    tree = page_tree.parsed(text)
    if tree is None:
        return None
    meta = page_meta.read(tree)
    base = page_tree.base_of(tree)
    page_tree.clean(tree, losses)
    page_text.collapse(tree)
    page_text.part_fields(tree)
    decoded, nodes = page_text.linear(tree)
    mended = repair(decoded)
    page_text.mend(nodes, mended.repairs)
    page_tree.resolve_pictures(tree, base, losses)
    notes = page_notes.made(tree, base, losses)
    article = page_article.article_of(tree, text)
    page_notes.attach(article, notes)
    lines, footnotes, title = _lines(tree, article, meta, losses)
    parts = zones.split(lines, losses)
    slip, findings = slip_fields.build(parts, losses, known_time=meta.values.get("published_at", ""))
    blocks = (*block_lines.blocks_of(parts.body, losses), *footnotes)
    headline = _in_one_line(slip.headline or title, meta.titles)
    slip = _with_meta(dataclasses.replace(slip, headline=headline), meta, blocks, losses)
    findings += _about_title(slip, meta)
    return PageReading(slip, blocks, findings, mended.repairs, decoded, meta.language)


def _lines(tree: Any, article: Any, meta: PageMeta, losses: LossBook) -> tuple[list[str], list[Block], str]:
    """The lines of header, body and foot in one row, the footnotes, and a title for pages that show none."""
    above, below = page_text.seamed(tree, article)
    markup = lxml.html.tostring(article, encoding="unicode", with_tail=False)
    blocks, gone = blocks_from_html(markup)
    losses.add_all(gone)
    footnotes = [block for block in blocks if isinstance(block, Footnote)]  # no reader of the foot may see them
    inner = block_lines.lines_of([block for block in blocks if not isinstance(block, Footnote)], losses)
    titles = _believed(meta)
    head = _head([_joined(line) for line in above], titles, inner, _kicker(tree, titles), losses)
    shown = bool(head) or _shows_title(inner[:_HEAD_LINES], titles)
    foot = _foot([_joined(line) for line in below], losses)
    title = _without_site(titles)
    if not shown and title:
        head.insert(0, title)
    return [*head, *inner, *foot], [line.block for line in block_lines.lines_of(footnotes, losses)], title


def _without_site(titles: Sequence[str]) -> str:
    """The first title, without the name of the site behind it (标题-云溪新闻网)."""
    for short in titles[1:]:
        site = titles[0][len(short) :].strip(" -_|—–－｜·【】[]()（）")
        if titles[0].startswith(short) and (chrome.is_site_name(site) or is_organization(site)):
            return short
    return titles[0] if titles else ""


def _in_one_line(headline: str, titles: Sequence[str]) -> str:
    """A headline that is broken into lines: joined as the head of the page has it, else with a blank."""
    joined = headline.replace("\n", "")
    return joined if joined in titles else headline.replace("\n", " ")


def _joined(line: str) -> str:
    """A line whose seams are gaps when it is a line of fields, and nothing when it is not."""
    if page_text.SEAM not in line:
        return line
    gapped = line.replace(page_text.SEAM, "  ").strip()
    found = read_field_line(gapped)
    if found is not None and (found.labeled or found.dates):
        return gapped
    return line.replace(page_text.SEAM, "")


def _believed(meta: PageMeta) -> list[str]:
    """Titles of the head, without those that are only the name of the site."""
    site = meta.values.get("site", "")
    return [
        title
        for title in meta.titles
        if title != site
        and not chrome.is_site_name(title)
        and not title.endswith(("门户网站", "門戶網站", "首页", "首頁"))
    ]


def _same(line: str, titles: Sequence[str]) -> bool:
    squeezed = "".join(line.split())
    return any(squeezed == "".join(title.split()) for title in titles)


def _shows_title(lines: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether the first lines of the text begin with its title: the head's, or a short line above a header line."""
    for index, line in enumerate(lines):
        if _same(line, titles):
            return True
        if _is_fields(line) or chrome.whole_line(line, fold(line)):
            continue
        if not forms.is_title(line):
            return False
        if any(_is_fields(below) for below in lines[index + 1 : index + 3]):
            return True
    return False


def _head(above: list[str], titles: list[str], inner: Sequence[str], kicker: str, losses: LossBook) -> list[str]:
    """The lines of the header: from the headline to the text; what stands higher is the site's."""
    at = next((index for index in reversed(range(len(above))) if _same(above[index], titles)), None)
    if at is None:
        fields = [index for index in range(max(0, len(above) - _HEAD_LINES), len(above)) if _is_fields(above[index])]
        if (
            fields
            and fields[0]
            and forms.is_title(above[fields[0] - 1])
            and not chrome.whole_line(above[fields[0] - 1], fold(above[fields[0] - 1]))
        ):
            at = fields[0] - 1
        elif fields and not any(_same(line, titles) for line in inner[:_HEAD_LINES]):
            at = fields[0]
    if at is None:
        _outside(above, losses)
        return []
    start = at
    while start and (_is_kicker(above[start - 1]) or above[start - 1] == kicker):
        start -= 1
    _outside(above[:start], losses)
    kept: list[str] = []
    for line in above[start:]:
        if (
            start + len(kept) <= at
            or _is_fields(line)
            or forms.is_subheadline(line)
            or chrome.whole_line(line, fold(line))
        ):
            kept.append(line)
        else:
            losses.add("outside", line)
    return kept


def _kicker(tree: Any, titles: Sequence[str]) -> str:
    """引题: a short line without links directly above the headline, in the same box."""
    for headline in tree.iter("h1", "h2", "h3"):
        before = headline.getprevious()
        if before is None or not _same(headline.text_content(), titles):
            continue
        words = " ".join(before.text_content().split())
        linked = next(before.iter("a", "img", "li", "table"), None) is not None
        plain_line = len(words) <= _KICKER and forms.is_title(words) and chrome.whole_line(words, fold(words)) is None
        if plain_line and not linked and not chrome.is_site_name(words) and not _is_fields(words):
            return words
    return ""


def _is_kicker(line: str) -> bool:
    """A line above the headline that says what it is: 引题：…; others are the site's."""
    found = read_field_line(line)
    return found is not None and any(name == "kicker" for name, _value, _label in found.values)


def _is_fields(line: str) -> bool:
    found = read_field_line(line)
    return found is not None and (found.labeled or bool(found.dates))


def _outside(lines: Sequence[str], losses: LossBook) -> None:
    for line in lines:
        losses.add(chrome.whole_line(line, fold(line)) or "outside", line)


def _foot(below: Sequence[str], losses: LossBook) -> list[str]:
    """Foot fields below the article; everything else there is the site's."""
    kept: list[str] = []
    for index, line in enumerate(below):
        found = read_field_line(line) if index < _FOOT_LINES else None
        if found is not None and (found.people or any(_is_foot_value(*value) for value in found.values)):
            kept.append(line)
        elif chrome.is_related_marker(fold(line)):
            losses.add("related", line)
        else:
            losses.add(chrome.whole_line(line, fold(line)) or "outside", line)
    return kept


def _is_foot_value(name: str, _value: str, label: str) -> bool:
    return bool(label) and name in {"source", "keywords", "reprint_source", "original_headline"}


def _with_meta(slip: Slip, meta: PageMeta, blocks: Sequence[Block], losses: LossBook) -> Slip:
    """Fields that only the head of the page has."""
    text = "".join(block_text(block) for block in blocks)
    values = meta.values
    keywords = tuple(
        word for word in page_meta.keywords(values.get("keywords", "")) if word in text or word in slip.headline
    )
    found: dict[str, Any] = {
        "published_at": values.get("published_at", ""),
        "source": values.get("source", ""),
        "column": values.get("column", ""),
        "keywords": keywords,
        "summary": _summary(values.get("summary", ""), text),
        "origin_url": values.get("origin_url", "") if values.get("origin_url", "").startswith("http") else "",
        "byline": _people(values.get("byline", "")),
    }
    new = {name: value for name, value in found.items() if value and not getattr(slip, name)}
    for name in new:
        losses.add("meta_field", name, kept=True)
    for name in ("summary", "keywords", "byline", "source", "column"):
        if values.get(name) and name not in new and not _told(values[name], slip):
            losses.add("meta_unused", f"{name}: {values[name]}")
    return dataclasses.replace(slip, **new)


def _told(value: str, slip: Slip) -> bool:
    """Whether the slip says the same already."""
    said = {slip.summary, slip.source, slip.column, *(person.name for person in slip.byline), ",".join(slip.keywords)}
    return value in said


def _summary(value: str, text: str) -> str:
    """A description that belongs to the article, not the site's: some of its words stand in the text."""
    words = "".join(value.split())
    return value if words and "".join(text.split()).find(words[:8]) >= 0 else ""


def _people(value: str) -> tuple[Credit, ...]:
    names = split_names(value) or ()
    return tuple(Credit(name) for name in names if is_person(name) or is_organization(name))


def _about_title(slip: Slip, meta: PageMeta) -> list[Finding]:
    others = [title for title in _believed(meta)[:1] if not _related(title, slip.headline)]
    return [
        Finding(
            "C05",
            Severity.INFO,
            title,
            field="headline",
            message="intake.title_differs",
            values={"kept": slip.headline, "other": title},
        )
        for title in others
    ]


def _related(title: str, headline: str) -> bool:
    one, other = "".join(title.split()), "".join(headline.split())
    return one in other or other in one
