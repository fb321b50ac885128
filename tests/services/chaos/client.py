"""The program that sends, as a process of its own that may be killed: works on the outbox until nothing is left.

Its patience is short, so that a slow answer is one that is given up within seconds; what that means for the system is
kept: a call that was given up may have its effect until `SETTLE` later.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from editor.newsroom.identity import KeysOnDisk
from editor.newsroom.secrets import SecretsInMemory
from editor.operations.desk import Desk, device_id
from editor.operations.outbox import noting, targets
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.publish import wire
from editor.publish.targets import kinds
from editor.store import library

PASSPHRASE = "一句长长的口令"
QUIET, SETTLE, LONGEST = 2.5, 6.0, 8.0


def main(folder: str, secret: str) -> int:
    """Work until nothing is left; gives 0."""
    wire.Wire.__init__.__kwdefaults__["quiet"] = QUIET
    noting._LONGEST = LONGEST
    data = Path(folder).parent / "data"
    desk = Desk(library.open_library(Path(folder)), KeysOnDisk(data / "identities", PASSPHRASE), device_id(data), data)
    for row in targets.listed(desk):
        if kinds.kind(row.kind).whole:
            continue
        place = type(kinds.kind(row.kind).open(row.options, secret))
        place.traits = replace(place.traits, settle=SETTLE)
    secrets = SecretsInMemory({row.destination: secret for row in targets.listed(desk)})
    clock = OwnClock()
    while True:
        left = once(desk, secrets, clock, tell=_tell)
        due = [driven.next_due for driven in left.values() if driven.next_due is not None]
        if not due:
            return 0
        clock.wait(min(2.0, max(0.05, min(due) / 1000 - clock.now())))


def _tell(happened: object) -> None:
    sys.stdout.write(f"{happened}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
