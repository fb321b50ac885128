"""ZIP files and folders: one document with its pictures is one article, several are several."""

from __future__ import annotations

import pytest

from editor.errors import EditorError
from editor.intake import take_in
from editor.intake.bundle import articles
from editor.markup.blocks import Image, block_text
from tests.editor.intake.office_files import Docx, jpeg, packed, packed_gbk, para, picture, png

HEAD = "石桥镇春茶上市\n\n来源：云溪日报\n\n"
LEAD = "五月的石桥镇，茶香四溢，漫山遍野都是采茶人的身影。"
TEXT = "茶农们一早就上山采茶，一天能采三四斤鲜叶。"


def page(*lines: str) -> bytes:
    return (HEAD + "\n\n".join(lines)).encode()


def only(parts):
    found = list(articles(packed(parts)))
    assert len(found) == 1
    assert found[0].error is None
    return found[0].intake


def pictures(intake) -> list[tuple[str, str]]:
    """File name and caption of the pictures in the order of the text."""
    names = {f"asset:{each.asset}": each.name for each in intake.pictures}
    return [(names[b.source], b.caption) for b in intake.blocks if isinstance(b, Image)]


def told(intake) -> dict[str, str]:
    return {loss.what: loss.text for loss in intake.report}


def test_captions_with_numbers_stand_where_they_stand_in_the_text():
    intake = only(
        {
            "稿件.txt": page(LEAD, "图2：茶农在采茶。（王军 摄）", TEXT, "（图1）", TEXT),
            "图1.jpg": jpeg(),
            "图2.png": png(),
        }
    )
    assert intake.slip.headline == "石桥镇春茶上市"
    assert pictures(intake) == [("图2.png", "图2：茶农在采茶。（王军 摄）"), ("图1.jpg", "")]
    assert [b.kind for b in intake.blocks] == ["paragraph", "image", "paragraph", "image", "paragraph"]
    assert told(intake)["picture_place"] == "（图1）"
    assert intake.original == page(LEAD, "图2：茶农在采茶。（王军 摄）", TEXT, "（图1）", TEXT)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("DSC_0412.jpg：茶农在采茶。", "DSC_0412.jpg"),
        ("【DSC_0412】茶农在采茶。", "DSC_0412.JPG"),
        ("图一 茶农在采茶。", "01.jpg"),
        ("图片1、茶农在采茶。", "照片1.jpg"),
        ("【此处插入图片1】", "image1.jpeg"),
        ("图1", "春茶1.jpg"),
    ],
)
def test_lines_that_name_a_picture(line, name):
    intake = only({"稿件.txt": page(LEAD, line, TEXT), name: jpeg()})
    assert [b.kind for b in intake.blocks] == ["paragraph", "image", "paragraph"]
    assert [file for file, _ in pictures(intake)] == [name]
    caption = pictures(intake)[0][1]
    assert caption in line
    assert ("茶农在采茶" in line) == ("茶农在采茶。" in caption)


@pytest.mark.parametrize(
    "line", ["图1显示，今年的茶园面积比去年大。", "见图1，今年的茶园面积比去年大。", "图11：没有这张图。"]
)
def test_sentences_about_pictures_stay(line):
    intake = only({"稿件.txt": page(LEAD, line, TEXT), "图1.jpg": jpeg()})
    assert line in [block_text(block) for block in intake.blocks]


def test_captions_without_numbers_are_taken_in_order_when_there_are_as_many():
    lines = (LEAD, "图为茶农在采茶。（王军 摄）", TEXT, "茶厂里热气腾腾。李娜 摄", TEXT)
    parts = {"稿件.txt": page(*lines), "b10.jpg": jpeg(), "b9.jpg": png(1)}
    assert pictures(only(parts)) == [("b9.jpg", "图为茶农在采茶。（王军 摄）"), ("b10.jpg", "茶厂里热气腾腾。李娜 摄")]
    parts["b11.jpg"] = png(2)
    intake = only(parts)
    assert [file for file, caption in pictures(intake) if not caption] == ["b9.jpg", "b10.jpg", "b11.jpg"]


def test_pictures_without_a_place_stand_at_the_end_with_what_their_name_says():
    intake = only(
        {
            "稿件.txt": page(LEAD, TEXT),
            "2-茶农在山上采茶（王军 摄）.jpg": jpeg(),
            "1.jpg": png(1),
            "微信图片_20210919214450.jpg": png(2),
            "IMG_2041.jpg": png(3),
        }
    )
    assert dict(pictures(intake)) == {
        "1.jpg": "", "2-茶农在山上采茶（王军 摄）.jpg": "茶农在山上采茶（王军 摄）",
        "微信图片_20210919214450.jpg": "", "IMG_2041.jpg": "",
    }  # fmt: skip
    assert [b.kind for b in intake.blocks][:2] == ["paragraph", "paragraph"]
    assert "IMG_2041.jpg" in told(intake)["picture_appended"]


def test_a_list_of_captions_below_its_heading():
    lines = (LEAD, "图片说明：", "1.茶农采茶（王军 摄）", "2、茶厂制茶（王军 摄）")
    intake = only({"稿件.txt": page(*lines), "1.jpg": jpeg(), "2.jpg": png(1)})
    assert pictures(intake) == [("1.jpg", "1.茶农采茶（王军 摄）"), ("2.jpg", "2、茶厂制茶（王军 摄）")]
    assert block_text(intake.blocks[0]) == LEAD
    assert len(intake.blocks) == 3
    without = only({"稿件.txt": page(*lines), "a.jpg": jpeg()})
    assert "1.茶农采茶（王军 摄）" in "".join(block_text(block) for block in without.blocks)


def test_a_caption_below_the_name_of_the_file_and_a_picture_for_the_top():
    intake = only(
        {
            "稿件.txt": page(LEAD, "（DSC_0412.jpg）", "茶农在采茶。王军 摄", TEXT),
            "DSC_0412.jpg": jpeg(),
            "题图.jpg": png(1),
        }
    )
    assert pictures(intake) == [("题图.jpg", ""), ("DSC_0412.jpg", "茶农在采茶。王军 摄")]
    assert [b.kind for b in intake.blocks] == ["image", "paragraph", "image", "paragraph"]


def test_a_file_of_captions_is_none_of_the_articles():
    captions = "1.jpg 茶农在采茶。\n图2：制茶。".encode("gbk")
    document = Docx(para(LEAD) + para(TEXT)).bytes()
    intake = only({"稿件.docx": document, "图说.txt": captions, "1.jpg": jpeg(), "2.jpg": png()})
    assert pictures(intake) == [("1.jpg", "茶农在采茶。"), ("2.jpg", "图2：制茶。")]


def test_pictures_of_the_document_stay_and_the_same_picture_is_kept_once():
    document = Docx(para(LEAD) + para(picture("p")) + para(TEXT), media={"p": ("image1.png", png())}).bytes()
    intake = only({"稿件.docx": document, "原图.png": png()})
    assert len(intake.pictures) == 1
    assert [b.kind for b in intake.blocks] == ["paragraph", "image", "paragraph"]
    assert told(intake)["picture_twice"] == "原图.png"
    assert intake.kind == "docx"
    assert intake.original == document


def test_references_of_markdown_and_saved_pages_find_their_files():
    markdown = f"# 春茶\n\n{LEAD}\n\n![图为采茶](images/a%20b.jpg)\n\n{TEXT}\n"
    intake = only({"dir/稿件.md": markdown, "dir/images/a b.jpg": jpeg()})
    assert pictures(intake) == [("a b.jpg", "图为采茶")]
    saved = (
        f"<html><head><title>春茶</title></head><body><div class='TRS_Editor'><p>{LEAD}</p>"
        f"<p><img src='春茶_files/1.jpg'></p><p>{TEXT}</p></div></body></html>"
    )
    intake = only(
        {"春茶.html": saved, "春茶_files/1.jpg": jpeg(), "春茶_files/logo.png": png(), "春茶_files/x.js": "1"}
    )
    assert pictures(intake) == [("1.jpg", "")]


def test_several_documents_are_several_articles_with_the_pictures_that_are_theirs():
    parts = {
        "甲/稿件.txt": page("甲村的茶。" + LEAD),
        "甲/1.jpg": jpeg(),
        "乙/稿件.txt": page("乙村的茶。" + LEAD),
        "乙/图/1.jpg": png(),
        "丙村.txt": page("丙村的茶。" + LEAD),
        "丙村1.jpg": png(7),
        "丁村.txt": page("丁村的茶。" + LEAD),
        "没人认领.jpg": png(9),
    }
    found = {each.file: each.intake for each in articles(packed(parts))}
    assert {file: [each.name for each in intake.pictures] for file, intake in found.items()} == {
        "甲/稿件.txt": ["1.jpg"], "乙/稿件.txt": ["1.jpg"], "丙村.txt": ["丙村1.jpg"], "丁村.txt": [],
    }  # fmt: skip
    assert [told(intake).get("picture_unplaced") for intake in found.values()].count("没人认领.jpg") == 1
    with pytest.raises(EditorError) as caught:
        take_in(packed(parts))
    assert caught.value.code == "bundle_several"


def test_an_odd_document_does_not_stop_the_others():
    parts = {
        "a.docx": b"PK\x03\x04broken",
        "b.txt": page(LEAD),
        "c.txt": b"",
        "d.zip": packed({"x.txt": "x"}),
        "e.docx": packed({"y.txt": "y"}),
    }
    found = {each.file: each.error.code if each.error else "" for each in articles(packed(parts))}
    assert found == {"a.docx": "packed_broken", "b.txt": "", "c.txt": "empty_input", "e.docx": "bundle_nested"}
    assert "d.zip" in told(next(each.intake for each in articles(packed(parts)) if each.intake))["other_file"]


def test_gbk_names_hidden_files_and_names_that_point_elsewhere():
    found = list(articles(packed_gbk({"来稿/稿件.txt": page(LEAD, "图1：采茶。"), "来稿/图1.jpg": jpeg()})))
    assert [each.file for each in found] == ["来稿/稿件.txt"]
    assert pictures(found[0].intake) == [("图1.jpg", "图1：采茶。")]
    odd = {
        "../../稿件.txt": page(LEAD), "/etc/1.jpg": jpeg(), "C:\\x\\2.jpg": png(), "__MACOSX/._稿件.txt": b"\0",
        "~$稿件.docx": b"x", ".DS_Store": b"x", "Thumbs.db": b"x",
    }  # fmt: skip
    intake = only(odd)
    assert sorted(file for file, _ in pictures(intake)) == ["1.jpg", "2.jpg"]


@pytest.mark.parametrize("parts", [{}, {"1.jpg": jpeg()}, {"a.exe": b"MZ"}])
def test_without_a_document_nothing_is_made(parts):
    with pytest.raises(EditorError) as caught:
        list(articles(packed(parts)))
    assert caught.value.code == "bundle_empty"


def test_pictures_of_other_kinds_are_named_not_kept():
    parts = {
        "稿件.txt": page(LEAD),
        "a.bmp": b"BM",
        "b.heic": b"x",
        "c.jpg": b"<html>",
        "d.pdf": b"%PDF",
        "e.jpg": jpeg(orientation=8),
    }
    intake = only(parts)
    assert pictures(intake) == [("e.jpg", "")]
    assert set(told(intake)["picture_format"].split(" ¦ ")) == {"a.bmp", "b.heic", "c.jpg"}
    assert told(intake)["other_file"] == "d.pdf"
    assert told(intake)["picture_turned"] == "e.jpg"


def test_a_folder_is_read_like_a_zip_without_following_links(tmp_path):
    folder = tmp_path / "来稿"
    (folder / "图").mkdir(parents=True)
    (folder / "稿件.txt").write_bytes(page(LEAD, "图1：采茶。"))
    (folder / "图" / "图1.jpg").write_bytes(jpeg())
    (tmp_path / "secret.txt").write_text("秘密")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    found = list(articles(folder))
    assert [each.file for each in found] == ["稿件.txt"]
    assert pictures(found[0].intake) == [("图1.jpg", "图1：采茶。")]


def test_progress_is_told_and_the_work_can_be_stopped():
    parts = {f"{number}.txt": page(LEAD) for number in range(5)}
    said: list[tuple[int, int]] = []
    list(articles(packed(parts), progress=lambda done, total: said.append((done, total))))
    assert said == [(number, 5) for number in range(1, 6)]
    wanted = iter([False, False, True])
    assert len(list(articles(packed(parts), canceled=lambda: next(wanted)))) == 2
