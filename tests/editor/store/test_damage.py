"""A library whose bits were flipped: whatever is done with it, nothing but a sentence comes of it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from editor.errors import EditorError
from editor.newsroom.identity import KeysInMemory
from editor.operations import articles
from editor.operations.auditing import verify
from editor.operations.delivering import deliver
from editor.operations.desk import Desk, new_id
from editor.store import library, listing

FIXTURE = Path(__file__).parent / "libraries" / "schema-1" / "library.db"


def work_through(folder, out):
    """Open, list, show, verify and export, each on its own; gives the codes of what was told."""
    told = []

    def tried(action):
        try:
            return action()
        except EditorError as error:
            told.append(error.code)
            return None

    opened = tried(lambda: library.open_library(folder, reserve=False))
    if opened is None:
        return told
    desk = Desk(opened, KeysInMemory(), new_id())

    def listed():
        with desk.reading() as session:
            return listing.every(session.connection, session.newsroom)

    def shown(name):
        with desk.reading() as session:
            sheet = articles.find(session, name)
            return sheet.content, sheet.state, sheet.as_original

    for row in tried(listed) or []:
        tried(lambda name=row.name: shown(name))
    audit = tried(lambda: verify(desk))
    told += [problem.code for problem in audit.problems] if audit is not None else []
    tried(lambda: deliver(desk, f"markdown:{out}", None))
    opened.close()
    return told


@pytest.mark.parametrize("seed", range(25))
def test_flipped_bits_are_told_and_never_a_bug(tmp_path, seed):
    dice = random.Random(seed)
    data = bytearray(FIXTURE.read_bytes())
    for _ in range(dice.choice([1, 4, 30, 300])):
        data[dice.randrange(100, len(data))] ^= 1 << dice.randrange(8)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "library.db").write_bytes(data)
    work_through(tmp_path / "lib", tmp_path / "out")


def test_a_flipped_bit_in_a_signed_text_is_found_though_the_file_is_sound_for_sqlite(tmp_path):
    shutil.copytree(FIXTURE.parent, tmp_path / "lib")
    path = tmp_path / "lib" / "library.db"
    data = path.read_bytes()
    path.write_bytes(data.replace("两成".encode(), "两戕".encode()))
    assert {"body"} <= set(work_through(tmp_path / "lib", tmp_path / "out"))
    assert not list((tmp_path / "out").glob("*.md"))
