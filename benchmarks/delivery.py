"""A batch to a real WordPress or Wagtail, against a bare loop of httpx that sends the same requests.

Goals: at least 0.9 times the articles a second of the bare loop over as many connections, at most 2.3 requests an
article without pictures, less than 2 ms of processor time an article of ours above the loop. Each round sends a batch
of new articles through the outbox and the same requests by the loop, on the same system emptied before each; every
second round begins with the loop. The loop counts only if each of its requests is answered as ours was and the system
holds as much afterwards.
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
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import httpx

from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.publish import wire
from editor.publish.targets.kinds import checked, kind
from editor.publish.targets.wordpress_api import basic
from editor.store.outbox import TargetRow
from tests.services.chaos.newsroom import CHIEF, founded
from tests.services.rigs import wagtail as wagtail_rig
from tests.services.rigs import wordpress as wordpress_rig

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.operations.desk import Desk

SPEED, REQUESTS, PROCESSOR = 0.9, 2.3, 2.0
_THING = re.compile(r"(posts|pages)/(\d+)")
_MAKES = re.compile(r"/(posts|pages)/?$")
_TERMS = ("categories", "tags")
_HELD = {
    "wordpress": "SELECT (SELECT COUNT(*) FROM wp_posts WHERE post_type = 'post' AND post_status = 'publish'),"
    " (SELECT COUNT(*) FROM wp_term_relationships), (SELECT SUM(LENGTH(post_content)) FROM wp_posts)",
    "wagtail": "SELECT COUNT(*), SUM(LENGTH(html) + LENGTH(byline)), (SELECT COUNT(*) FROM news_newspagetag)"
    " FROM news_newspage n JOIN wagtailcore_page p ON p.id = n.page_ptr_id WHERE p.live",
}
"""What a system holds that was really filled: articles that are public, their terms, their text."""


class Sent(NamedTuple):
    """A call as it went and how it was answered."""

    method: str
    path: str
    more: dict[str, Any]
    reply: wire.Reply

    @property
    def made(self) -> list[int]:
        """Ids of the things that the answer tells of."""
        return ids(self.reply.record)


def ids(record: dict[str, Any]) -> list[int]:
    """The id in an answer, those of all its parts when several things were asked for at once."""
    parts = [part.get("body", {}) for part in record.get("responses", ())] or [record]
    return [part["id"] for part in parts if isinstance(part.get("id"), int)]


class Recorded:
    """What goes over the wire, to be sent again by the loop."""

    def __init__(self) -> None:
        self.calls: list[Sent] = []
        self._call = wire.Wire.call

    def __enter__(self) -> Self:
        recorded = self

        def call(self: wire.Wire, method: str, path: str, **more: Any) -> wire.Reply:
            reply = recorded._call(self, method, path, **more)
            recorded.calls.append(Sent(method, path, more, reply))
            return reply

        wire.Wire.call = call  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        wire.Wire.call = self._call  # type: ignore[method-assign]

    def chains(self) -> tuple[list[Sent], list[list[Sent]], list[Sent]]:
        """What went before the articles, the calls of each article in their order, what went after them."""
        before: list[Sent] = []
        after: list[Sent] = []
        chains: dict[str, list[Sent]] = {}
        for sent in self.calls:
            found = _THING.search(sent.path)
            if found is not None and found[2] in chains:
                chains[found[2]].append(sent)
            elif sent.method == "POST" and _MAKES.search(f"/{sent.path}"):
                chains[str(sent.made[0])] = [sent]
            else:
                (after if chains and sent.method == "GET" else before).append(sent)
        return before, list(chains.values()), after


class Spent(NamedTuple):
    """Seconds: by the clock and of this process' processor time."""

    clock: float
    processor: float


class Round(NamedTuple):
    """One round."""

    ours: Spent
    loop: Spent
    requests: int


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
        rounds = list(all_rounds(system, options, Path(folder)))
    told(rounds, options)
    return 0


def told(rounds: list[Round], options: argparse.Namespace) -> None:
    articles = options.articles
    ratio = statistics.median(each.loop.clock / each.ours.clock for each in rounds)
    requests = statistics.median(each.requests / articles for each in rounds)
    ours, loop = (statistics.median(values) * 1000 / articles for values in (
        [each.ours.processor for each in rounds], [each.loop.processor for each in rounds]
    ))  # fmt: skip
    above = statistics.median(each.ours.processor - each.loop.processor for each in rounds) * 1000 / articles
    speed = statistics.median(articles / each.ours.clock for each in rounds)
    print(f"{options.system}: {articles} articles, {options.connections} connections, {len(rounds)} rounds")
    print(f"  articles a second      {speed:.1f}")
    print(f"  speed of the loop      {ratio:.2f} x   (goal {SPEED})")
    print(f"  requests an article    {requests:.2f}     (goal {REQUESTS})")
    print(f"  processor an article   {ours:.2f} ms, loop {loop:.2f} ms, above it {above:.2f} ms  (goal {PROCESSOR})")


def all_rounds(system: Any, options: argparse.Namespace, folder: Path) -> Iterable[Round]:
    """The first round warms everything up and is not counted."""
    last: Recorded | None = None
    for number in range(options.rounds + 1):
        early = replayed(system, options, last) if last is not None and number % 2 else None
        ours, last, held = sent_by_us(system, options, folder / str(number), number)
        loop = early or replayed(system, options, last, held)
        if number:
            yield Round(ours, loop, len(last.calls))
            print(f"  round {number}: ours {ours.clock:.2f} s, loop {loop.clock:.2f} s", file=sys.stderr)


def place_of(system: Any, options: argparse.Namespace) -> tuple[TargetRow, str]:
    made = kind(options.system)
    if options.system == "wordpress":
        account = system.users["editor"]
        given, secret = {"url": system.url, "user": account.login}, account.application_password
    else:
        given, secret = {"url": system.url, "parent": str(system.parent)}, system.token
    values = {**checked(made, given), "connections": str(options.connections), "outlet": "web"}
    return TargetRow("web", options.system, made.address(values), values, ""), secret


def sent_by_us(
    system: Any, options: argparse.Namespace, folder: Path, seed: int
) -> tuple[Spent, Recorded, tuple[Any, ...]]:
    """What a batch of new articles takes, what went over the wire, what the system holds then."""
    system.wipe()
    folder.mkdir()
    target, secret = place_of(system, options)
    newsroom = founded(folder, target, seed)
    for number in range(options.articles):
        newsroom.write(number, pictures=False)
    newsroom.queue(*newsroom.articles)
    with Recorded() as recorded:
        spent = measured(lambda: send(newsroom.desk, target, secret))
    newsroom.desk.library.close()
    return spent, recorded, system.rows(_HELD[options.system])[0]


def replayed(
    system: Any, options: argparse.Namespace, recorded: Recorded, held: tuple[Any, ...] | None = None
) -> Spent:
    """What the loop takes for the same requests to the same system, emptied."""
    system.wipe()
    _, secret = place_of(system, options)
    account = system.users["editor"] if options.system == "wordpress" else None
    authorization = basic(account.login, secret) if account is not None else f"Bearer {secret}"
    loop = Loop(recorded, options.connections, authorization)
    spent = measured(loop.run)
    there = system.rows(_HELD[options.system])[0]
    assert loop.others == [], loop.others[:3]
    assert held is None or there == held, f"the loop filled the system otherwise: {there}, ours {held}"
    return spent


def measured(work: Any) -> Spent:
    begun, spent = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - begun, time.process_time() - spent)


def send(desk: Desk, target: TargetRow, secret: str) -> None:
    left = once(desk, SecretsInMemory({target.destination: secret}), OwnClock(), person=CHIEF)
    assert left["web"].next_due is None, left


class Loop:
    """The same requests by as many threads; nothing is looked at but the ids of what was made.

    Attributes:
        others: What was answered in another way than ours.
    """

    def __init__(self, recorded: Recorded, connections: int, authorization: str) -> None:
        self.others: list[tuple[str, str, int, int]] = []
        self._before, self._chains, self._after = recorded.chains()
        self._connections = connections
        self._headers = {"Authorization": authorization}
        self._terms: dict[int, int] = {}

    def run(self) -> None:
        """Send everything: what was made for all articles first, then the articles, then what looked at them."""
        limits = httpx.Limits(max_connections=self._connections)
        with httpx.Client(headers=self._headers, limits=limits, timeout=60) as client:
            for sent in self._before:
                made = self._call(client, sent, "")
                self._terms.update(zip(sent.made, made, strict=True) if made else ())
            with ThreadPoolExecutor(self._connections) as pool:
                list(pool.map(lambda calls: self._chain(client, calls), self._chains))
            for sent in self._after:
                self._call(client, sent, "")

    def _chain(self, client: httpx.Client, calls: list[Sent]) -> None:
        thing = ""
        for sent in calls:
            made = self._call(client, sent, thing)
            thing = str(made[0]) if made else thing

    def _call(self, client: httpx.Client, sent: Sent, thing: str) -> list[int]:
        address = sent.reply.url.partition("?")[0]
        if thing:
            address = _THING.sub(rf"\g<1>/{thing}", address)
        body, headers = sent.more.get("body"), dict(sent.more.get("headers") or {})
        plain = sent.more.get("plain")
        if plain is not None:
            terms = {name: [self._terms.get(term, term) for term in plain[name]] for name in _TERMS if name in plain}
            body = json.dumps({**plain, **terms} if self._terms else plain, ensure_ascii=False).encode()
            headers["Content-Type"] = "application/json"
        answer = client.request(sent.method, address, params=sent.more.get("query"), content=body, headers=headers)
        if answer.status_code != sent.reply.status:
            self.others.append((sent.method, address, sent.reply.status, answer.status_code))
        return ids(answer.json()) if answer.is_success and sent.method == "POST" else []


if __name__ == "__main__":
    sys.exit(main())
