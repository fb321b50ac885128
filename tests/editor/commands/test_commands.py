"""The command line as its users and outside checks call it: in an empty home, right and wrong."""

from __future__ import annotations

import json
import sqlite3

import pytest

from editor.cli import run
from tests.editor.commands.pages import imported, newsroom, passed


def test_a_page_comes_in_with_its_fields_and_nothing_of_the_site(gaotai):
    record = imported(gaotai)
    assert record["headline"] == "青禾县春灌开闸"
    assert record["authors"] == [
        {"name": "许青", "role": "author", "label": "作者"},
        {"name": "李娜", "role": "author", "label": "作者"},
    ]
    assert record["source"] == "青禾县融媒体中心"
    assert record["editor"] == "田文"
    assert record["responsible_editor"] == "田文"
    assert record["published_at"] == "2026-03-05T09:12:30+08:00"
    assert record["variant"] == "zh-Hans"
    assert record["state"] == "draft"
    assert record["kicker"] is None
    assert record["keywords"] == []
    assert [block["kind"] for block in record["blocks"]] == ["paragraph", "paragraph"]
    assert record["blocks"][0]["text"].startswith("今年3月，青禾县灌区比去年提早五天开闸，")
    assert any(loss["what"] == "view_count" for loss in record["report"])


def test_one_bad_file_does_not_stop_the_others(gaotai, home):
    (home / "empty.txt").write_bytes(b"")
    (home / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (home / "folder").mkdir()
    code, records, err = gaotai("import", "empty.txt", "picture.txt", "folder", "none.txt", "page.txt", "--json")
    assert code == 3
    assert [record.get("error") for record in records] == [
        "empty_input",
        "binary_input",
        "bundle_empty",
        "no_such_file",
        None,
    ]
    assert [record["file"] for record in records] == ["empty.txt", "picture.txt", "folder", "none.txt", "page.txt"]
    assert all(record["message"] for record in records[:-1])
    assert err.count("\n") == 4
    assert len(gaotai("list", "--json")[1]) == 1


def test_list_and_show_know_the_article_by_id_and_by_number(gaotai):
    record = imported(gaotai)
    _, rows, _ = gaotai("list", "--json")
    assert rows[0]["id"] == record["id"]
    assert set(rows[0]) >= {"id", "number", "variant", "headline", "column", "authors", "state", "updated_at"}
    for name in (record["id"], record["number"]):
        _, shown, _ = gaotai("show", name, "--format", "md")
        assert shown.startswith("---\n")
        assert "headline: 青禾县春灌开闸" in shown
        assert "首批放水覆盖六个乡镇。" in shown
        assert gaotai("show", name, "--json")[1][0]["headline"] == "青禾县春灌开闸"
    assert "<p>" in gaotai("show", record["id"], "--format", "html")[1]
    assert gaotai("show", "0101-XX-99")[0] == 3


def test_a_whole_day_from_page_to_site_and_back(gaotai, home):
    newsroom(gaotai)
    name = imported(gaotai)["id"]
    code, converted, _ = gaotai("convert", name, "--to", "zh-TW", "--json")
    assert code == 0
    assert converted[0]["id"] == f"{name}@zh-TW"
    assert converted[0]["headline"] == "青禾縣春灌開閘"
    assert converted[0]["changes"]
    passed(gaotai, name)
    passed(gaotai, f"{name}@zh-TW")
    code, sent, _ = gaotai("export", "--to", "site:site", "--all-signed", "--json")
    assert code == 0
    assert {item["id"] for item in sent} == {name, f"{name}@zh-TW"}
    assert (home / "site" / "index.html").exists()
    assert {row["state"] for row in gaotai("list", "--json")[1]} == {"sent"}
    before = {path: path.read_bytes() for path in (home / "site").rglob("*") if path.is_file()}
    gaotai("export", "--to", "site:site", "--all-signed")
    assert {path: path.read_bytes() for path in (home / "site").rglob("*") if path.is_file()} == before
    code, audit, _ = gaotai("verify", "--json")
    assert (code, audit[0]["problems"]) == (0, [])
    assert audit[0]["entries"] == audit[0]["checked"]
    assert gaotai("withdraw", name, "--as", "陈衡", "--why", "数据有误")[0] == 0
    left = b"".join(path.read_bytes() for path in (home / "site").rglob("*") if path.is_file())
    for words in ("青禾县春灌开闸", "首批放水", "青禾縣春灌開閘"):
        assert words.encode() not in left
    assert gaotai("verify", "--json")[1][0]["problems"] == []


@pytest.mark.parametrize("kind", ["markdown", "html", "ninjs"])
def test_files_carry_the_signed_text_and_the_foot_lines(gaotai, home, kind):
    newsroom(gaotai)
    name = imported(gaotai)["id"]
    passed(gaotai, name)
    assert gaotai("export", "--to", f"{kind}:out", name)[0] == 0
    ending = {"markdown": "md", "html": "html", "ninjs": "json"}[kind]
    text = (home / "out" / f"{name}.{ending}").read_text(encoding="utf-8")
    assert "首批放水覆盖六个乡镇。" in text
    for person in ("周明", "何静", "陈衡"):
        assert person in text


def test_an_unsigned_article_does_not_go_and_the_others_do(gaotai, home):
    newsroom(gaotai)
    first, second = imported(gaotai)["id"], imported(gaotai)["id"]
    passed(gaotai, first)
    code, records, err = gaotai("export", "--to", "html:out", second, first, "--json")
    assert code == 5
    assert any(record.get("error") == "not_signed" for record in records)
    assert [path.name for path in (home / "out").glob("*.html")] == [f"{first}.html"]
    assert "not passed all levels" in err


def test_the_database_edited_by_hand_is_noticed_by_verify_and_by_export(gaotai):
    newsroom(gaotai)
    name = imported(gaotai)["id"]
    passed(gaotai, name)
    raw = sqlite3.connect("lib/library.db")
    raw.executescript(
        "DROP TRIGGER entry_keeps_text; UPDATE entry SET body = replace(body, '六个', '九个') WHERE kind = 'revision'"
    )
    raw.close()
    code, audit, _ = gaotai("verify", "--json")
    assert code == 1
    assert audit[0]["problems"][0]["code"] == "body"
    code, _, _ = gaotai("export", "--to", "html:out", name)
    assert code == 5


def test_what_a_person_writes_makes_him_the_writer_who_may_not_sign(gaotai, home):
    gaotai("member", "add", "陈衡", "--levels", "1,2,3")
    gaotai("member", "add", "许青", "--levels", "1,2,3")
    name = imported(gaotai)["id"]
    _, text, _ = gaotai("show", name, "--format", "md")
    (home / "edited.md").write_text(text.replace("六个乡镇", "七个乡镇"), encoding="utf-8")
    assert gaotai("edit", name, "edited.md", "--as", "许青")[0] == 0
    assert gaotai("submit", name, "--as", "许青", "--json")[1][0]["kind"] == "written"
    code, records, _ = gaotai("sign", name, "--level", "1", "--as", "许青", "--json")
    assert (code, records[0]["error"]) == (5, "own_text")


def test_a_text_taken_in_for_its_author_makes_nobody_a_writer(gaotai):
    newsroom(gaotai)
    name = imported(gaotai)["id"]
    assert gaotai("submit", name, "--as", "周明", "--json")[1][0]["kind"] == "entered"
    assert gaotai("sign", name, "--level", "1", "--as", "周明")[0] == 0


def test_the_last_reviewer_changes_one_character_and_it_goes_out_after_a_second_look(gaotai, home):
    newsroom(gaotai)
    name = imported(gaotai)["id"]
    assert gaotai("submit", name, "--as", "周明")[0] == 0
    assert gaotai("sign", name, "--level", "1", "--as", "周明")[0] == 0
    assert gaotai("sign", name, "--level", "2", "--as", "何静")[0] == 0
    assert gaotai("show", name, "--json")[1][0]["as_original"] is True
    _, text, _ = gaotai("show", name)
    (home / "red.md").write_text(text.replace("六个乡镇", "七个乡镇"), encoding="utf-8")
    assert gaotai("edit", name, "red.md", "--as", "陈衡")[0] == 0
    code, records, _ = gaotai("sign", name, "--level", "3", "--as", "陈衡", "--json")
    assert (code, records[0]["kind"], records[0]["state"]) == (0, "reviewed", "approved")
    assert gaotai("show", name, "--json")[1][0]["as_original"] is False
    code, records, _ = gaotai("export", "--to", "html:out", name, "--json")
    assert (code, records[0]["error"]) == (5, "no_countercheck")
    code, records, _ = gaotai("countercheck", name, "--as", "陈衡", "--json")
    assert (code, records[0]["error"]) == (5, "own_change")
    assert gaotai("countercheck", name, "--as", "许青")[0] == 0
    assert gaotai("export", "--to", "html:out", name)[0] == 0
    assert "七个乡镇" in (home / "out" / f"{name}.html").read_text(encoding="utf-8")
    assert gaotai("verify")[0] == 0


def test_what_the_slip_lacks_is_told_when_it_is_submitted(gaotai, home):
    newsroom(gaotai)
    (home / "bare.txt").write_text("县里通水\n\n今天上午，县里的水渠正式通水，沿线群众都来观看。\n", encoding="utf-8")
    name = imported(gaotai, "bare.txt")["id"]
    code, _, err = gaotai("submit", name, "--as", "许青")
    assert code == 0
    assert "author" in err


def test_several_who_may_are_asked_and_nobody_is_picked(gaotai):
    newsroom(gaotai)
    name = imported(gaotai)["id"]
    code, _, err = gaotai("submit", name)
    assert code == 2
    assert "--as" in err


def test_without_pass_phrase_and_key_ring_nothing_is_signed(gaotai, capfd, home):
    code = run(["--library", "lib", "member", "add", "许青", "--levels", "1"])
    _, err = capfd.readouterr()
    assert code == 5
    assert "pass phrase" in err
    newsroom(gaotai)
    (home / "phrase").write_text("另一句口令\n", encoding="utf-8")
    name = imported(gaotai)["id"]
    code, _, err = gaotai("submit", name, "--as", "许青")
    assert code == 5
    assert "does not open" in err


def test_key_files_are_for_their_owner_alone(gaotai, home):
    newsroom(gaotai)
    files = list((home / "home").rglob("identities/*/*.json"))
    assert len(files) == 4
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nonsense"], 2),
        (["sign", "x", "--level", "9"], 2),
        (["export", "--to", "site:out"], 2),
        (["export", "--to", "fax:out", "x"], 2),
        (["--lang", "fr", "list"], 2),
        (["show", "x"], 4),
        (["verify"], 4),
        (["repair", "none.txt"], 3),
        (["check", "none.txt"], 3),
        (["convert", "none.txt", "--to", "zh-TW"], 3),
        (["withdraw", "x"], 4),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_wrong_use_is_a_sentence_in_the_chosen_language(gaotai, arguments, code, language):
    got, _, err = gaotai("--lang", language, *arguments, lines=False)
    assert got == code
    assert err.startswith("gaotai: ")
    assert err.count("\n") == 1
    if language == "zh_CN" and "fr" not in arguments:
        assert any("\u4e00" <= char <= "\u9fff" for char in err)


def test_repair_and_check_and_convert_on_files_and_standard_input(gaotai, home, monkeypatch, capfd):
    (home / "damaged.txt").write_text(
        "今年6月,經(jīng)國務(wù)院批準(zhǔn),全縣經(jīng)濟向好,經(jīng)費到位。\n", encoding="utf-8"
    )
    code, out, _ = gaotai("repair", "damaged.txt", "--report", "r.json")
    assert (code, out) == (0, "今年6月，經國務院批準，全縣經濟向好，經費到位。\n")
    assert {item["rule"] for item in json.loads((home / "r.json").read_text(encoding="utf-8"))} >= {"R02", "P01"}
    code, findings, _ = gaotai("check", "damaged.txt", "--json")
    assert {finding["rule"] for finding in findings} >= {"P01"}
    assert set(findings[0]) >= {"rule", "start", "end", "text", "message", "fix", "severity"}
    (home / "hans.txt").write_text("记者于文静报道，明天后天有雨。", encoding="utf-8")
    code, records, _ = gaotai("convert", "hans.txt", "--to", "zh-TW", "--json")
    assert (
        records[0]["text"] == "記者于文靜報導，明天後天有雨。" or records[0]["text"] == "記者于文靜報道，明天後天有雨。"
    )
    assert {change["kind"] for change in records[0]["changes"]} <= {"one-to-one", "one-to-many", "word", "protected"}
    code, out, _ = gaotai("convert", "hans.txt", "--to", "zh-CN")
    assert out == "记者于文静报道，明天后天有雨。"


def test_a_record_is_one_line_for_every_reader_of_lines(gaotai, home):
    (home / "odd.txt").write_bytes("县里今天通水\u2028沿线群众观看\u2029水质良好\x85完".encode())
    code, records, _ = gaotai("repair", "odd.txt", "--json")
    assert code == 0
    assert len(records) == 1


def test_version_needs_nothing(gaotai, capfd):
    assert run(["--version"]) == 0
    assert capfd.readouterr().out.startswith("gaotai ")


def test_the_demonstration_runs_twice_and_gives_the_same_bytes(home, capfd):
    assert run(["demo", "--out", "day"]) == 0
    first = {p: p.read_bytes() for p in (home / "day").rglob("*") if p.is_file() and "library" not in p.parts}
    names = {str(p.relative_to(home / "day")).split("/")[0] for p in first}
    assert {"site", "ninjs", "markdown", "html"} <= names
    assert run(["demo", "--out", "day"]) == 0
    again = {p: p.read_bytes() for p in (home / "day").rglob("*") if p.is_file() and "library" not in p.parts}
    assert again == first
    (home / "mine").mkdir()
    (home / "mine" / "letter.txt").write_text("私信", encoding="utf-8")
    assert run(["demo", "--out", "mine"]) == 6
    assert [p.name for p in (home / "mine").iterdir()] == ["letter.txt"]
    capfd.readouterr()


def test_a_folder_a_zip_and_a_document_become_articles_with_their_pictures(gaotai, home):
    from editor.markup.reader import read
    from editor.publish.formats.pictures import asset_file
    from tests.editor.intake.office_files import Docx, jpeg, packed, para, picture, png, run

    text = "茶农们一早就上山采茶，一天能采三四斤鲜叶。"
    title = para(run("石桥镇春茶上市", "<w:b/>"), center=True)
    document = Docx(title + para(text) + para(picture("p")) + para("图为采茶。"), media={"p": ("a.png", png())}).bytes()
    (home / "a.docx").write_bytes(document)
    (home / "b.zip").write_bytes(packed({"稿件.txt": text, "图1.jpg": jpeg(), "坏.docx": b"PK\x03\x04"}))
    (home / "c").mkdir()
    (home / "c" / "甲.txt").write_text(text, encoding="utf-8")
    (home / "c" / "乙.txt").write_text(text, encoding="utf-8")
    code, records, _ = gaotai("import", "a.docx", "b.zip", "c", "--json")
    assert code == 3
    assert {record["file"]: record.get("error") for record in records} == {
        "a.docx": None, "b.zip/坏.docx": "packed_broken", "b.zip/稿件.txt": None, "c/乙.txt": None, "c/甲.txt": None,
    }  # fmt: skip
    first = records[0]
    assert first["headline"] == "石桥镇春茶上市"
    assert [block["kind"] for block in first["blocks"]] == ["paragraph", "image"]
    _, shown, _ = gaotai("show", first["id"], "--json")
    sources = [block.source for block in read(shown[0]["text"]) if block.kind == "image"]
    assert [asset_file(source.removeprefix("asset:"), "image/png") for source in sources]
    assert shown[0]["intake"]["file"] == "a.docx"
