"""Every trap of tests/golden/traps.tsv: words, names, borders of words, house forms, in all directions."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.article import Variant
from editor.text.variants import Options, config_name, convert, convert_text
from editor.text.variants.converters import bare
from editor.text.variants.routes import Config

GOLDEN = Path(__file__).parents[3] / "golden" / "traps.tsv"
TRAPS = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize(("source", "target", "text", "expected", "note"), TRAPS, ids=[row[2] for row in TRAPS])
def test_trap(source, target, text, expected, note):
    options = Options(via_hans=note == "via-hans")
    assert convert_text(text, Variant(target), source=Variant(source), options=options) == expected
    assert convert(text, Variant(target), source=Variant(source), options=options).text == expected


def test_many_traps_are_such_that_opencc_alone_fails():
    rows = [row for row in TRAPS if row[4] != "via-hans" and "+" not in config_name(Variant(row[0]), Variant(row[1]))]
    wrong = [row for row in rows if bare(Config(config_name(Variant(row[0]), Variant(row[1]))))(row[2]) != row[3]]
    assert len(TRAPS) >= 700
    assert len(wrong) >= 150
