"""How fast is ``verify``? Goal: at least 0.7 x a bare loop of sha256 + Ed25519 + json.loads over the same bodies."""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from benchmarks import _measure
from editor.article import Credit, Slip, Variant
from editor.newsroom.identity import KeysInMemory
from editor.operations import articles
from editor.operations.auditing import verify
from editor.operations.content import Content
from editor.operations.desk import Desk, new_id
from editor.operations.people import admit
from editor.operations.reviewing import sign, submit
from editor.store import drafts, library

BASE = "sha256 + Ed25519 + json.loads"
GOAL = 0.7
_PARAGRAPH = "县水利局介绍，今年开春以来已清淤渠道四十公里，灌区水位比去年同期高出三十厘米。"


def signed_library(folder: Path, count: int) -> Desk:
    """A library with ``count`` articles of some 2,000 characters that passed three levels."""
    desk = Desk(library.create(folder), KeysInMemory(), new_id())
    admit(desk, "陈衡", ["3"])
    for person, held in (("许青", "reporter"), ("周明", "1"), ("何静", "2")):
        admit(desk, person, [held])
    desk.library.raw.execute("PRAGMA synchronous=OFF")  # only to set the table; nothing of this is measured
    for number in range(count):
        name = new_id()
        slip = Slip(
            number=f"0305-QH-{number:05d}", headline=f"灌区通水第{number}天", byline=(Credit("许青", "reporter"),)
        )
        content = Content(Variant.ZH_CN, slip, "\n\n".join(f"{n}、{_PARAGRAPH}" for n in range(48)) + "\n")
        with desk.writing() as session:
            drafts.save(desk.library, articles.new_draft(session, name, content, ""))
            articles.refresh(session, name)
        submit(desk, name, "许青")
        for level, person in ((1, "周明"), (2, "何静"), (3, "陈衡")):
            sign(desk, name, level, person)
    return desk


def public_keys(desk: Desk) -> dict[str, Ed25519PublicKey]:
    """The key of each person, by person id, loaded once as a bare checker would."""
    members = desk.library.raw.execute("SELECT id, body FROM entry WHERE kind = 'member'")
    raw = {identifier: base64.b64decode(json.loads(body)["keys"][0]) for identifier, body in members}
    return {identifier: Ed25519PublicKey.from_public_bytes(key) for identifier, key in raw.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = signed_library(Path(folder) / "library", options.articles)
        rows = desk.library.raw.execute("SELECT id, body, sig, author FROM entry").fetchall()
        keys = public_keys(desk)

        def bare() -> None:
            for identifier, body, sig, author in rows:
                data = body.encode()
                if hashlib.sha256(data).hexdigest() != identifier:
                    raise ValueError(identifier)
                keys[author or identifier].verify(base64.b64decode(sig), data)
                json.loads(body)

        def ours() -> None:
            audit = verify(desk)
            if audit.problems or audit.checked != len(rows):
                raise ValueError(audit.problems)

        seconds = _measure.interleaved({BASE: bare, "verify": ours}, options.rounds, warm_up=1)
        print(f"{len(rows)} entries, {sum(len(row[1].encode()) for row in rows) / 1e6:.1f} MB")
        print(_measure.table(seconds, BASE))
        reached = 1 / _measure.ratio(seconds, "verify", BASE)
        print(
            f"verify: {reached:.2f} x the speed of {BASE}, "
            f"goal at least {GOAL}: {'met' if reached >= GOAL else 'MISSED'}"
        )
        desk.library.close()


if __name__ == "__main__":
    main()
