"""Files made to do harm, and broken ones: a sentence says so, and neither time nor memory runs away."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from editor.errors import EditorError, Exit
from editor.intake import readable, take_in
from editor.intake.packed import MAX_ENTRIES, Archive, kind_of_file
from tests.editor.intake.office_files import Docx, box, cell, listed, packed, packed_gbk, para, part, run, style, within
from tests.growth import assert_proportional, assert_within

TEXT = "茶农们一早就上山采茶，一天能采三四斤鲜叶。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes) -> str:
    with pytest.raises(EditorError) as caught:
        take_in(data, "a.docx")
    error = caught.value
    assert error.exit_code == Exit.UNREADABLE
    for language in resources.LANGUAGES:
        assert resources.sentence(f"error.{error.code}", language, **error.details)
    return error.code


def with_document(xml: str) -> bytes:
    return Docx("", more={"word/document.xml": xml}).bytes()


def test_a_part_that_unpacks_without_end_is_refused():
    data = with_document(part("document", f"<w:body>{para('零' * 10)}{' ' * 70_000_000}</w:body>"))
    assert len(data) < 2_000_000
    codes = []
    assert_within(3, lambda: codes.append(refused(data)))
    assert codes[0] == "packed_too_large"


def test_a_picture_that_unpacks_without_end_is_refused():
    data = Docx(
        para('<w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r>'),
        media={"p": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(70_000_000))},
    ).bytes()
    assert refused(data) == "packed_too_large"


def test_too_many_members_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for index in range(MAX_ENTRIES + 1):
            archive.writestr(f"word/{index}", b"")
    assert refused(stream.getvalue()) == "packed_too_large"


def test_a_directory_that_claims_to_be_huge_is_refused_before_it_is_read():
    data = bytearray(Docx(para(TEXT)).bytes())
    struct.pack_into("<I", data, data.rindex(b"PK\x05\x06") + 12, 0x7FFFFFFF)
    assert refused(bytes(data)) == "packed_too_large"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(declaration, encoding):
    whole = part("document", f"<w:body>{para(TEXT)}</w:body>").split("\n", 1)[1]
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{whole}'
    assert refused(Docx("", more={"word/document.xml": xml.encode(encoding)}).bytes()) == "docx_entities"


def test_a_document_with_a_password_is_refused():
    assert refused(OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le")) == "packed_encrypted"
    data = bytearray(Docx(para(TEXT)).bytes())
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    struct.pack_into("<H", data, at + 8, 1)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 8, 1)
    assert refused(bytes(data)) in {"packed_encrypted", "packed_broken"}


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("", "docx_broken"), ("<w:document", "docx_broken"), ("<a/>", ""), (part("document", ""), ""),
        (part("document", within("body", "<w:sdt>" * 300, "</w:sdt>" * 300)), "docx_broken"),
        (part("document", "<w:body><w:p><w:r><w:t>\x01</w:t></w:r></w:p></w:body>"), "docx_broken"),
        (part("document", "<w:body>&nope;</w:body>"), "docx_broken"),
    ],
)  # fmt: skip
def test_broken_documents(xml, code):
    data = with_document(xml)
    if code:
        assert refused(data) == code
        assert readable(data, "utf-8", "docx") is None
    else:
        assert not take_in(data).blocks


def test_a_word_file_without_a_document_is_refused():
    assert refused(packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"})) == "docx_no_document"
    assert refused(packed({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"})) == "office_unsupported"


@pytest.mark.parametrize(
    "nested",
    [
        lambda inner, depth: "<w:smartTag>" * depth + inner + "</w:smartTag>" * depth,
        lambda inner, depth: "<w:sdt><w:sdtContent>" * (depth // 2) + inner + "</w:sdtContent></w:sdt>" * (depth // 2),
        lambda inner, depth: "<w:ins>" * depth + inner + "</w:ins>" * depth,
    ],
)
def test_nesting_as_deep_as_the_parser_allows_is_read(nested):
    data = Docx(para(TEXT) + para(run("前") + nested(run("深处"), 240) + run("后。"))).bytes()
    assert "前深处后。" in readable(data, "utf-8", "docx")


def test_tables_and_text_boxes_in_one_another_are_read():
    inner = para("最里面。")
    for _ in range(70):
        inner = f"<w:tbl><w:tr>{cell(inner)}</w:tr></w:tbl>"
    assert "最里面。" in readable(Docx(inner).bytes(), "utf-8", "docx")
    boxes = para("最里面。")
    for _ in range(12):
        boxes = (
            para(box(boxes))
            if _ < 1
            else para(
                f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{boxes}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        )
    assert readable(Docx(boxes).bytes(), "utf-8", "docx").count("最里面。") == 1


@pytest.mark.parametrize(
    "body",
    [
        lambda n: para("".join(run(sign, "<w:b/>" if at % 2 else "") for at, sign in enumerate("茶农采茶忙" * n))),
        lambda n: "".join(listed("采茶", 1) for _ in range(n * 5)),
        lambda n: "".join(para("引用", style="q") for _ in range(n * 5)),
        lambda n: "<w:tbl>" + f"<w:tr>{cell('一') * 10}</w:tr>" * (n // 4) + "</w:tbl>",
        lambda n: para('<w:r><w:footnoteReference w:id="1"/></w:r>' * n + run("注")),
        lambda n: para("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * n + run("域")),
        lambda n: para("<w:ins>" * 200 + run("插") * n + "</w:ins>" * 200),
        lambda n: para(f"<w:r>{'<mc:AlternateContent><mc:Choice>' * 100}{'<w:tab/>' * n * 4}"
                       f"{'</mc:Choice></mc:AlternateContent>' * 100}</w:r>"),
    ],
)  # fmt: skip
def test_time_grows_with_the_length(body):
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    tiny, short, long = (
        Docx(body(n), styles=style("q", "Quote"), numbering=numbering).bytes() for n in (50, 800, 4000)
    )
    readable(tiny, "utf-8", "docx")
    assert_proportional(
        lambda: readable(short, "utf-8", "docx"), lambda: readable(long, "utf-8", "docx"), times=12, slack=0.3
    )


def test_styles_in_a_circle_end():
    styles = style("x", "甲", based="y") + style("y", "乙", based="x")
    assert take_in(Docx(para(TEXT, style="x"), styles=styles).bytes()).blocks


@pytest.mark.parametrize("seed", range(60))
def test_damaged_bytes_raise_nothing_but_a_sentence(seed):
    chance = random.Random(seed)
    data = bytearray(Docx(para(TEXT) + para(run("春") + box(para("框"))), styles=style("t", "Title")).bytes())
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if seed % 3 == 0:
        del data[chance.randrange(len(data)) :]
    with contextlib.suppress(EditorError):
        take_in(bytes(data), "a.docx")


ODD = [
    run("字"), "<w:fldChar/>", "<w:r><w:sym/></w:r>", "<w:r><w:footnoteReference/></w:r>", "<w:numPr/>", "",
    "<w:r><w:sym w:font='Symbol' w:char='zz'/></w:r>", "<w:r><w:drawing><a:blip/></w:drawing></w:r>",
]  # fmt: skip
NAMES = [
    "p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "hyperlink", "ins", "del", "pPr", "rPr", "ruby", "txbxContent",
    "pict", "fldSimple",
]  # fmt: skip


@settings(max_examples=60)
@given(
    st.recursive(
        st.sampled_from(ODD),
        lambda inner: st.builds(
            lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
            st.sampled_from(NAMES),
            st.lists(inner, max_size=3),
        ),
        max_leaves=12,
    )
)  # fmt: skip
def test_elements_in_places_where_they_do_not_belong_raise_nothing(body):
    take_in(Docx(para(TEXT) + body).bytes())


def test_kinds_are_told_from_the_content():
    assert kind_of_file(Docx(para(TEXT)).bytes()) == "docx"
    assert kind_of_file(packed({"稿件.txt": TEXT})) == "bundle"
    assert kind_of_file(packed({"mimetype": "application/vnd.oasis.opendocument.text"})) == "odt"
    assert kind_of_file(OLE + "WordDocument".encode("utf-16-le")) == "doc"
    assert kind_of_file(OLE + "Workbook".encode("utf-16-le")) == "xls"
    assert kind_of_file(b"{\\rtf1\\ansi}") == "rtf"
    assert kind_of_file(TEXT.encode()) == ""
    assert kind_of_file(b"PK\x03\x04" + bytes(50)) == "bundle"


def test_names_of_members_are_read_as_they_were_written():
    with Archive(packed_gbk({"来稿/图1：采茶.jpg": b"1", "plain.txt": b"2"})) as archive:
        assert archive.names == ["来稿/图1：采茶.jpg", "plain.txt"]
    with Archive(packed({"來稿/春茶.txt": "1", "a\\b.txt": "2"})) as archive:
        assert archive.names == ["來稿/春茶.txt", "a/b.txt"]
