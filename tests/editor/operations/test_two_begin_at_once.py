"""A first start: several processes of one window open the library that is not there yet at the same moment."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from editor.service.messages import Place
from editor.service.room import Room


def test_those_who_begin_at_the_same_moment_find_one_library_and_one_installation(tmp_path):
    several = 4
    barrier = threading.Barrier(several)

    def begun(number: int) -> tuple[str, str]:
        room = Room(Place(tmp_path / str(number) / "library", tmp_path / str(number) / "data"))
        barrier.wait(timeout=30)
        desk = room.desk
        founded = desk.library.raw.execute("PRAGMA schema_version").fetchone()[0]
        room.close()
        return desk.device, founded

    with ThreadPoolExecutor(several) as pool:
        for number in range(25):
            found = list(pool.map(begun, [number] * several))
            assert len(set(found)) == 1, number
            files = sorted(path.name for path in (tmp_path / str(number)).rglob("*.new"))
            assert files == []
