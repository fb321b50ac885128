"""A window at which text comes in."""

from __future__ import annotations

import pytest

PAGE = """青禾縣(xiàn)春灌開閘
2026-03-05 09:12:30    来源:石溪日報 | 編輯:田文 | 作者:蘇葉    瀏覽量:318

今年3月,青禾縣(xiàn)灌區比去年提早五天開閘,經(jīng)濟發(fā)展用水批準(zhǔn)了,首批放水覆蓋六個鄉鎮。

灌區的同志說,今年雪水來得早,產(chǎn)業(yè)園區用水進(jìn)步很大,企業(yè)建設(shè)也夠用。單(shàn)縣的客人也來看。
"""


@pytest.fixture
def page(tmp_path):
    """A damaged page in a file, with a place that a person has to decide."""
    file = tmp_path / "春灌.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.fixture
def reported(opened, page):
    """A window with the report of the page."""
    opened.work.articles.take_in([str(page)])
    opened.until(lambda: opened.work.intake.reporting.shown, timeout=20000)
    opened.settle()
    return opened
