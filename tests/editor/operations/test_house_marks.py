"""Quotation marks of a variant are checked by the profile that made it."""

from __future__ import annotations

import pytest

from editor.article import Article, Variant, slip_from_plain
from editor.markup.reader import read
from editor.operations import autosaving, proofing
from editor.operations.deciding import accept, propose
from editor.records.articles import Writing
from tests.editor.operations.newsroom import own_article

SAID = "周明说：“我们一定会按时完成任务”，大家鼓掌。\n"


def made(desk, profile):
    """A variant of an article, made for somebody; gives its name."""
    name = own_article(desk, text=SAID)
    proposal = propose(desk, name, profile)
    accept(desk, (name, profile, proposal.source), ())
    return f"{name}@zh-TW"


def marks(desk, name):
    loaded = autosaving.load(desk, name)
    article = Article(loaded.article, Variant(loaded.variant), slip_from_plain(loaded.slip), read(loaded.text))
    return [finding.text[0] for finding in proofing.check(desk, article) if finding.rule == "P29"]


@pytest.fixture(autouse=True)
def every_rule(desk):
    proofing.choose_rules(desk, proofing.every_rule())


def test_a_house_of_the_mainland_keeps_its_own_for_readers_elsewhere(desk):
    name = made(desk, "mainland-for-taiwan")
    assert "“" in autosaving.load(desk, name).text
    assert marks(desk, name) == []


def test_and_still_after_somebody_wrote_on(desk):
    name = made(desk, "mainland-for-taiwan")
    loaded = autosaving.load(desk, name)
    text = loaded.text.replace("大家", "眾人")
    autosaving.keep_draft(desk, Writing(loaded.article, "zh-TW", loaded.slip, text, "", loaded.version))
    assert marks(desk, name) == []


def test_a_house_of_the_region_has_those_of_the_region(desk):
    name = made(desk, "taiwan")
    loaded = autosaving.load(desk, name)
    assert "「" in loaded.text
    assert marks(desk, name) == []
    text = loaded.text.replace("「", "“").replace("」", "”")
    autosaving.keep_draft(desk, Writing(loaded.article, "zh-TW", loaded.slip, text, "", loaded.version))
    assert marks(desk, name) == ["“"]
