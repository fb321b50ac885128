"""What of a delivery by SFTP needs no server; see tests/services/test_sftp.py for a real one."""

from __future__ import annotations

import pytest

from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox.targets import opened
from editor.publish.targets.kinds import checked, kind
from editor.publish.targets.sftp_mirror import ordered
from editor.publish.targets.sftp_notes import (
    CHANGING,
    Changing,
    Held,
    Mark,
    changing_data,
    changing_of,
    held_data,
    held_of,
)
from editor.store.outbox import TargetRow

GIVEN = {"host": "Files.example.cn", "user": "news", "path": "/srv/www/"}


def address(**more: str) -> str:
    return kind("sftp").address(checked(kind("sftp"), GIVEN | more))


def test_one_place_has_one_address_however_it_is_written():
    assert address() == "sftp://news@files.example.cn:22//srv/www#site"
    assert address(path="/srv/./www") == address()
    assert address(path="srv/www") != address()
    assert address(format="markdown") != address()
    assert address(port="2222") != address()


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("host", "a b", "sftp_host_shape"),
        ("host", "news@files", "sftp_host_shape"),
        ("port", "0", "sftp_host_shape"),
        ("port", "22x", "sftp_host_shape"),
        ("path", "../other", "sftp_path_shape"),
        ("path", "/", "sftp_path_shape"),
        ("format", "word", "option_value"),
    ],
)
def test_what_is_no_place_is_refused_before_anything_is_called(option, value, code):
    with pytest.raises(EditorError) as told:
        address(**{option: value})
    assert told.value.code == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"url": "nowhere"}, "target_address"),
        ({"format": "markdown", "title": "青禾新闻"}, "sftp_site_option"),
        ({"format": "html", "columns": "要闻"}, "sftp_site_option"),
    ],
)
def test_what_is_said_of_a_site_is_looked_at_and_is_for_sites_alone(more, code):
    with pytest.raises(EditorError) as told:
        address(**more)
    assert told.value.code == code


def test_a_title_makes_no_other_place_of_a_site():
    assert address(title="青禾新闻", url="https://news.example/") == address()


@pytest.mark.parametrize(("more", "needless"), [({}, False), ({"key_file": "~/key"}, True), ({"key_file": " "}, False)])
def test_a_key_file_may_do_without_a_secret_and_a_password_may_not(more, needless):
    options = {**dict.fromkeys(("outlet", "connections", "rate"), ""), **checked(kind("sftp"), GIVEN | more)}
    row = TargetRow("files", "sftp", address(), options, "")
    if needless:
        opened(row, SecretsInMemory())
        return
    with pytest.raises(EditorError) as told:
        opened(row, SecretsInMemory())
    assert told.value.code == "secret_missing"


def test_a_page_finds_its_pictures_and_a_list_its_pages():
    order = ordered(
        [".gaotai-site", "index.html", "feed.xml", "articles/b.html", "articles/a.html", "assets/x.png", "site-1.css"]
    )
    assert order == [
        ["assets/x.png", "site-1.css"],
        ["articles/a.html", "articles/b.html"],
        ["feed.xml", "index.html"],
        [".gaotai-site"],
    ]


def test_what_is_written_down_is_read_again():
    files = {"a/b 稿.html": Mark("0" * 64, 5), "c": Mark("1" * 64, 0)}
    assert held_of(held_data(files)).files == files
    assert held_of(None) == Held("", {})
    changing = Changing("me", files, ("d", "e/f"))
    assert changing_of(changing_data(changing)) == changing
    assert changing_of(None) is None


@pytest.mark.parametrize("path", ["../x", "a/../x", "/etc/passwd", "a//b", "", ".", "C:/x", "a\\b", "a\nb", CHANGING])
def test_a_name_from_the_server_never_leads_out_of_the_copy(path):
    for data, read in (
        (held_data({path: Mark("0", 1)}), held_of),
        (changing_data(Changing("", {}, (path,))), changing_of),
    ):
        with pytest.raises(EditorError) as told:
            read(data)
        assert told.value.code == "sftp_list_damaged"


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"v":2}', b'{"v":1,"files":[]}', b'{"v":1,"files":{"a":[1]}}'])
def test_a_damaged_list_is_told_and_never_taken_for_an_empty_one(data):
    with pytest.raises(EditorError) as told:
        held_of(data)
    assert told.value.code == "sftp_list_damaged"
