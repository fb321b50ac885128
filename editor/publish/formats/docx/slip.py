"""The slip (稿签) as a small table above the titles: what is given, two fields in a row, long ones in a row alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.publish.formats import page as pages
from editor.publish.formats.docx.xml import paragraph, run, value, w
from editor.publish.formats.terms import terms_of
from editor.publish.words import moment, shown_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.publish.formats.docx.look import Page
    from editor.publish.formats.docx.xml import Element
    from editor.publish.package import Package

_COLUMNS = 4
_LABEL = 0.14  # of the width
_LONG = frozenset({"keywords", "summary"})


def slip_table(package: Package, page: Page) -> Iterator[Element]:
    """The table; nothing where the slip says nothing."""
    given = _fields(package)
    if not given:
        return
    label = int(page.measure * _LABEL)
    widths = (label, page.measure // 2 - label) * 2
    short = [(name, text) for key, name, text in given if key not in _LONG]
    rows = [_row(short[at : at + 2], widths) for at in range(0, len(short), 2)]
    rows += [_row([(name, text)], widths) for key, name, text in given if key in _LONG]
    yield w(
        "tbl",
        w(
            "tblPr",
            value("tblStyle", "TableGrid"),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *rows,
    )


def running_head(package: Package) -> str:
    """What stands above every page, "" for nothing: 稿号, 转载 or 通稿, and until when it may not be published."""
    slip, variant = package.article.slip, package.article.variant
    terms = terms_of(variant)
    given = (
        f"{terms['number']} {slip.number}" if slip.number else "",
        pages.origin_name(slip, variant),
        f"{terms['embargo']} {shown_time(slip.embargo)}" if slip.embargo else "",
    )
    return "\u3000\u3000".join(part for part in given if part)


def _fields(package: Package) -> list[tuple[str, str, str]]:
    """Key, label and text."""
    slip, variant = package.article.slip, package.article.variant
    terms = terms_of(variant)
    published = pages.published_at(package)
    values = {
        "column": slip.column,
        "genre": pages.genre_name(slip, variant),
        "source": slip.source,
        "published": shown_time(published) if moment(published) else "",
        "keywords": "、".join(slip.keywords),
        "summary": slip.summary,
    }
    return [(key, terms[key], text) for key, text in values.items() if text]


def _row(fields: Sequence[tuple[str, str]], widths: Sequence[int]) -> Element:
    cells: list[Element] = []
    for at, (label, text) in enumerate(fields):
        cells.append(_cell(label, widths[2 * at], 1, shaded=True))
        last = at == len(fields) - 1
        cells.append(
            _cell(text, sum(widths[2 * at + 1 :]) if last else widths[1], _COLUMNS - 1 - 2 * at if last else 1)
        )
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _cell(text: str, width: int, columns: int, *, shaded: bool = False) -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        value("gridSpan", columns) if columns > 1 else None,
        w("shd", val="clear", color="auto", fill="F2F2F2") if shaded else None,
    )
    return w("tc", properties, paragraph("TableText", run(text)))
