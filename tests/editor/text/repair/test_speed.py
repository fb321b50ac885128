"""Repair is quick on clean text and does not blow up on junk."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from editor.text.repair import repair

CLEAN = (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8")


def spent(text: str) -> float:
    """Seconds of the processor: other programs do not count."""
    begun = time.process_time()
    repair(text)
    return time.process_time() - begun


def test_a_clean_article_costs_next_to_nothing():
    repair("經(jīng)濟發(fā)展與產(chǎn)業(yè)?!逼铌柛咝聟^")
    article = "".join(line + "\n" for line in CLEAN.splitlines()[80:120])
    assert min(spent(article) for _ in range(5)) < 0.05


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
    repair("經(jīng)濟發(fā)展與產(chǎn)業(yè)?!逼铌柛咝聟^")
    small, large = spent(JUNK[kind](20_000)), spent(JUNK[kind](40_000))
    assert large < 3 * small + 0.5


def test_what_was_not_searched_in_junk_is_asked_about():
    result = repair(random_characters(20_000))
    asked = [item for item in result.repairs if item.rule == "R03" and not item.applied and item.start > 15_000]
    assert asked
    assert len(asked) < 1000


@pytest.mark.parametrize(
    "junk", ["?", "(", "<", "<p ", "a<b>c", "&", "&nbsp;", "業(yè)", "ä¸", ",，", "`中,", "a@", "\x00", "“,", "?永州"]
)
def test_a_long_line_of_junk_ends_soon(junk):
    begun = time.process_time()
    result = repair(junk * (40_000 // len(junk)))
    assert "\n" not in result.text
    assert time.process_time() - begun < 8
