"""A review copy (审稿样) as HTML: the slip in a table, the text with its pictures, who has passed it so far.

It is made to be printed and written on. It is no package and carries no proof: a text whose last level is not signed
says 未签发 on every page.
"""

from __future__ import annotations

import base64
import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import resources
from editor.markup.blocks import Image
from editor.markup.writer import write
from editor.publish.formats import page, parts
from editor.publish.formats.corrected import with_notes
from editor.publish.package import WEB, Package, Proof
from editor.publish.template import Html, escaped, source, template
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article import Article

FOLDER = "templates/review"
_IN_A_ROW = 3
_WIDE = frozenset({"keywords", "summary", "levels"})


@dataclass(frozen=True, slots=True)
class Passed:
    """A level that was passed: 1, 2 or 3, by whom, when (ISO 8601)."""

    level: int
    name: str
    at: str


@dataclass(frozen=True, slots=True)
class ReviewCopy:
    """What stands on a review copy.

    Attributes:
        article: Slip whole (a review copy stays in the house) and blocks.
        version: N of 第N版, 0 for a text that is not a revision.
        state: Of the article (`State`).
        signed: Whether exactly this text may go out.
        changed: Whether an older text of it may: this one was changed since.
        passed: Levels passed in the newest round.
        characters: 字数.
        pictures: MIME type and bytes by sha256 hex; a picture that is not here leaves its caption.
        printed_at: ISO 8601.
    """

    article: Article
    version: int
    state: str
    signed: bool
    changed: bool
    passed: tuple[Passed, ...]
    characters: int
    pictures: Mapping[str, tuple[str, bytes]]
    printed_at: str


@cache
def _table() -> dict[str, Any]:
    return resources.table(f"{FOLDER}/words.toml")


def words(*, traditional: bool) -> dict[str, Any]:
    """Words of a review copy by key."""
    found: dict[str, Any] = _table()["hant" if traditional else "hans"]
    return found


def render(copy: ReviewCopy) -> str:
    """The page; everything is in it, nothing is loaded."""
    said = words(traditional=copy.article.variant.traditional)
    slip = copy.article.slip
    package = _package(copy)
    mark = _mark(copy, said)
    running = "　".join(part for part in (slip.number, slip.headline) if part)
    return template("review/copy.html")(
        lang=str(copy.article.variant),
        title=slip.headline or said["what"],
        style=Html(source("review/style.css")),
        kind="signed" if copy.signed else "unsigned",
        running=running,
        mark=mark,
        what=said["what"],
        slip=_slip(copy, said),
        opening=_opening(package),
        body=parts.body(package, lambda source: _address(copy, source)),
        closing=_closing(package, copy, said),
    )


def _package(copy: ReviewCopy) -> Package:
    """The article in the form that the parts of a page take; nothing of it goes out."""
    article = copy.article
    shown = dataclasses.replace(article, blocks=with_notes(article.blocks, article.slip, article.variant))
    return Package(article.id, shown, write(article.blocks), WEB, "", Proof("", "", "", (), (), ()), {})


def _mark(copy: ReviewCopy, said: Mapping[str, str]) -> str:
    if copy.signed:
        return said["signed"]
    return said["unsigned_changed" if copy.changed else "unsigned"]


def _opening(package: Package) -> Html:
    """Kicker, headline, byline and source; the time of publication only where the slip gives one."""
    made = parts.opening(package)
    return made if page.published_at(package) else Html(made.replace('<p class="facts"></p>', ""))


def _address(copy: ReviewCopy, source: str) -> str:
    found = copy.pictures.get(source.removeprefix("asset:"))
    return f"data:{found[0]};base64,{base64.b64encode(found[1]).decode()}" if found else ""


def _slip(copy: ReviewCopy, said: Mapping[str, Any]) -> Html:
    """Rows of the slip: what is given, three in a row; long ones have a row of their own."""
    cells = [(key, label, value) for key, label, value in _fields(copy, said) if value]
    short = [(label, value) for key, label, value in cells if key not in _WIDE]
    rows = [short[at : at + _IN_A_ROW] for at in range(0, len(short), _IN_A_ROW)]
    html = ["".join(_cell(label, value, 1) for label, value in row) + _blank(row) for row in rows]
    html += [_cell(label, value, 2 * _IN_A_ROW - 1) for key, label, value in cells if key in _WIDE]
    return Html("\n".join(f"<tr>{row}</tr>" for row in html))


def _cell(label: str, value: str, columns: int) -> str:
    return f'<th>{escaped(label)}</th><td colspan="{columns}">{escaped(value)}</td>'


def _blank(row: Sequence[tuple[str, str]]) -> str:
    missing = _IN_A_ROW - len(row)
    return f'<td colspan="{2 * missing}"></td>' if missing else ""


def _fields(copy: ReviewCopy, said: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    slip, variant = copy.article.slip, copy.article.variant
    outside = words_of(variant)
    version = said["version"].format(number=copy.version) if copy.version else ""
    images = sum(isinstance(block, Image) for block in copy.article.blocks)
    levels = "　".join(
        f"{said['level_names'].get(str(item.level), item.level)} {item.name} {shown_time(item.at)}"
        for item in copy.passed
    )
    values = {
        "number": slip.number,
        "state": " · ".join(part for part in (said["states"].get(copy.state, copy.state), version) if part),
        "column": slip.column,
        "genre": outside.get(slip.genre or "", ""),
        "origin": outside.get(slip.origin or "", ""),
        "source": slip.source,
        "byline": page.byline_text(slip, variant).removeprefix(f"{said['byline']} "),
        "editor": slip.editor,
        "responsible_editor": slip.responsible_editor,
        "characters": f"{copy.characters:,}",
        "pictures": str(images) if images else "",
        "deadline": shown_time(slip.deadline),
        "publish_at": shown_time(slip.publish_at),
        "embargo": shown_time(slip.embargo),
        "contact": slip.contact,
        "printed": shown_time(copy.printed_at),
        "keywords": "　".join(slip.keywords),
        "summary": slip.summary,
        "levels": levels or said["nobody"],
    }
    return [(key, said[key], value) for key, value in values.items()]


def _closing(package: Package, copy: ReviewCopy, said: Mapping[str, Any]) -> Html:
    """Foot lines as a page prints them: 责编, and who has passed it."""
    lines = list(page.foot_lines(package))
    lines += [(str(said["level_names"].get(str(item.level), item.level)), item.name) for item in copy.passed]
    pairs = "".join(f"<div><dt>{escaped(label)}</dt><dd>{escaped(names)}</dd></div>\n" for label, names in lines)
    signed = f'<dl class="signed">\n{pairs}</dl>\n' if pairs else ""
    return Html(signed + parts.details(package))
