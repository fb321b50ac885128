"""In idle moments: dictionaries are read piece by piece, never while somebody writes; a slow conversion is told."""

from __future__ import annotations

import subprocess
import sys

import pytest

_WARM = """
import sys
from editor.service import texts
for what in {steps!r}:
    texts.warm(None, what)
assert {{"opencc", "rjieba"}} <= set(sys.modules), sorted(sys.modules)
import time
from editor.article import Article, Slip, Variant
from editor.markup.reader import read
from editor.text.variants.articles import convert_whole
before = set(sys.modules)
convert_whole(Article("", Variant.ZH_CN, Slip(), read("他站在动力之谷。")), Variant.ZH_TW)
assert set(sys.modules) == before, set(sys.modules) - before
"""


def test_after_all_pieces_a_conversion_loads_nothing_more():
    from ui.work.idle import _STEPS

    subprocess.run([sys.executable, "-c", _WARM.format(steps=_STEPS)], check=True, timeout=60)


@pytest.fixture
def asked(opened, monkeypatch):
    """What is asked from now on; nothing is answered."""
    opened.settle()
    told = []

    def ask(what, /, **arguments):
        told.append((what, arguments))

    monkeypatch.setattr(opened.jobs, "ask", ask)
    return told


def test_pieces_come_one_after_the_other_and_not_while_somebody_writes(opened, asked):
    idle = opened.work.idle
    idle.warm()
    assert [(what, told["what"]) for what, told in asked] == [("texts.warm", "opencc")]
    asked[0][1]["done"](None)
    idle.pause.start(300)
    opened.desktop.sheet.edited.emit()
    assert idle.pause.remainingTime() > 1000
    idle.warm()
    idle.warm()
    idle.warm()
    assert [told["what"] for what, told in asked if what == "texts.warm"] == ["opencc", "words", "article"]


def test_a_conversion_that_takes_long_is_told_and_can_be_stopped(opened, monkeypatch):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("他站在动力之谷。")
    opened.do("file.save")
    opened.settle()
    ask = opened.jobs.ask
    kept = []

    def slow(what, /, **arguments):
        if what == "converting.propose":
            kept.append(arguments)
            return _Job()
        return ask(what, **arguments)

    class _Job:
        over = False

    canceled = []
    monkeypatch.setattr(opened.jobs, "ask", slow)
    monkeypatch.setattr(opened.jobs, "cancel", canceled.append)
    opened.do("article.convert")
    opened.until(lambda: kept)
    assert opened.desktop.status.progress == ""
    opened.until(lambda: opened.desktop.status.progress != "")
    opened.desktop.status.cancel_wanted.emit()
    assert len(canceled) == 1
    assert opened.desktop.status.progress == ""
    assert not opened.work.converting.shown
