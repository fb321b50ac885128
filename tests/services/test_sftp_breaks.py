"""Deliveries by SFTP that break off: a line is cut, a program is killed, a server is away."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import paramiko
import pytest

from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.publish.targets.kinds import kind
from editor.store.outbox import TargetRow
from tests.editor.publish.sample_packages import changed, gone, package, png
from tests.services.chaos.newsroom import founded
from tests.services.over_sftp import ONE, THREE, TWO, on_disk, opened, options_of, tree

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.usefixtures("own_cache")


def whole_pages(www: Path, *states: dict[str, bytes]) -> None:
    """Each file is as it is in one of these states, and each page finds its pictures, each list its pages."""
    here = tree(www)
    for name, data in here.items():
        if not name.endswith(".part"):
            assert data in [state[name] for state in states if name in state], name
    for name, data in here.items():
        if name.startswith("articles/") and name.endswith(".html"):
            for picture in re.findall(rb'<img src="\.\./(assets/[^"]+)"', data):
                assert picture.decode() in here
        elif name == "index.html":
            for page in re.findall(rb'href="(articles/[^"]+\.html)"', data):
                assert page.decode() in here


def test_a_line_that_breaks_again_and_again_leaves_old_or_new(openssh, tmp_path, monkeypatch):
    """The line is cut after each of the first calls in turn; the delivery after that completes it."""
    place = opened(openssh)
    place.deliver([ONE, TWO], [])
    www = openssh.files / "www"
    old = tree(www)
    new = on_disk(tmp_path, ([ONE, TWO], []), ([THREE, changed(ONE, headline="改")], [gone(TWO)]))
    calls = 0
    real = paramiko.SFTPClient._request

    for last in (3, 9, 14, 18, 22, 26, 31, 37, 45, 60):
        calls = 0

        def request(self, *args, last=last):
            nonlocal calls
            calls += 1
            if calls == last:
                self.get_channel().get_transport().close()
            return real(self, *args)

        with monkeypatch.context() as patch:
            patch.setattr(paramiko.SFTPClient, "_request", request)
            try:
                place.deliver([THREE, changed(ONE, headline="改")], [gone(TWO)])
            except EditorError as error:
                assert error.code == "sftp_cut"  # noqa: PT017  it may also have come to its end
        whole_pages(www, old, new)
    place.deliver([THREE, changed(ONE, headline="改")], [gone(TWO)])
    assert tree(www) == new


CHILD = """
import sys
import threading
from editor.publish.targets.kinds import kind
from tests.editor.publish.sample_packages import gone, package, png
options = dict(part.split("=", 1) for part in sys.argv[2:])
place = kind("sftp").open(options, "-")
number = int(sys.argv[1])
print("begun", flush=True)
articles = [package(n, pictures=(png(color=(n, number, 7)),), headline=f"第{n}篇第{number}稿") for n in range(1, 21)]
place.deliver(articles, [gone(package(90))])
print("done", flush=True)
"""


def test_a_program_that_is_killed_leaves_old_or_new_and_the_next_one_completes_it(openssh, tmp_path):
    options = [f"{name}={value}" for name, value in options_of(openssh).items()]
    dice = random.Random(7)
    www = openssh.files / "www"
    ended = 0
    for number in range(1, 9):
        command = [sys.executable, "-c", CHILD, str(number), *options]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "begun\n"
            time.sleep(dice.uniform(0.2, 1.2))
            child.send_signal(signal.SIGKILL)
            ended += "done" in child.stdout.read()
        for page in www.glob("articles/*.html"):
            assert page.read_text().rstrip().endswith("</html>"), page
        here = tree(www)
        for name, data in here.items():
            if name.startswith("articles/") and name.endswith(".html"):
                shown = re.findall(rb'<img src="\.\./(assets/[^"]+)"', data)
                assert all(picture.decode() in here for picture in shown)
    last = [package(n, pictures=(png(color=(n, 9, 7)),), headline=f"第{n}篇末稿") for n in range(1, 21)]
    opened(openssh).deliver(last, [])
    assert ended < 8, "each time it was quicker than its end"
    pages = {name: data for name, data in tree(www).items() if name.startswith("articles/")}
    assert pages == {k: v for k, v in on_disk(tmp_path, (last, [])).items() if k.startswith("articles/")}
    assert not [name for name in tree(www) if name.endswith(".part")]


def test_a_server_that_is_away_is_told_and_tried_again(openssh, tmp_path):
    options = options_of(openssh) | {"outlet": "web", "connections": "2"}
    row = TargetRow("server", "sftp", kind("sftp").address(options), options, "")
    field = founded(tmp_path, row, 5)
    secrets = SecretsInMemory({row.destination: "-"})
    one, two = field.write(1), field.write(2)
    field.queue(one, two)
    pages = openssh.files / "www" / "articles"
    assert once(field.desk, secrets, OwnClock())["server"].done == 2
    assert one.word in (pages / f"{one.name}.html").read_text("utf-8")
    field.change(one)
    field.withdraw(two)
    openssh.server.stop()
    left = once(field.desk, secrets, OwnClock())["server"]
    assert left.trouble is not None
    assert left.trouble[0] == "sftp_refused"
    assert left.next_due is not None
    assert two.word in (pages / f"{two.name}.html").read_text("utf-8")


def test_a_server_that_cuts_every_line_leaves_old_or_new(openssh, tmp_path):
    place = opened(openssh)
    place.deliver([ONE, TWO], [])
    www = openssh.files / "www"
    many = [package(n, pictures=(png(color=(n, 1, 1)),), headline=f"新{n}") for n in range(1, 13)]
    old, new = tree(www), on_disk(tmp_path, ([ONE, TWO], []), (many, []))
    for wait in (0.25, 0.35, 0.45, 0.55):
        timer = threading.Timer(wait, openssh.kill_session)
        timer.start()
        with suppress(EditorError):
            place.deliver(many, [])
        timer.join()
        whole_pages(www, old, new)
    place.deliver(many, [])
    assert tree(www) == new
