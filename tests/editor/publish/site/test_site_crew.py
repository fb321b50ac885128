"""Work in copies of the process: the same site as without them, whatever becomes of a copy."""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.package import Asset
from editor.publish.site import building, crew
from editor.publish.site.crew import Crew
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import gone, package, png

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux only"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),  # threads that other tests left
]


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(crew, "has_one_thread", lambda: True)  # other tests may have left threads that sleep


@pytest.fixture
def _small(monkeypatch):
    monkeypatch.setattr(building, "BATCH", 10)
    monkeypatch.setattr(building, "ALONE", 5)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def many():
    packages = [package(n, column=f"栏目{n % 3}", pictures=(png(color=(n, 1, 1)),)[: n % 2]) for n in range(1, 48)]
    return [*packages, package(3, Variant.ZH_TW), package(40, Variant.ZH_HK), package(3, Variant.ZH_HK)]


def who() -> bytes:
    return str(os.getpid()).encode()


def test_work_is_done_apart_and_its_results_come_back_in_order():
    found: list[bytes] = []
    workers = Crew()
    for number in range(7):
        workers.do(lambda number=number: b"%d %s" % (number, who()), found.append)
    workers.drain()
    assert [line.split()[0] for line in found] == [b"%d" % number for number in range(7)]
    assert who() not in {line.split()[1] for line in found}


def test_a_long_result_comes_back_whole():
    found: list[bytes] = []
    workers = Crew()
    workers.do(lambda: "稿".encode() * 1_000_000, found.append)
    workers.drain()
    assert found == ["稿".encode() * 1_000_000]


def test_a_second_thread_keeps_the_work_here(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    found: list[bytes] = []
    Crew().do(who, found.append)
    end.set()
    thread.join()
    assert found == [who()]


def test_what_a_copy_did_not_finish_is_done_here():
    own, found = os.getpid(), []

    def work() -> bytes:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return who()

    workers = Crew()
    workers.do(work, found.append)
    workers.drain()
    assert found == [who()]


def test_where_no_copy_can_be_made_the_work_is_done_here(monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    found: list[bytes] = []
    Crew().do(who, found.append)
    assert found == [who()]


def test_what_is_stopped_ends_at_once_and_leaves_no_process():
    told, tell = os.pipe()
    never, held = os.pipe()

    def work():
        os.write(tell, str(os.getpid()).encode())
        return os.read(never, 1)

    workers = Crew()
    workers.do(work, lambda _: None)
    process = int(os.read(told, 20))
    assert process != os.getpid()
    workers.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    for end in (told, tell, never, held):
        os.close(end)


@pytest.mark.usefixtures("_small")
def test_a_site_made_in_copies_is_the_site_made_here(tmp_path, monkeypatch):
    apart, here = tmp_path / "apart", tmp_path / "here"
    leaving = [gone(package(2)), gone(package(7), notice=True)]
    forks = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: forks.append(1) or fork())
    done = SiteTarget(apart).deliver(many(), leaving)
    assert len(forks) > 8
    assert not any(item.written for item in SiteTarget(apart).deliver(many()[7:], leaving))
    monkeypatch.setattr(crew, "has_one_thread", lambda: False)
    assert [item.written for item in SiteTarget(here).deliver(many(), leaving)] == [item.written for item in done]
    assert tree(apart) == tree(here)


@pytest.mark.usefixtures("_small")
def test_an_article_that_comes_twice_is_the_later_one_whatever_is_on_its_way(tmp_path):
    packages = many()
    packages.insert(25, package(1, headline="后来的标题"))
    packages.append(package(12, headline="更后来的标题"))
    SiteTarget(tmp_path / "site").deliver(packages, ())
    whole = tree(tmp_path / "site")
    assert "后来的标题" in whole[f"articles/{package(1).name}.html"].decode()
    assert "更后来的标题" in whole[f"articles/{package(12).name}.html"].decode()
    SiteTarget(tmp_path / "once").deliver([one for one in packages if one not in (package(1), package(12))], ())
    assert whole == tree(tmp_path / "once")


@pytest.mark.usefixtures("_small")
def test_what_fails_in_a_copy_stops_the_export_and_the_old_site_stands(tmp_path, monkeypatch):
    site = tmp_path / "site"
    SiteTarget(site).deliver([package(99)], ())
    before = tree(site)
    bad = package(31, pictures=(png(),))
    assets = {name: Asset("image/png", 3, lambda: b"xyz") for name in bad.assets}
    packages = [*many()[:30], dataclasses.replace(bad, assets=assets), *many()[31:]]
    with pytest.raises(EditorError) as refused:
        SiteTarget(site).deliver(packages, ())
    assert refused.value.code == "picture_differs"
    write, own = os.write, os.getpid()

    def full(descriptor: int, data: bytes) -> int:
        if len(data) > 5000:
            raise OSError(28, "full")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(EditorError) as refused:
        SiteTarget(site).deliver(many(), ())
    assert os.getpid() == own
    assert refused.value.code == "target_full"
    assert tree(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
