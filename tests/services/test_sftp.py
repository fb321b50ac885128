"""Deliveries by SFTP to a real sshd: what a reader of the folder sees, and what a line that breaks leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import time

import paramiko
import pytest

from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox import targets
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.publish.remote_files import RemoteFiles
from editor.publish.remote_login import NO_SECRET, Login
from editor.publish.targets.kinds import kind
from editor.publish.targets.sftp_notes import CHANGING, HELD, LOCK
from editor.store.outbox import TargetRow
from tests.editor.publish.sample_packages import changed, gone, package, png
from tests.services.chaos.newsroom import founded
from tests.services.over_sftp import ONE, THREE, TWO, on_disk, opened, options_of, tree

pytestmark = pytest.mark.usefixtures("own_cache")


def test_a_server_that_is_not_known_tells_its_fingerprint_and_gets_nothing(openssh):
    with pytest.raises(EditorError) as told:
        opened(openssh, fingerprint="").probe()
    assert told.value.code == "sftp_host_unknown"
    fingerprint = told.value.details["fingerprint"]
    assert fingerprint.startswith("SHA256:")
    assert opened(openssh, fingerprint=fingerprint).probe().who == openssh.user
    with pytest.raises(EditorError) as told:
        opened(openssh, fingerprint="SHA256:" + "A" * 43).deliver([ONE], [])
    assert told.value.code == "sftp_host_other"
    assert not (openssh.files / "www" / HELD).exists()


def test_what_is_wrong_with_the_way_in(openssh, tmp_path):
    def code(server=openssh, secret="-", **more):
        with pytest.raises(EditorError) as told:
            opened(server, secret, **more).probe()
        return told.value.code

    assert code(port="1") == "sftp_refused"
    assert code(host="no-such-host.invalid") == "sftp_no_host"
    assert code(key_file="", secret="guessed") == "sftp_other_way"
    assert code(key_file=str(tmp_path / "none")) == "sftp_key"
    other = tmp_path / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "phrase", "-f", other], check=True)
    assert code(key_file=str(other)) == "sftp_passphrase"
    assert code(key_file=str(other), secret="") == "sftp_passphrase"
    assert code(key_file=str(other), secret="wrong") == "sftp_key"
    assert code(key_file=str(other), secret="phrase") == "sftp_password"
    assert opened(openssh, openssh.key.read_text(), key_file="").probe().who == openssh.user


def test_a_key_without_a_passphrase_lets_in_without_any_secret(openssh):
    row = TargetRow("files", "sftp", "sftp://x", {**options_of(openssh), "connections": "2", "outlet": "web"}, "")
    place = targets.opened(row, SecretsInMemory())
    assert place.probe().who == openssh.user
    assert place.deliver([ONE], [])[0].written


def test_a_site_on_a_server_says_its_name_and_whole_addresses(openssh, tmp_path):
    told = {
        "url": "https://news.example/",
        "title": "青禾新闻",
        "newsroom": "青禾县融媒体中心",
        "columns": "要闻，民生",
    }
    opened(openssh, **told).deliver([ONE, TWO], [])
    kind("site").open({**told, "path": str(tmp_path / "on-disk")}, "").deliver([ONE, TWO], [])
    there = tree(openssh.files / "www")
    assert there == tree(tmp_path / "on-disk")
    assert "青禾新闻" in there["index.html"].decode()
    assert b"https://news.example/articles/" in there["rss.xml"]
    opened(openssh, **(told | {"title": "青禾"})).deliver([], [])
    assert "青禾新闻" not in tree(openssh.files / "www")["index.html"].decode()


@pytest.mark.parametrize("form", ["site", "markdown", "html"])
def test_the_folder_is_what_it_would_be_on_a_disk(openssh, tmp_path, form):
    place = opened(openssh, format=form)
    steps = [
        ([ONE, TWO, THREE], []),
        ([changed(ONE, headline="换了标题")], []),
        ([], [gone(THREE)]),
        ([], [gone(THREE), gone(TWO, notice=True)]),
    ]
    for packages, leaving in steps:
        made = place.deliver(packages, leaving)
        assert [item.written for item in made] == [True] * len(packages)
    assert tree(openssh.files / "www") == on_disk(tmp_path, *steps, form=form)
    assert not (openssh.files / "www" / LOCK).exists()
    assert not (openssh.files / "www" / CHANGING).exists()


def test_the_same_again_writes_nothing(openssh):
    place = opened(openssh)
    place.deliver([ONE, TWO], [])
    before = {path: path.stat().st_mtime_ns for path in (openssh.files / "www").rglob("*") if path.is_file()}
    again = place.deliver([ONE, TWO], [])
    assert [item.written for item in again] == [False, False]
    assert {path: path.stat().st_mtime_ns for path in (openssh.files / "www").rglob("*") if path.is_file()} == before


def test_another_computer_goes_on_where_the_first_one_ended(openssh, tmp_path, monkeypatch):
    opened(openssh).deliver([ONE, TWO], [])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    opened(openssh).deliver([THREE], [gone(TWO)])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    newer = changed(THREE, headline="第三稿")
    opened(openssh).deliver([newer], [])
    steps = [([ONE, TWO], []), ([THREE], [gone(TWO)]), ([newer], [])]
    assert tree(openssh.files / "www") == on_disk(tmp_path, *steps)


def test_files_of_others_stay_and_are_never_written_over(openssh):
    www = openssh.files / "www"
    www.mkdir()
    (www / "robots.txt").write_text("theirs")
    place = opened(openssh)
    assert [note.code for note in place.probe().notes] == ["sftp_not_empty"]
    place.deliver([ONE], [])
    assert (www / "robots.txt").read_text() == "theirs"
    other = openssh.files / "taken"
    other.mkdir()
    (other / "index.html").write_text("theirs")
    with pytest.raises(EditorError) as told:
        opened(openssh, path="taken").deliver([ONE], [])
    assert (told.value.code, told.value.details["file"]) == ("sftp_taken", "index.html")
    assert tree(other) == {"index.html": b"theirs"}


def test_what_was_deleted_or_cut_short_there_is_put_right(openssh, tmp_path):
    place = opened(openssh)
    place.deliver([ONE, TWO], [])
    www = openssh.files / "www"
    (www / "articles" / f"{ONE.name}.html").unlink()
    (www / "index.html").write_text("half")
    place.deliver([THREE], [])
    assert tree(www) == on_disk(tmp_path, ([ONE, TWO], []), ([THREE], []))


def test_a_server_that_lost_everything_gets_everything_again(openssh, tmp_path):
    place = opened(openssh)
    place.deliver([ONE, TWO], [])
    (openssh.files / "www").rename(openssh.files / "moved")
    place.deliver([THREE], [])
    assert tree(openssh.files / "www") == on_disk(tmp_path, ([ONE, TWO], []), ([THREE], []))


def test_only_one_computer_at_a_time_and_a_dead_one_counts_no_more(openssh):
    www = openssh.files / "www"
    place = opened(openssh)
    place.deliver([ONE], [])
    (www / LOCK).write_text("another")
    with pytest.raises(EditorError) as told:
        place.deliver([TWO], [])
    assert told.value.code == "sftp_locked"
    assert (www / LOCK).read_text() == "another"
    old = time.time() - 3600
    os.utime(www / LOCK, (old, old))
    assert [item.written for item in place.deliver([TWO], [])] == [True]
    assert sorted(name.name for name in www.glob(".gaotai-*")) == [HELD, ".gaotai-site"]


def test_a_list_that_leads_out_of_the_folder_is_refused(openssh, tmp_path):
    place = opened(openssh)
    place.deliver([ONE], [])
    www = openssh.files / "www"
    listed = json.loads((www / HELD).read_text())
    listed["files"]["../../escaped"] = ["0" * 64, 3]
    (www / HELD).write_text(json.dumps(listed))
    (openssh.files / "escaped").write_text("xxx")
    before = tree(www)
    with pytest.raises(EditorError) as told:
        place.deliver([TWO], [])
    assert told.value.code == "sftp_list_damaged"
    assert tree(www) == before
    assert not list(tmp_path.glob("cache/**/escaped"))


def test_the_outbox_takes_down_what_was_withdrawn(openssh, tmp_path):
    options = options_of(openssh) | {"outlet": "web", "connections": "2"}
    row = TargetRow("server", "sftp", kind("sftp").address(options), options, "")
    field = founded(tmp_path, row, 6)
    secrets = SecretsInMemory({row.destination: "-"})
    one, two = field.write(1), field.write(2)
    field.queue(one, two)
    once(field.desk, secrets, OwnClock())
    field.change(one)
    field.withdraw(two)
    once(field.desk, secrets, OwnClock())
    here = tree(openssh.files / "www")
    assert one.word in here[f"articles/{one.name}.html"].decode()
    assert f"articles/{two.name}.html" not in here
    assert not [name for name, data in here.items() if two.word.encode() in data or two.headline.encode() in data]


def test_a_server_without_renaming_over_a_file_takes_deliveries_all_the_same(openssh, tmp_path, monkeypatch):
    def unsupported(*_):
        raise OSError("Operation unsupported")

    monkeypatch.setattr(paramiko.SFTPClient, "posix_rename", unsupported)
    place = opened(openssh)
    steps = [([ONE, TWO], []), ([changed(ONE, headline="改")], [gone(TWO)])]
    for packages, leaving in steps:
        place.deliver(packages, leaving)
    assert tree(openssh.files / "www") == on_disk(tmp_path, *steps)


def test_large_pictures_arrive_whole(openssh):
    data = png(2200, 1500)[:-12] + bytes(range(256)) * 12_000
    article = package(1, pictures=(data,))
    opened(openssh, format="markdown").deliver([article], [])
    [name] = article.assets
    assert (openssh.files / "www" / "assets" / f"{name}.png").read_bytes() == data


def test_empty_files_and_names_in_chinese_come_back_as_they_went(openssh):
    login = Login("127.0.0.1", openssh.port, openssh.user, str(openssh.key), openssh.host_key, NO_SECRET)
    with RemoteFiles(login, "深/层", 2) as files:
        files.make_folder("稿件")
        for path, data in (("空", b""), ("稿件/𠮷 %20.html", b"x" * 70_000)):
            files.write(path, data)
            assert files.read(path) == data
        assert files.read("没有") is None
        assert set(files.listing("")) == {"空", "稿件"}
        assert files.create("空", b"1") is False
        assert files.create("新", b"1") is True
        assert files.rewrite("没有", b"") is False
        assert files.move("没有", "x") is False
        files.remove("没有")
        files.remove_folder("稿件")
        assert "稿件" in files.listing("")
