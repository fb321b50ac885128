"""The site tells what was corrected and what was withdrawn: on the pages, in the lists, and on a page of its own."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from editor.article import Note, Variant
from editor.publish.formats.corrected import with_notes
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import article_id, gone, package

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = SiteOptions("清水新闻", "清水县融媒体中心", "https://news.example/")
NOTE = Note("“完工”应为“基本完工”。", "2021-09-25")


def corrected(number: int, *notes: Note, variant=Variant.ZH_CN, own=Variant.ZH_CN):
    one = package(number, variant, own, corrections=notes)
    article = one.article
    blocks = with_notes(article.blocks, article.slip, article.variant)
    return dataclasses.replace(one, article=dataclasses.replace(article, blocks=blocks))


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


def deliver(site, packages, withdrawn=()):
    SiteTarget(site, OPTIONS).deliver(packages, withdrawn)


def page(site):
    return (site / "corrections.html").read_text("utf-8")


def test_without_corrections_there_is_no_such_page(site):
    deliver(site, [package(1), package(2)])
    assert not (site / "corrections.html").exists()
    assert "corrections.html" not in (site / "index.html").read_text("utf-8")


def test_a_corrected_article_is_marked_and_listed_with_its_note(site):
    deliver(site, [package(1), corrected(2, Note("旧的一处。", "2021-09-21"), NOTE)])
    front = (site / "index.html").read_text("utf-8")
    assert front.count("已更正") == 1
    assert 'href="corrections.html"' in front
    assert "<h1" in page(site)
    assert NOTE.text in page(site)
    assert "2021年9月25日" in page(site)
    assert f'href="articles/{article_id(2)}.html"' in page(site)
    assert article_id(1) not in page(site)


def test_a_notice_and_a_withdrawal_stand_there_too_the_newest_first(site):
    notice = package(7, genre="notice", corrects=article_id(2), headline="关于某文的更正")
    deliver(site, [corrected(2, NOTE), notice, package(3)], [gone(package(3), notice=True)])
    tags = re.findall(r'<b class="tag">([^<]*)</b>', page(site))
    assert tags == ["已撤稿", "已更正", "更正启事"]
    assert package(3).article.slip.headline not in page(site)


def test_what_is_taken_down_is_mentioned_nowhere(site):
    deliver(site, [corrected(2, NOTE), package(1)])
    deliver(site, [], [gone(corrected(2, NOTE))])
    assert not (site / "corrections.html").exists()
    assert "corrections.html" not in (site / "sitemap.xml").read_text("utf-8")


def test_each_script_has_its_own(site):
    own = corrected(2, NOTE)
    other = corrected(2, Note("「完工」應為「基本完工」。", "2021-09-25"), variant=Variant.ZH_TW)
    deliver(site, [own, other])
    assert "「完工」應為「基本完工」。" in (site / "hant" / "corrections.html").read_text("utf-8")
    assert "更正與撤稿" in (site / "hant" / "corrections.html").read_text("utf-8")
    assert "「" not in page(site)


def test_delivered_again_nothing_changes(site):
    deliver(site, [corrected(2, NOTE), package(1)])
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    deliver(site, [corrected(2, NOTE)])
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_markup_in_a_note_is_text(site):
    deliver(site, [corrected(2, Note("<script>alert(1)</script>", "2021-09-25"))])
    assert "<script>alert" not in page(site)
