"""One fault put into clean text at every place where it can stand: it is found there, and its safe fix undoes it."""

from __future__ import annotations

import re
from pathlib import Path

import opencc
import pytest

from editor.text.checks import check_text, mended

CLEAN = [
    path.read_text("utf-8")
    for path in sorted((Path(__file__).parent / "clean").glob("*.txt"))
    if not path.name.startswith(("tw", "hk"))
]
HAN = r"[\u4e00-\u9fff]"
MOST = 40
"""Places a fault is tried at."""

# rule, what stands in clean text, what the fault makes of it, share that must be found
FAULTS = [
    ("P01", rf"(?<={HAN})，(?={HAN})", ",", 1.0),
    ("P01", rf"(?<={HAN})：(?={HAN})", ":", 0.9),
    ("P01", rf"(?<={HAN})；(?=\n|{HAN})", ";", 1.0),
    ("P02", rf"（({HAN}{{2,8}})）", r"(\1)", 1.0),
    ("P03", rf"(?<={HAN})。(?=\n)", ".", 0.95),
    ("P03", rf"(?<={HAN})。(?={HAN})", ".", 0.95),
    ("P05", rf"(?<={HAN})。(?=\n|{HAN})", "。。", 1.0),
    ("P05", rf"(?<={HAN})，(?={HAN})", "，，", 1.0),
    ("P06", r"“([^“”\n]{2,20})”", r'"\1"', 0.95),
    ("P07", r"“([^“”\n]{2,20})”", r"”\1“", 0.95),
    ("P07", r"“([^“”\n]{2,20})”", r"“\1“", 0.9),
    ("P07", r"“([^“”\n]{2,20})”", r"“\1", 0.9),
    ("P07", r"“([^“”\n]{2,20})”", r"\1”", 0.9),
    ("P09", rf"（({HAN}{{2,8}})）", r"（\1", 0.95),
    ("P09", rf"（({HAN}{{2,8}})）", r"（\1)", 1.0),
    ("P09", rf"《({HAN}{{2,8}})》", r"《\1", 0.95),
    ("P10", r"……", "...", 1.0),
    ("P10", r"……", "…", 1.0),
    ("P12", rf"(?<={HAN})——(?={HAN})", "--", 1.0),
    ("P12", rf"(?<={HAN})——(?={HAN})", "———", 1.0),
    ("P17", rf"(?<={HAN})等(?=多个|场所|行业|领域|环节|设备|标志|症状|措施)", "、等", 0.9),
    ("P20", r"。”(?=\n)", "。”。", 1.0),
    ("P25", rf"(?<={HAN})，(?={HAN})", " ，", 0.95),
    ("R01", r"(?<=共有)\d+(?=[名人家])|(?<=日)\d+(?=时)", "XX", 0.9),
    ("R06", rf"(?<={HAN})，(?={HAN})", "，\u200b", 1.0),
]


@pytest.mark.parametrize(("rule", "clean", "fault", "share"), FAULTS, ids=lambda value: None)
def test_a_fault_in_clean_text_is_found_where_it_stands(rule, clean, fault, share):
    pattern = re.compile(clean)
    places = [(text, match) for text in CLEAN for match in pattern.finditer(text)]
    assert places
    places = places[:: max(1, len(places) // MOST)]
    missed = []
    for text, match in places:
        # The paragraphs round the place are enough, and quicker than the whole article.
        low = max(0, text.rfind("\n\n", 0, max(0, match.start() - 200)))
        high = text.find("\n\n", match.end() + 200)
        part = text[low : high if high >= 0 else len(text)]
        start, end = match.start() - low, match.end() - low
        wrong = match.expand(fault) if "\\" in fault else fault
        damaged = part[:start] + wrong + part[end:]
        found = [one for one in check_text(damaged) if one.rule == rule]
        if not any(one.start <= start + len(wrong) and one.end >= start for one in found):
            missed.append(damaged[max(0, start - 12) : end + 12])
    assert len(missed) <= (1 - share) * len(places), missed


def test_a_character_of_the_other_script_is_found():
    convert = opencc.OpenCC("s2t")
    tried = found = 0
    for text in CLEAN:
        for at in range(40, len(text), 47):
            other = convert.convert(text[at])
            if other == text[at] or len(other) != 1 or text[at] in "里后干面台发只余于范复系准几云制":
                continue
            damaged = text[:at] + other + text[at + 1 :]
            tried += 1
            found += any(one.rule == "S01" and one.start <= at < one.end for one in check_text(damaged))
    assert tried > 60
    assert found >= 0.9 * tried


def test_safe_fixes_give_the_clean_text_back():
    for text in CLEAN:
        damaged = re.sub(rf"(?<={HAN})，(?={HAN})", ",", text).replace("……", "...")
        damaged = re.sub(rf"“({HAN}{{2,20}})”", r'"\1"', damaged)
        assert mended(damaged, check_text(damaged)) == text
