"""The register: every delivery in a line, whole, and no headline is a formula."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from editor.publish.formats.register import COLUMNS, Line, as_csv, as_xlsx, guarded, headings

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ONE = Line(
    "2021-09-19T21:44:50+08:00",
    "0918-A01",
    "清水河𠮷工程，“完工”",
    "简体",
    "官网",
    "https://example.com/a?x=1,2",
    "已发布",
    "高砚秋",
)
ATTACKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠a", '=HYPERLINK("http://x","y")']


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(data: bytes) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not list(root.iter(f"{S}f"))
    texts = ["".join(each.itertext()) for each in shared.iter(f"{S}si")]
    return [
        [texts[int(cell.findtext(f"{S}v"))] if cell.get("t") == "s" else cell.findtext(f"{S}v") for cell in row]
        for row in root.iter(f"{S}row")
    ]


def line(headline: str) -> Line:
    return Line("2021-09-19", "", headline, "", "", "", "", "")


class TestCsv:
    def test_excel_opens_it_and_every_cell_is_there(self):
        data = as_csv([ONE])
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n") == 2
        head, row = rows(data)
        assert head == ["时间", "稿号", "标题", "语言版本", "去向", "地址", "状态", "经手人"]
        assert row == ["2021-09-19 21:44", *(getattr(ONE, name) for name in COLUMNS[1:])]

    @pytest.mark.parametrize("attack", ATTACKS)
    def test_no_cell_is_a_formula(self, attack):
        for name in COLUMNS:
            values = dict.fromkeys(COLUMNS, "x") | {name: attack}
            cell = rows(as_csv([Line(**values)]))[1][COLUMNS.index(name)]
            assert cell == f"'{attack}"

    @settings(max_examples=100)
    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
    def test_every_text_comes_back(self, text):
        cell = rows(as_csv([line(text)]))[1][2]
        assert cell == guarded(text)
        assert cell.removeprefix("'") == text.removeprefix("'")


class TestXlsx:
    def test_times_are_times_and_texts_are_texts(self):
        head, row = sheet(as_xlsx([ONE]))
        assert head == list(headings("zh_CN"))
        assert row[1:] == [getattr(ONE, name) for name in COLUMNS[1:]]
        assert float(row[0]) == pytest.approx(44458.9061, abs=0.001)  # 2021-09-19 21:44:50

    @pytest.mark.parametrize("attack", ATTACKS)
    def test_no_cell_is_a_formula_and_none_is_changed(self, attack):
        assert sheet(as_xlsx([line(attack)]))[1][1].replace("_x000D_", "\r") == attack

    def test_the_same_lines_are_always_the_same_bytes(self):
        assert as_xlsx([ONE, line("二")]) == as_xlsx([ONE, line("二")])
        with zipfile.ZipFile(io.BytesIO(as_xlsx([ONE]))) as archive:
            assert b"1980-01-01" in archive.read("docProps/core.xml")

    def test_a_text_that_no_cell_holds_is_refused_instead_of_cut(self):
        with pytest.raises(ValueError, match="32767"):
            as_xlsx([line("长" * 40_000)])

    def test_an_empty_register(self):
        assert sheet(as_xlsx([], "en")) == [
            ["Date", "Number", "Headline", "Language version", "Place", "Address", "State", "By"]
        ]


def test_what_is_no_time_stays():
    assert rows(as_csv([Line("待定", *[""] * 7)]))[1][0] == "待定"
    assert sheet(as_xlsx([Line("待定", *["x"] * 7)]))[1][0] == "待定"
