"""Repair is quick on clean text and does not blow up on junk."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from editor.text.repair import repair, slips
from editor.text.repair.effort import OF_PAGE
from tests.growth import assert_proportional

CLEAN = (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8")


def warm() -> None:
    """Have the tables read."""
    repair("經(jīng)濟發(fā)展與產(chǎn)業(yè)?!逼铌柛咝聟^")


def test_clean_text_is_hardly_searched(monkeypatch):
    searched: list[object] = []
    monkeypatch.setattr(slips, "best_reading", lambda *args: searched.append(args))
    repair("".join(line + "\n" for line in CLEAN.splitlines()[80:120]))
    assert len(searched) <= 2


def random_bytes(count: int, codec: str) -> str:
    return random.Random(count).randbytes(count).decode(codec, "replace")


def random_characters(count: int) -> str:
    """Valid characters of GBK without any sense, with signs of loss and lines among them."""
    chance = random.Random(count)
    pairs = bytes(byte for _ in range(count) for byte in (chance.randrange(0xB0, 0xF8), chance.randrange(0xA1, 0xFF)))
    return "".join(one + chance.choice(("", "", "", "?", "!", "\n")) for one in pairs.decode("gbk", "ignore"))


JUNK = {
    "gb18030": lambda count: random_bytes(count, "gb18030"),
    "utf-8": lambda count: random_bytes(count, "utf-8"),
    "latin-1": lambda count: random_bytes(count, "latin-1"),
    "characters": random_characters,
}


@pytest.mark.parametrize("kind", JUNK)
def test_junk_costs_no_more_than_its_size(kind):
    warm()
    short, long = JUNK[kind](20_000), JUNK[kind](40_000)
    assert_proportional(lambda: repair(short), lambda: repair(long), times=3, slack=0.5)


def test_the_search_of_junk_has_a_measure():
    memory = slips.Memory()
    slips.find(random_characters(40_000), memory=memory)
    assert sum(memory.effort.page.values()) < 3 * OF_PAGE


def test_what_was_not_searched_in_junk_is_asked_about():
    result = repair(random_characters(20_000))
    asked = [item for item in result.repairs if item.rule == "R03" and not item.applied and item.start > 15_000]
    assert asked
    assert len(asked) < 1000


@pytest.mark.parametrize(
    "junk", ["?", "(", "<", "<p ", "a<b>c", "&", "&nbsp;", "業(yè)", "ä¸", ",，", "`中,", "a@", "\x00", "“,", "?永州"]
)
def test_a_long_line_of_junk_ends_soon(junk):
    warm()
    short, long = (junk * (size // len(junk)) for size in (15_000, 45_000))
    assert "\n" not in repair(long).text
    assert_proportional(lambda: repair(short), lambda: repair(long), times=6, slack=1.0)
