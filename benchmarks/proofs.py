"""How long does the export gate need to check the proofs of signed articles, apart from rendering them?

Each article has five entries (revision, submit, three signs): all are hashed, their signatures checked, the rules
folded and the package content hashed. The base is the bare sha256 + Ed25519 over the same bodies.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks import _measure
from benchmarks.verify import public_keys, signed_library
from editor.newsroom.sound import Sound
from editor.operations import gate

BASE = "sha256 + Ed25519 alone"
TEN_THOUSAND = 10_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = signed_library(Path(folder) / "library", options.articles)
        rows = desk.library.raw.execute("SELECT id, body, sig, author FROM entry WHERE article != ''").fetchall()
        keys = public_keys(desk)

        def bare() -> None:
            for _, body, sig, author in rows:
                data = body.encode()
                hashlib.sha256(data).hexdigest()
                keys[author].verify(base64.b64decode(sig), data)

        def checked() -> None:
            with replace(desk, sound=Sound()).reading() as session:
                asked, _ = gate.wanted(session, None)
                tickets, refused = gate.check(session, asked, "site:nowhere")
            if len(tickets) != options.articles or refused:
                raise ValueError(refused)

        seconds = _measure.interleaved({BASE: bare, "gate": checked}, options.rounds, warm_up=1)
        desk.library.close()
    print(_measure.table(seconds, BASE))
    median = sorted(seconds["gate"])[options.rounds // 2]
    print(f"checking the proofs of {TEN_THOUSAND:,} articles: {median / options.articles * TEN_THOUSAND:.1f} s")


if __name__ == "__main__":
    main()
