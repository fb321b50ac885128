"""What a window asks of deliveries, review copies and pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from editor.errors import EditorError
from editor.operations import reviewing
from editor.service import assets, output
from editor.service.messages import Place
from editor.service.room import Room
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, change, founded_desk, own_article
from tests.editor.publish.sample_packages import png


@pytest.fixture
def room(tmp_path):
    made = Room(Place(tmp_path / "library", tmp_path / "data"))
    made.__dict__["desk"] = founded_desk(tmp_path / "library")
    yield made
    made.close()


def signed(room, **slip):
    name = own_article(room.desk, **slip)
    reviewing.submit(room.desk, name, WRITER)
    for level, person in enumerate((FIRST, SECOND, CHIEF), 1):
        reviewing.sign(room.desk, name, level, person)
    return name


def test_a_plan_says_what_goes_and_why_the_rest_does_not(room):
    ready, draft = signed(room, headline="已签的"), own_article(room.desk, headline="没签的")
    plan = output.plan(room, "site", [ready, draft, "0000"])
    assert [(item.headline, item.code) for item in plan] == [
        ("已签的", ""),
        ("没签的", "not_signed"),
        ("", "article_unknown"),
    ]


def test_without_names_the_plan_is_of_what_was_signed_and_not_yet_published(room):
    ready = signed(room)
    own_article(room.desk)
    assert [item.name for item in output.plan(room, "site")] == [ready]


def test_review_copies_may_be_made_of_everything(room):
    draft = own_article(room.desk)
    assert [item.code for item in output.plan(room, "review", [draft])] == [""]


def test_signed_articles_go_and_unsigned_ones_never(room, tmp_path):
    ready, draft = signed(room), own_article(room.desk)
    done = output.deliver(room, f"html:{tmp_path / 'out'}", [ready, draft], CHIEF)
    assert [(item.name, item.code) for item in done.delivered] == [(ready, ""), (draft, "not_signed")]
    assert sorted(path.name for path in (tmp_path / "out").glob("*.html")) == [f"{ready}.html"]
    assert done.open == str(tmp_path / "out")
    assert done.articles == (ready,)


def test_a_text_changed_after_signing_goes_as_it_was_signed_and_its_copy_is_marked(room, tmp_path):
    ready = signed(room)
    change(room.desk, ready, WRITER, "两成", "三成")
    output.deliver(room, f"markdown:{tmp_path / 'out'}", [ready], CHIEF)
    assert "两成" in (tmp_path / "out" / f"{ready}.md").read_text(encoding="utf-8")
    done = output.deliver(room, f"review:{tmp_path / 'copies'}", [ready])
    assert [item.unsigned for item in done.delivered] == [True]


def test_a_site_opens_at_its_front_page(room, tmp_path):
    done = output.deliver(room, f"site:{tmp_path / 'site'}", [signed(room)], CHIEF)
    assert Path(done.open) == tmp_path / "site" / "index.html"


def test_a_locked_key_is_told_before_anything_goes_out(room, tmp_path, monkeypatch):
    ready = signed(room)
    with room.desk.reading() as session:
        chief = next(one for one in room.desk.keys.identities(session.newsroom) if one.name == CHIEF)

    def locked(_identity):
        raise EditorError.refused("passphrase_needed")

    monkeypatch.setattr(room.desk.keys, "unlock", locked)
    with pytest.raises(EditorError, match="passphrase_needed"):
        output.deliver(room, f"html:{tmp_path / 'out'}", [ready], chief.person)
    assert not (tmp_path / "out").exists()
    output.deliver(room, f"review:{tmp_path / 'copies'}", [ready], chief.person)
    assert len(list((tmp_path / "copies").iterdir())) == 1


def test_addresses_are_remembered_the_last_one_first_each_once(room, tmp_path):
    ready = signed(room)
    one, other = f"html:{tmp_path / 'a'}", f"site:{tmp_path / 'b'}"
    for address in (one, other, one):
        output.deliver(room, address, [ready], CHIEF)
    assert output.addresses(room) == (one, other)


def test_a_place_of_no_kind_is_refused_and_not_remembered(room):
    for address in ("fax:1", "review:", "site:"):
        with pytest.raises(EditorError, match="target_unknown"):
            output.deliver(room, address, [])
    assert output.addresses(room) == ()


def test_copies_are_named_so_that_people_find_them(room, tmp_path):
    name = own_article(room.desk, headline="一/二：“三”?\n四")
    made = output.review_copy(room, name, str(tmp_path / "copies"))
    assert not made.signed
    assert Path(made.file).name == f"{made.number} 一 二：“三” 四.pdf"
    assert Path(made.file).read_bytes().startswith(b"%PDF")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == [Path(made.file).name]


def test_a_copy_that_cannot_be_written_is_told(room, tmp_path):
    (tmp_path / "file").write_text("x", encoding="ascii")
    with pytest.raises(EditorError, match="output_unwritable"):
        output.review_copy(room, own_article(room.desk), str(tmp_path / "file"))


def test_of_files_the_bad_ones_are_named_and_the_others_kept(room, tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "b.txt").write_bytes(b"no picture")
    kept = assets.keep_files(room, [str(tmp_path / "a.png"), str(tmp_path / "b.txt"), str(tmp_path / "gone.png")])
    assert [(item.name, item.code) for item in kept] == [
        ("a.png", ""),
        ("b.txt", "picture_unknown"),
        ("gone.png", "input_unreadable"),
    ]
    assert kept[0].source == "asset:" + hashlib.sha256(png()).hexdigest()
    assert assets.read(room, kept[0].source) == png()


def test_small_pictures_come_in_their_order_also_those_that_are_not_here(room):
    kept = assets.keep(room, png(600, 300))
    small = assets.small(room, ["asset:" + "0" * 64, kept.source, "https://example.com/a.jpg"], 100)
    assert [bool(item.data) for item in small] == [False, True, False]
    assert (small[1].width, small[1].height, small[1].size) == (600, 300, len(png(600, 300)))


def test_a_picture_is_written_to_a_file_to_be_opened(room, tmp_path):
    kept = assets.keep(room, png())
    file = assets.save(room, kept.source, str(tmp_path))
    assert file.endswith(".png")
    assert Path(file).read_bytes() == png()


@pytest.mark.parametrize("kind", ["site", "html"])
def test_review_copies_are_never_put_where_articles_are_published(room, tmp_path, kind):
    output.deliver(room, f"{kind}:{tmp_path / 'out'}", [signed(room)], CHIEF)
    draft = own_article(room.desk)
    for folder in (tmp_path / "out", tmp_path / "out" / "copies"):
        with pytest.raises(EditorError, match="review_in_target"):
            output.deliver(room, f"review:{folder}", [draft])
    assert not list((tmp_path / "out").rglob("*.pdf"))
