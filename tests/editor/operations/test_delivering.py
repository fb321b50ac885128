"""What leaves: exactly what was signed, whole, and nothing of what was withdrawn."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Outlet
from editor.markup.frontmatter import split
from editor.operations.delivering import clear, deliver
from editor.operations.reviewing import sign, submit, withdraw
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    WRITER,
    change,
    own_article,
    passed,
    sheet,
)

RARE = (
    "𬭎㛃𫖯𬱟𠮷䶮"  # names that people really have
    "𠀀𠀁𪛟𪜀𫜴𫝀𫠝𫠠𬺡𬺰𮯠"  # beginnings and ends of the blocks of plane 2
    "𰀀𱍊𱍐𲎯"  # plane 3
    "葛󠄀辻󠄁芦󠄂"  # variation selectors
    "👩‍🚒👍🏽🇨🇳❤️"  # emoji of several characters
    "é̂ ά"  # combining marks
)


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_rare_characters_come_through_the_library_and_every_format(desk, tmp_path):
    text = f"新任局长{RARE}昨日到任。\n"
    name = passed(desk, own_article(desk, text, headline=f"{RARE}到任"))
    assert sheet(desk, name).content.text == text
    for kind, ending in (("markdown", "md"), ("html", "html"), ("ninjs", "json"), ("site", "html")):
        sent = deliver(desk, f"{kind}:{tmp_path / kind}", None)
        assert [item.name for item in sent.delivered] == [name]
        place = tmp_path / kind / ("articles" if kind == "site" else "") / f"{name}.{ending}"
        assert (
            RARE in json.loads(place.read_text("utf-8"))["headlines"][0]["value"]
            if kind == "ninjs"
            else (place.read_text("utf-8").count(RARE) >= 2)
        )
    fields, body = split((tmp_path / "markdown" / f"{name}.md").read_text("utf-8"))
    assert fields["headline"] == f"{RARE}到任"
    assert text.strip() in body


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_any_character_is_kept_by_the_library_as_it_was_typed(text):
    import tempfile
    from pathlib import Path

    from editor.store import drafts, library

    with tempfile.TemporaryDirectory() as folder:
        opened = library.create(Path(folder) / "library")
        drafts.save(opened, drafts.Draft("", "a", "zh-CN", text, "", "", ""))
        with opened.read() as connection:
            assert drafts.find(connection, "", "a")["zh-CN"].text == text
        opened.close()


def test_a_later_text_without_sign_off_does_not_go_and_the_passed_one_stays(desk, tmp_path):
    name = passed(desk, own_article(desk))
    deliver(desk, f"html:{tmp_path}/out", None)
    before = files(tmp_path / "out")
    change(desk, name, WRITER, "两成", "五成")
    submit(desk, name, WRITER)
    deliver(desk, f"html:{tmp_path}/out", None)
    assert files(tmp_path / "out") == before
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, name, level, person)
    deliver(desk, f"html:{tmp_path}/out", None)
    after = files(tmp_path / "out")
    assert set(after) == set(before)
    assert "五成".encode() in after[f"{name}.html"]
    assert "两成".encode() not in b"".join(after.values())


def test_a_withdrawn_article_is_cleared_wherever_it_went_and_the_others_stay(desk, tmp_path):
    gone = passed(desk, own_article(desk, headline="清风徐来的下午", text="这一段必须整个消失。\n"))
    stays = passed(desk, own_article(desk, headline="留下来的稿件"))
    for kind in ("site", "markdown", "html", "ninjs"):
        deliver(desk, f"{kind}:{tmp_path / kind}", None)
    done = withdraw(desk, gone, person=CHIEF)
    assert [error for _, error in clear(desk, done)] == [None] * 4
    for kind in ("site", "markdown", "html", "ninjs"):
        left = b"".join(files(tmp_path / kind).values())
        assert "必须整个消失".encode() not in left
        assert "清风徐来的下午".encode() not in left
        assert "留下来的稿件".encode() in left
    assert sheet(desk, stays).state == "sent"


def test_a_notice_stays_where_the_newsroom_wants_one(desk, tmp_path):
    name = passed(desk, own_article(desk, headline="清风徐来的下午", text="这一段必须整个消失。\n"))
    deliver(desk, f"site:{tmp_path}/site", None)
    clear(desk, withdraw(desk, name, notice=True, person=CHIEF))
    page = (tmp_path / "site" / "articles" / f"{name}.html").read_text("utf-8")
    assert "撤" in page
    assert "必须整个消失" not in page
    assert "清风徐来的下午" not in page


def test_receipts_are_signed_by_whoever_is_named(desk, tmp_path):
    name = passed(desk, own_article(desk))
    deliver(desk, f"html:{tmp_path}/out", [name], CHIEF)
    deliver(desk, f"html:{tmp_path}/out", [name], CHIEF)
    receipts = sheet(desk, name).standing.newest_approvals[0].receipts
    assert len(receipts) == 1
    assert sheet(desk, name).standing.state == "sent"


def test_a_change_of_one_outlets_headline_changes_what_is_covered_there_alone(desk):
    name = own_article(desk, outlets=(Outlet("微信", headline="快看"), Outlet("报纸", headline="开闸")))
    content = sheet(desk, name).content
    before = content.covers(name)
    from editor.operations.content import with_slip

    after = with_slip(content, outlets=(Outlet("微信", headline="开闸了"), Outlet("报纸", headline="开闸"))).covers(
        name
    )
    assert {outlet for outlet in before if before[outlet] != after[outlet]} == {"微信"}
    internal = with_slip(content, deadline="2026-03-05T18:00:00+08:00", contact="传达室").covers(name)
    assert internal == before


def test_what_was_withdrawn_and_passed_again_is_published_only_when_it_goes_again(desk, tmp_path):
    name = passed(desk, own_article(desk))
    deliver(desk, f"site:{tmp_path / 'out'}", [name], CHIEF)
    assert sheet(desk, name).state == "sent"
    done = withdraw(desk, name, why="出错", person=CHIEF)
    clear(desk, done)
    submit(desk, name, WRITER)
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, name, level, person)
    assert sheet(desk, name).state == "approved"
    deliver(desk, f"site:{tmp_path / 'out'}", [name], CHIEF)
    assert sheet(desk, name).state == "sent"
