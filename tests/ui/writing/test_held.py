"""What a text surface holds does not grow with what was done on it: other texts, sizes, colors."""

from __future__ import annotations

import gc
from collections import Counter

from PySide6.QtCore import QObject

from editor.markup.blocks import Paragraph, Run, Table
from ui.theme.tokens import ThemeName, tokens_of
from ui.theme.type import Reading
from ui.writing.source import SourceView

TIMES = 12


def _paragraph(text):
    return Paragraph((Run(text),))


def _alive():
    """How many there are of the things of Qt that Python knows."""
    gc.collect()
    return Counter(type(each).__name__ for each in gc.get_objects() if str(type(each).__module__).startswith("PySide6"))


def _grown(do, *, warm=3):
    """Kinds of which there is one more for every time that something is done."""
    for time in range(warm):
        do(time)
    before = _alive()
    for time in range(warm, warm + TIMES):
        do(time)
    return {kind: more for kind, more in (_alive() - before).items() if more >= TIMES // 2}


def test_texts_that_went_leave_nothing_behind(made):
    editor = made()
    table = Table((((Run("甲"),), (Run("乙"),)), ((Run("丙"),), (Run("丁"),))), header=False)

    def lay(number):
        editor.show_blocks((_paragraph(f"第{number}篇"), table, _paragraph("完")), ("zh-CN", "zh-TW")[number % 2])
        assert len(editor.blocks()) == 3

    assert not _grown(lay)


def test_sizes_that_went_leave_nothing_behind(made):
    editor = made([_paragraph("园区新路通车")])

    def enlarge(number):
        editor.read_with(Reading(px=17 + number % 3))

    assert not _grown(enlarge)


def test_a_source_view_has_one_painter_of_its_signs_whatever_the_theme(qtbot, look):
    view = SourceView(look.reading, look.tokens)
    qtbot.addWidget(view)
    view.show_blocks([_paragraph("园区新路通车")])
    before = len(view.findChildren(QObject))
    for name in (ThemeName.DARK, ThemeName.LIGHT, ThemeName.PAPER):
        view.use(Reading(px=19), tokens_of(name, system_dark=False))
    assert len(view.findChildren(QObject)) == before


def test_the_signs_of_the_source_take_the_color_of_the_theme(qtbot, look):
    view = SourceView(look.reading, tokens_of(ThemeName.LIGHT, system_dark=False))
    qtbot.addWidget(view)
    view.setPlainText("- 甲")
    dark = tokens_of(ThemeName.DARK, system_dark=False)
    view.use(look.reading, dark)
    painted = view.document().firstBlock().layout().formats()
    assert [each.format.foreground().color().name().upper() for each in painted] == [dark.accent.upper()]
