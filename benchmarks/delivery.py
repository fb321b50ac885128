"""A batch to a real WordPress or Wagtail, against a bare loop of httpx that sends the same requests.

Goals: at least 0.9 times the articles a second of the bare loop over as many connections, at most 2.3 requests an
article without pictures, less than 2 ms of processor time an article of ours above the loop. Each round sends a batch
of new articles through the outbox and the same requests by the loop, one after the other on the same emptied system.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import httpx

from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.publish import wire
from editor.publish.targets.kinds import checked, kind
from editor.publish.targets.wordpress_api import basic
from editor.store.outbox import TargetRow
from tests.services.chaos.newsroom import founded
from tests.services.rigs import wagtail as wagtail_rig
from tests.services.rigs import wordpress as wordpress_rig

if TYPE_CHECKING:
    from editor.operations.desk import Desk

SPEED, REQUESTS, PROCESSOR = 0.9, 2.3, 2.0


@dataclass
class Sent:
    """One call as it went, and the id of the thing that the answer told of."""

    method: str
    path: str
    query: Any
    body: bytes | None
    headers: dict[str, str]
    made: str


class Recorded:
    """What goes over the wire, to be sent again by the loop."""

    def __init__(self) -> None:
        self.calls: list[Sent] = []
        self._call = wire.Wire.call

    def __enter__(self) -> Self:
        recorded = self

        def call(self: wire.Wire, method: str, path: str, **more: Any) -> wire.Reply:
            reply = recorded._call(self, method, path, **more)
            made = str(reply.record.get("id", ""))
            sent = Sent(method, path, more.get("query"), _body(more), dict(more.get("headers") or {}), made)
            recorded.calls.append(sent)
            return reply

        wire.Wire.call = call  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        wire.Wire.call = self._call  # type: ignore[method-assign]

    def chains(self) -> tuple[list[Sent], list[list[Sent]]]:
        """Calls that belong to no article, and those of each article in their order."""
        others: list[Sent] = []
        chains: dict[str, list[Sent]] = {}
        for sent in self.calls:
            found = _THING.search(sent.path)
            if found is not None and found[2] in chains:
                chains[found[2]].append(sent)
            elif sent.method == "POST" and _MAKES.search(sent.path):
                chains[sent.made] = [sent]
            else:
                others.append(sent)
        return others, list(chains.values())


_THING = re.compile(r"(posts|pages)/(\d+)")
_MAKES = re.compile(r"(posts|pages)/?$")


def _body(more: dict[str, Any]) -> bytes | None:
    if more.get("plain") is not None:
        return json.dumps(more["plain"], ensure_ascii=False, separators=(",", ":")).encode()
    return more.get("body")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", choices=("wordpress", "wagtail"), default="wordpress")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=4)
    options = parser.parse_args()
    rig = wordpress_rig if options.system == "wordpress" else wagtail_rig
    if lacking := rig.missing():
        print(f"left out: {lacking}")
        return 0
    with tempfile.TemporaryDirectory() as folder, getattr(rig, options.system)(Path(folder) / "rig") as system:
        ratios, requests, processor = [], [], []
        for number in range(options.rounds):
            ratio, count, spent = one_round(system, options, Path(folder) / str(number), number)
            ratios.append(ratio)
            requests.append(count)
            processor.append(spent)
    print(f"{options.system}: {options.articles} articles, {options.connections} connections, {options.rounds} rounds")
    print(f"  speed of the loop      {statistics.median(ratios):.2f} x   (goal {SPEED})")
    print(f"  requests an article    {statistics.median(requests):.2f}     (goal {REQUESTS})")
    print(f"  processor above loop   {statistics.median(processor):.2f} ms  (goal {PROCESSOR})")
    return 0


def place_of(system: Any, options: argparse.Namespace) -> tuple[TargetRow, str]:
    made = kind(options.system)
    if options.system == "wordpress":
        account = system.users["editor"]
        given, secret = {"url": system.url, "user": account.login}, account.application_password
    else:
        given, secret = {"url": system.url, "parent": str(system.parent)}, system.token
    values = {**checked(made, given), "connections": str(options.connections), "outlet": "web"}
    return TargetRow("web", options.system, made.address(values), values, ""), secret


def one_round(system: Any, options: argparse.Namespace, folder: Path, seed: int) -> tuple[float, float, float]:
    """Ratio of speeds, requests an article, milliseconds of the processor an article above the loop."""
    system.wipe()
    folder.mkdir()
    target, secret = place_of(system, options)
    newsroom = founded(folder, target, seed)
    for number in range(options.articles):
        newsroom.write(number, pictures=False)
    newsroom.queue(*newsroom.articles)
    with Recorded() as recorded:
        ours, ours_spent = measured(lambda: send(newsroom.desk, target, secret))
    system.wipe()
    account = system.users["editor"] if options.system == "wordpress" else None
    authorization = basic(account.login, secret) if account is not None else f"Bearer {secret}"
    base = target.options["url"].rstrip("/") + "/"
    loop, loop_spent = measured(lambda: bare(recorded, options.connections, base, authorization))
    count = len(recorded.calls) / options.articles
    return loop / ours, count, (ours_spent - loop_spent) * 1000 / options.articles


def measured(work: Any) -> tuple[float, float]:
    begun, spent = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - spent


def send(desk: Desk, target: TargetRow, secret: str) -> None:
    left = once(desk, SecretsInMemory({target.destination: secret}), OwnClock())
    assert left["web"].next_due is None, left


def bare(recorded: Recorded, connections: int, base: str, authorization: str) -> None:
    """The same requests by as many threads; nothing is looked at but the id of what was made."""
    others, chains = recorded.chains()
    limits = httpx.Limits(max_connections=connections)
    with httpx.Client(headers={"Authorization": authorization}, limits=limits, timeout=60) as client:

        def call(sent: Sent, thing: str) -> str:
            path = _THING.sub(rf"\g<1>/{thing}", sent.path)
            address = path if path.startswith("http") else base + path.lstrip("/")
            kinds = {"Content-Type": "application/json"} if sent.body is not None else {}
            answer = client.request(
                sent.method, address, params=sent.query, content=sent.body, headers={**kinds, **sent.headers}
            )
            return str(answer.json().get("id", "")) if answer.is_success and sent.method == "POST" else ""

        def chain(calls: list[Sent]) -> None:
            thing = ""
            for sent in calls:
                thing = call(sent, thing) or thing

        for sent in others:
            client.request(
                sent.method,
                sent.path if sent.path.startswith("http") else base + sent.path.lstrip("/"),
                params=sent.query,
                content=sent.body,
                headers=sent.headers,
            )
        with ThreadPoolExecutor(connections) as pool:
            list(pool.map(chain, chains))


if __name__ == "__main__":
    sys.exit(main())
