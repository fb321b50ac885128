"""How long does a durable autosave of one draft take? Goal: at most 1.5 x raw sqlite3 in the same journal mode."""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from pathlib import Path

from benchmarks import _measure
from editor.newsroom.identity import KeysInMemory
from editor.operations.autosaving import keep_draft
from editor.operations.desk import Desk, new_id
from editor.records.articles import Writing
from editor.store import drafts, library

BASE = "raw sqlite3, same file settings"
GOAL = 1.5
_TEXT = "县里今年把灌渠清淤排在春耕前，各镇都派了人上堤。" * 80  # 2,000 characters
_SCHEMA = """CREATE TABLE draft (newsroom TEXT, article TEXT, variant TEXT, text TEXT, base TEXT, author TEXT,
saved_at TEXT, PRIMARY KEY (newsroom, article, variant))"""
_SAVE = "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)"


def _raw(path: Path, mode: str) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(f"PRAGMA journal_mode={mode}")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute(_SCHEMA)
    return raw


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--folder", help="where to write (a real disk; /tmp may be memory)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        opened = library.create(Path(folder) / "library")
        mode = opened.raw.execute("PRAGMA journal_mode").fetchone()[0]
        raw = _raw(Path(folder) / "raw.db", mode)
        number = 0

        def text() -> str:
            nonlocal number
            number += 1
            return f"{number}{_TEXT}"

        def ours() -> None:
            drafts.save(opened, drafts.Draft("", "a", "zh-CN", text(), "", "", "2026-03-05T09:00:00+08:00"))

        def theirs() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(_SAVE, ("", "a", "zh-CN", text(), "", "", "2026-03-05T09:00:00+08:00"))
            raw.execute("COMMIT")

        desk = Desk(opened, KeysInMemory(), new_id())
        article, over = new_id(), ""

        def typed() -> None:
            nonlocal over
            over = keep_draft(desk, Writing(article, "zh-CN", {"headline": "清淤"}, text(), "", over)).version

        cases = {BASE: theirs, "drafts.save": ours, "keep_draft": typed}
        seconds = _measure.interleaved(cases, options.rounds, warm_up=10)
        opened.close()
        raw.close()
    print(f"journal mode {mode}, synchronous FULL")
    print(_measure.table(seconds, BASE))
    for name in ("drafts.save", "keep_draft"):
        reached = _measure.ratio(seconds, name, BASE)
        print(f"{name}: {reached:.2f} x {BASE}, goal at most {GOAL}: {'met' if reached <= GOAL else 'MISSED'}")


if __name__ == "__main__":
    main()
