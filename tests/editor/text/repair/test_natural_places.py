"""R03 where the page's own replacer tears characters apart: second byte A3, and the next first byte makes a mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.text.repair import explains, repair
from tests.editor.text.repair.damage import Manner, damaged, natural

HERE = Path(__file__).parent
SENTENCES = (HERE / "second_byte_a3.txt").read_text(encoding="utf-8").splitlines()
WIDE = str.maketrans(",:;!?()", "，：；！？（）")


@pytest.mark.parametrize("mark", ["?", ""])
@pytest.mark.parametrize("half", [True, False])
def test_most_come_back_and_none_comes_back_wrong(mark, half):
    whole = total = 0
    for line in SENTENCES:
        for at in natural(line):
            shown = damaged(line, [at], Manner(mark=mark, half=half))
            result = repair(shown)
            total += 1
            whole += result.text == line
            slips = [item for item in result.repairs if item.rule == "R03"]
            assert slips, f"neither mended nor asked about: {shown}"
            if any(item.applied for item in slips):
                assert same_but_for_gaps(result.text, line), shown
            assert all(explains(item.rule, item.before, item.after) for item in result.applied)
    assert whole >= 0.5 * total


def same_but_for_gaps(done: str, line: str) -> bool:
    """Equal, except for signs of a gap and a garbled rest behind one."""
    until = done.find("\ufffd")
    head = done if until < 0 else done[:until]
    return line.translate(WIDE).startswith(head.translate(WIDE)) and (until >= 0 or len(done) == len(line))


@pytest.mark.parametrize(
    ("shown", "whole"),
    [
        ("“我最高興的不是拿獎！比~玉蓮指着窗邊說。", "“我最高興的不是拿獎。”葉玉蓮指着窗邊說。"),
        ("“剩下的，我来守！?/p>", "“剩下的，我来守。”"),
        ("國家級非遺名錄?？h裏建起傳習所，請葉玉蓮當老師", "國家級非遺名錄。縣裏建起傳習所，請葉玉蓮當老師"),
        ("率達到92.4%??上驳淖?biàn)化,寫在老百姓的臉上。", "率達到92.4%。可喜的變化，寫在老百姓的臉上。"),
        ("有人刻了一行小字：‘晴天時，請想起雨天?！?/p>", "有人刻了一行小字：‘晴天時，請想起雨天。’"),
    ],
)
def test_marks_torn_apart_in_every_guise(shown, whole):
    assert repair(shown).text == whole
