"""Bytes of a page → text, whatever wrote them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import EditorError, Exit
from editor.intake import decode, office, readable, take_in
from editor.markup.blocks import block_text
from tests.editor.intake.fixture_files import SENTENCES, fixture_files, traditional


def test_at_least_995_of_1000_files_are_read_right() -> None:
    files = fixture_files(500)
    wrong = [file.label for file in files if decode(file.data)[0].text != file.text.removeprefix("\ufeff")]
    assert len(files) == 500
    assert len(wrong) <= 2, wrong


def test_a_short_text_that_is_valid_in_two_encodings_is_read_as_chinese() -> None:
    """目录 in GBK is valid UTF-8 too, and so is 联通 for careless decoders."""
    for text in ("目录", "联通", "一"):
        assert decode(text.encode("gbk"))[0].text == text


@pytest.mark.parametrize("text", ["Café", "e\u0301", "résumé et déjà vu", "Menü", "Привет, как дела", "Ελληνικά"])
def test_other_scripts_in_utf8_stay_what_they_are(text: str) -> None:
    assert decode(text.encode())[0].text == text


def test_close_readings_are_told_to_the_person() -> None:
    data = "的一".encode("utf-16-le")
    close = [file for file in (data, "在".encode("gbk") * 2) if len(decode(file)) > 1]
    for file in close:
        intake = take_in(file)
        assert [finding.message for finding in intake.findings].count("intake.two_readings") == 1
        assert len(intake.readings) > 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "gb18030", "utf-8"])
def test_no_byte_order_mark_stays_in_the_text(encoding: str) -> None:
    text = SENTENCES[0] + "\n" + SENTENCES[1]
    intake = take_in(text.encode(encoding))
    assert intake.decoded == text
    assert intake.findings == () or all(finding.message != "intake.undecodable" for finding in intake.findings)


def test_rare_characters_of_gb18030_and_hong_kong_survive() -> None:
    rare = "记者𬭎先生到访䶮里村，𠮷野家开业。今天天气很好，大家都来了。"
    assert decode(rare.encode("gb18030"))[0].text == rare
    hong_kong = traditional("今天天气很好，大家都来了。") + "屋邨街坊喺度傾偈，啲嘢好平㗎。"
    assert decode(hong_kong.encode("big5hkscs"))[0].text == hong_kong


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5", "iso-8859-1", "unknown-8"])
@pytest.mark.parametrize("real", ["gb18030", "utf-8"])
def test_a_wrong_declaration_in_the_page_is_not_believed(real: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"><title>标题</title></head><body><p>{SENTENCES[2]}</p></body></html>'
    assert decode(page.encode(real))[0].text == page


def test_a_cut_off_file_is_read_and_the_damage_flagged() -> None:
    text = "\n".join(SENTENCES[:6])
    intake = take_in(text.encode("utf-8")[:-2])
    assert intake.encoding == "utf-8"
    assert intake.decoded[:-1] == text[: len(intake.decoded) - 1]
    found = [finding for finding in intake.findings if finding.message == "intake.undecodable"]
    assert [intake.decoded[finding.start : finding.end] for finding in found] == ["\ufffd"]


def test_a_byte_lost_from_a_gb18030_file_is_mended_and_not_flagged() -> None:
    text = (
        "石桥镇春茶上市\n2024-05-06 来源：云溪日报\n“今年可形成产值过100亿元产业链。”祁阳高新区管委会副主任介绍，"
        "今年以来，高新区累计实现产值318.89亿元。\n"
    )
    data = text.encode("gb18030")
    at = data.index("。”祁".encode("gb18030"))
    intake = take_in(data[:at] + data[at + 1 :])
    assert block_text(intake.blocks[0]) == text.split("\n")[2]
    assert [repair.rule for repair in intake.repairs if repair.applied] == ["R03"]
    assert intake.findings == ()


def test_emoji_written_as_two_surrogates_in_utf8_comes_out_whole() -> None:
    data = "山茶花开🌸了，大家快来看。".encode("utf-16-le")
    pairs = data.decode("utf-16-le", "surrogatepass")
    broken = "".join(
        char if ord(char) < 0x10000 else chr(0xD800 + ((ord(char) - 0x10000) >> 10)) + chr(0xDC00 + (ord(char) & 0x3FF))
        for char in pairs
    ).encode("utf-8", "surrogatepass")
    assert decode(broken)[0].text == "山茶花开🌸了，大家快来看。"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_input"),
        (b" \r\n\t ", "empty_input"),
        (b"\xef\xbb\xbf", "empty_input"),
        ("\u3000\n\u3000".encode(), "empty_input"),
        (b"\x00" * 4000, "empty_input"),
        (b"%PDF-1.4\n%\xe2\xe3", "binary_input"),
        (b"PK\x03\x04" + b"\x00" * 40, "packed_broken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary_input"),
        (bytes(range(1, 32)) * 40, "binary_input"),
        (b"a" * 50_000_001, "input_too_large"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(EditorError) as caught:
        take_in(data)
    assert caught.value.code == code
    assert caught.value.exit_code == Exit.UNREADABLE


def test_an_office_file_of_old_names_the_program_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(EditorError) as caught:
        take_in(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 90)
    assert caught.value.code == "office_missing"
    assert caught.value.exit_code == Exit.UNREADABLE


def test_random_bytes_are_refused() -> None:
    import random

    chance = random.Random(4)
    refused = 0
    for _ in range(20):
        try:
            decode(chance.randbytes(5000))
        except EditorError as error:
            refused += error.code in {"undecodable_input", "binary_input"}
    assert refused == 20


def test_the_kept_original_reads_again_as_it_was_read() -> None:
    for file in fixture_files(78, seed=5):
        intake = take_in(file.data)
        assert readable(file.data, intake.encoding, intake.kind) == intake.decoded, file.label
    assert readable(b"", "utf-8", "plain") is None


def test_an_encoding_that_a_person_names_is_used() -> None:
    data = SENTENCES[0].encode("big5hkscs", "ignore")
    assert take_in(data, encoding="big5-hkscs").decoded == data.decode("big5hkscs")
    with pytest.raises(EditorError) as caught:
        take_in(data, encoding="no-such-thing")
    assert caught.value.code == "unknown_encoding"
    with pytest.raises(EditorError):
        take_in(data, encoding="rot13")
    with pytest.raises(EditorError):
        take_in(data, encoding="unicode_escape")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=400))
def test_decode_gives_text_or_a_known_error(data: bytes) -> None:
    with contextlib.suppress(EditorError):
        readings = decode(data)
        assert readings
        readings[0].text.encode("utf-8")
