"""Raised numbers that lead to notes at the foot of a saved page are footnotes; what may be something else is text."""

from __future__ import annotations

import pytest

from editor.intake import take_in
from editor.markup.blocks import block_text
from editor.markup.reader import read
from editor.markup.writer import write
from editor.operations.content import Content
from editor.operations.faithful import stands_in
from tests.growth import assert_proportional

TITLE = "清水河治理工程完工"
FIRST = "清水河治理工程第1期昨天完工，河岸新建生态护岸12.6公里，沿岸居民都很高兴{}，明年还要修。"
SECOND = "据镇政府介绍，第二期工程将在明年春天开工{}。"
ANNALS, NOTICE = "《清水河志》，2019年版。", "镇政府公告。"


def page(*body: str) -> str:
    inner = "".join(body)
    return f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=c>{inner}</div></body></html>"


def raised(number: int) -> str:
    return f"<sup id=r{number}><a href='#n{number}'>[{number}]</a></sup>"


def p(text: str, what: str = "") -> str:
    return f"<p>{text.format(what)}</p>"


PAGES = {
    "an encyclopedia": page(
        p(FIRST, raised(1)),
        p(SECOND, raised(2)),
        "<h2>参考资料</h2><ol>",
        f"<li id=n1><span><b><a href='#r1'>^</a></b></span> <span>{ANNALS}</span></li>",
        f"<li id=n2><a href='#r2'>↑</a> {NOTICE}</li></ol>",
    ),
    "paragraphs below a rule": page(
        p(FIRST, "<sup><a href='#a1' name=b1>[1]</a></sup>"),
        p(SECOND, "<a href='#a2' name=b2><sup>2</sup></a>"),
        f"<hr><p><a name=a1 href='#b1'>[1]</a> {ANNALS}</p><p><a name=a2></a>[2] {NOTICE}</p>",
    ),
    "a word processor": page(
        p(FIRST, "<a href='#_ftn1' name='_ftnref1' title=''><span>[1]</span></a>"),
        p(SECOND, "<a href='#_ftn2' name='_ftnref2' title=''><span>[2]</span></a>"),
        "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width='33%'>",
        f"<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> {ANNALS}</p></div>",
        f"<div id=ftn2><p><a href='#_ftnref2' name='_ftn2'><span>[2]</span></a> {NOTICE}</p></div></div>",
    ),
    "stars and a line above": page(
        p(FIRST, "<sup><a href='#a1'>*</a></sup>"),
        p(SECOND, "<sup><a href='#a2'>**</a></sup>"),
        f"<p>注释：</p><p id=a1>* {ANNALS}</p><p id=a2>** {NOTICE}</p>",
    ),
    "below the article's element": page(
        "<div id=js_content>",
        p(FIRST, raised(1)),
        p(SECOND, raised(2)),
        f"</div><div class=notes><p>注释</p><p id=n1>[1] {ANNALS}</p><p id=n2>[2] {NOTICE}</p></div>",
    ),
}


def references(intake) -> list[list[str]]:
    return [[run.note for run in block.runs if run.note] for block in intake.blocks if block.kind == "paragraph"]


@pytest.mark.parametrize("name", PAGES)
def test_notes_at_the_foot_are_footnotes(name):
    intake = take_in(PAGES[name].encode(), "page.html")
    told = [(block.kind, block_text(block)) for block in intake.blocks]
    assert told == [
        ("paragraph", FIRST.format("")),
        ("paragraph", SECOND.format("")),
        ("footnote", ANNALS),
        ("footnote", NOTICE),
    ]
    assert references(intake) == [["1"], ["2"]]
    assert [block.label for block in intake.blocks[2:]] == ["1", "2"]
    assert not [loss for loss in intake.report if loss.what != "notes_title"]
    text = write(intake.blocks)
    assert read(text) == intake.blocks
    claim = {
        "encoding": intake.encoding,
        "kind": intake.kind,
        "repairs": [[item.rule, item.start, item.before, item.after] for item in intake.repairs if item.applied],
    }
    assert stands_in(Content(intake.variant, intake.slip, text), claim, PAGES[name].encode())


def test_a_note_may_be_named_twice_and_several_at_one_place():
    several = "<sup>[<a href='#n1'>1</a>, <a href='#n2'>2</a>]</sup>"
    notes = f"<ol><li id=n1>{ANNALS}</li><li id=n2>{NOTICE}</li></ol><p>责编：田文</p>"
    intake = take_in(page(p(FIRST, several), p(SECOND, raised(1)), notes).encode(), "page.html")
    assert references(intake) == [["1", "2"], ["1"]]
    assert intake.slip.responsible_editor == "田文"
    assert [block_text(block) for block in intake.blocks] == [FIRST.format(""), SECOND.format(""), ANNALS, NOTICE]


def test_a_page_that_a_browser_saved_leads_to_itself_by_its_address():
    here = "https://wiki.example/%E6%B8%85%E6%B0%B4%E6%B2%B3"

    def number(name: str, shown: str = "[1]") -> str:
        return f"<sup id='cite_ref-{name}'><a href='{here}#cite_note-1'>{shown}</a></sup>"

    backs = "".join(f"<a href='{here}#cite_ref-1-{at}'><sup><b>1.{at}</b></sup></a> " for at in range(2))
    body = page(
        p(FIRST, number("1-0")),
        p(SECOND, number("1-1")),
        f"<div><ol><li id='cite_note-1'><span>^ {backs}</span> <span>{ANNALS}</span></li></ol></div>",
    )
    saved = body.replace("<title>", "<link rel=canonical href='https://wiki.example/清水河'><title>")
    intake = take_in(saved.encode(), "page.html")
    assert references(intake) == [["1"], ["1"]]
    assert block_text(intake.blocks[-1]) == ANNALS
    assert references(take_in(body.encode(), "page.html")) == [[], []]  # where it stood is not known


@pytest.mark.parametrize(
    "body",
    [
        p(FIRST, raised(1)) + p(SECOND, raised(2)) + f"<p id=n1>[1] {ANNALS}</p><p>正文。</p><p id=n2>[2] {NOTICE}</p>",
        p(FIRST, raised(1)) + f"<ol><li id=n1>{ANNALS}</li><li>没有人提到的一项。</li></ol>",
        p(FIRST, raised(1)) + f"<p id=n1>{SECOND.format('')}</p>",  # says nowhere that it is a note
        p(FIRST, raised(1)) + "<p id=n1>[1]</p>",
        p(FIRST, raised(1)) + f"<p id=n1>[2] {ANNALS}</p>",
        p(FIRST, raised(1)) + f"<p>{SECOND.format('')}<span id=n1>[1] {ANNALS}</span></p>",
        p(FIRST, raised(1)) + f"<div id=n1>[1] {ANNALS}<p id=n2>[2] {NOTICE}</p><p>{NOTICE}</p></div>",
        p(FIRST, "<sup><a href='#nowhere'>[1]</a></sup>") + f"<p>[1] {ANNALS}</p>",
        p(FIRST, "<sup><a href='https://x.example/#n1'>[1]</a></sup>") + f"<p id=n1>[1] {ANNALS}</p>",
        p(FIRST, "<a href='#n1'>①</a>") + f"<p id=n1>① {ANNALS}</p>",
        f"<p><a href='#n1'>[1]</a></p><h2 id=n1>一</h2>{p(FIRST)}",
        f"<p id=n1>[1] {ANNALS}</p>" + p(FIRST, raised(1)),
    ],
    ids=[
        "text between", "half a list", "no number", "nothing in it", "another number", "in a paragraph", "a box",
        "leads nowhere", "another page", "circled", "contents", "above",
    ],
)  # fmt: skip
def test_what_may_be_something_else_stays_text_with_every_character(body):
    intake = take_in(page(body).encode(), "page.html")
    assert not [block for block in intake.blocks if block.kind == "footnote"]
    assert references(intake) == [[]] * len(references(intake))
    shown = "".join(block_text(block) for block in intake.blocks)
    assert FIRST.format("")[:20] in shown
    if "<sup>" in body or "<sup " in body:
        assert "[1]" in shown


def test_a_page_of_numbers_costs_no_more_than_its_length():
    def hostile(count: int) -> bytes:
        links = "".join(f"<sup><a href='#n{number % 7}'>[1]</a></sup>字" for number in range(count))
        return page(p(FIRST), f"<p>{links}</p>", f"<div id=n1>{'<p>字。</p>' * count}</div>").encode()

    few, many = hostile(500), hostile(4000)
    assert_proportional(lambda: take_in(few, "a.html"), lambda: take_in(many, "a.html"), times=20, slack=1.0)
