"""Register of what went where: one line a delivery, as CSV for every program and as XLSX for spreadsheets.

Both open in Excel and WPS without a question: the CSV begins with a byte order mark and ends its lines with CR LF, and
no cell of either is ever a formula, whoever wrote the headline.
"""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

import resources
from editor.publish.words import CHINA_TIME, moment

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Line:
    """One delivery. Everything but `at` is text as it shall stand there.

    Attributes:
        at: When (ISO 8601); what is no time stays as it is.
        number: 稿号.
        variant: What the variant is called.
        place: The outlet or the target, as the newsroom calls it.
        address: Where it stands: a web address or a path, "" when unknown.
        state: In words (已发布, 已撤稿 …).
        by: Who sent it.
    """

    at: str
    number: str
    headline: str
    variant: str
    place: str
    address: str
    state: str
    by: str


COLUMNS = tuple(field.name for field in fields(Line))
_WIDTHS = {"at": 17, "number": 14, "headline": 48, "variant": 10, "place": 18, "address": 44, "state": 12, "by": 12}
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets begin a formula with, and what they skip before one (OWASP, CSV Injection)."""
_GUARD = "'"
_LONGEST = 32_767
"""Characters of a cell (Excel specifications and limits)."""


def as_csv(lines: Iterable[Line], language: str = "zh_CN") -> bytes:
    """The register as CSV: UTF-8 with a byte order mark, every cell in quotes, times in China's.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which some spreadsheets show: where
    every cell must come out as it is, use `as_xlsx`.

    Args:
        lines: In the order in which they shall stand.
        language: Of the headings, ``zh_CN`` or ``en``.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings(language))
    for line in lines:
        writer.writerow([guarded(_shown(value) if at == 0 else value) for at, value in enumerate(astuple(line))])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Iterable[Line], language: str = "zh_CN") -> bytes:
    """The register as a workbook: times are times, all else is text as it is; the first row stays and filters.

    The same lines are always the same bytes.

    Args:
        lines: In the order in which they shall stand.
        language: Of the headings, ``zh_CN`` or ``en``.

    Raises:
        ValueError: A text is longer than a cell can be.
    """
    import xlsxwriter

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {"in_memory": True, **plain}) as book:
        book.set_properties({"created": _long_ago(), "comments": "Gaotai"})
        bold = book.add_format({"bold": True, "bottom": 1})
        time = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(resources.sentence("formats.register", language))
        for column, heading in enumerate(headings(language)):
            sheet.set_column(column, column, _WIDTHS[COLUMNS[column]])
            sheet.write_string(0, column, heading, bold)
        row = 0
        for row, line in enumerate(lines, 1):
            for column, value in enumerate(astuple(line)):
                _cell(sheet, (row, column), value, moment(value) if column == 0 else None, (time, text))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, row, len(COLUMNS) - 1)
    return out.getvalue()


def _cell(sheet: Any, place: tuple[int, int], value: str, at: datetime | None, formats: tuple[Any, Any]) -> None:
    if at is not None:
        sheet.write_datetime(*place, at.astimezone(CHINA_TIME).replace(tzinfo=None, microsecond=0), formats[0])
    elif len(value) > _LONGEST:
        raise ValueError(f"a cell holds {_LONGEST} characters")
    elif value:
        sheet.write_string(*place, value, formats[1])


def _long_ago() -> datetime:
    """The time of making is nobody's business, and bytes stay the same."""
    return datetime(1980, 1, 1)  # noqa: DTZ001  (the format has no zones)


def headings(language: str) -> tuple[str, ...]:
    """Headings of the columns."""
    return tuple(resources.sentence(f"formats.register_{name}", language) for name in COLUMNS)


def _shown(at: str) -> str:
    """A time that sorts as text does and that spreadsheets know: ``2021-09-19 21:44``."""
    found = moment(at)
    return f"{found.astimezone(CHINA_TIME):%Y-%m-%d %H:%M}" if found else at


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return _GUARD + cell if cell.startswith(_FORMULAS) else cell
