"""Markdown → safe HTML of news articles: ours (read, to_html, nh3) against python-markdown (tables, footnotes).

Run: ``python -m benchmarks.markup``. Goal: at least 10 times python-markdown, which does not even sanitize. It is
measured in both ways that it is used: ``markdown.markdown`` a text (its documented way) and one converter kept and
reset; with articles that have everything (list, quote, table, footnote, link, strong text) and with those of headings
and paragraphs alone, which most are. No article comes twice in a measurement, so that nothing remembered can help. Time
is that of the thread, so that other work on the machine counts less; what one candidate leaves behind is collected
before the next one starts.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from typing import TYPE_CHECKING, TypeVar

import markdown
from markdown import Markdown

from editor.markup.html import to_html
from editor.markup.reader import read
from editor.markup.sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.markup.blocks import Block

Input = TypeVar("Input")

GOAL = 10.0
ROUNDS = 20
BATCH = 50
LENGTH = 2_000
PLACES = ("清溪县", "东河镇", "南岭镇", "西坪乡", "北山村", "县水利局", "高新区管委会", "市发展改革委")
ACTIONS = ("把老旧水渠改造列为民生实事", "新建泵站{}座", "铺设管道{}公里", "为村民接通了自来水", "兑现奖补资金{}.5万元")
RESULTS = (
    "灌溉面积比去年增加了{}%",
    "三个乡镇的村民在家门口就能用上自来水",
    "今年秋收不再看天吃饭",
    "受益群众超过{}户",
)


class Newsroom:
    """Writes articles, no two of them alike."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # the same articles every time

    def article(self, *, everything: bool) -> str:
        """An article of about 2,000 characters, in blocks as news has them: short paragraphs, headings between them."""
        special = self._special() if everything else self._headings()
        note = f"[^1]: 数据来自{self._place()}。" if everything else self._sentence()
        paragraphs: list[str] = []
        length = len(note) + sum(map(len, special))
        while length < LENGTH:
            paragraphs.append("".join(self._sentence() for _ in range(self._random.randint(1, 4))))
            length += len(paragraphs[-1]) + 2
        places = sorted(self._random.sample(range(len(paragraphs) + 1), len(special)), reverse=True)
        for place, block in zip(places, reversed(special), strict=True):
            paragraphs.insert(place, block)
        return "\n\n".join([*paragraphs, note]) + "\n"

    def _headings(self) -> list[str]:
        return [f"## 重点（一）：{self._place()}从水渠到水管", f"## {self._place()}的下一步"]

    def _special(self) -> list[str]:
        before, after = self._headings()
        table = [f"| {place} | {self._figure()} | {self._figure()}% |" for place in PLACES[1:3]]
        return [
            f"**“{self._place()}”**有关负责人介绍，{self._sentence()}[^1]",
            before,
            "\n".join(f"- {place}：{self._action()}" for place in PLACES[1:4]),
            f"> “{self._action()}，心里就踏实了。”村民说。",
            f"{self._sentence()}**重点（一）**后文，详见[公告](https://example.com/notice?id={self._figure()}&from=list)。",
            after,
            "\n".join(["| 乡镇 | 户数 | 进度 |", "| --- | --- | --- |", *table]),
        ]

    def _sentence(self) -> str:
        return f"{self._place()}{self._action()}，{self._filled(RESULTS)}，{self._filled(RESULTS)}。"

    def _place(self) -> str:
        return self._random.choice(PLACES)

    def _action(self) -> str:
        return self._filled(ACTIONS)

    def _filled(self, phrases: Sequence[str]) -> str:
        return self._random.choice(phrases).format(self._figure())

    def _figure(self) -> int:
        return self._random.randint(2, 2_000)


def ours(text: str) -> str:
    """What the program does."""
    return to_html(read(text), asset_url=str)


def from_blocks(blocks: tuple[Block, ...]) -> str:
    """What the program does where it holds the blocks already (a page is exported, a preview drawn)."""
    return to_html(blocks, asset_url=str)


def python_markdown(text: str) -> str:
    """The peer as its documentation uses it."""
    return str(markdown.markdown(text, extensions=["tables", "footnotes"]))


def python_markdown_kept(text: str) -> str:
    """The peer with one converter kept."""
    return str(_PEER.reset().convert(text))


_PEER = Markdown(extensions=["tables", "footnotes"])


def _seconds(convert: Callable[[Input], object], inputs: Sequence[Input]) -> float:
    gc.collect()
    started = time.thread_time()
    for each in inputs:
        convert(each)
    return (time.thread_time() - started) / len(inputs)


def _round(texts: Sequence[str]) -> dict[str, float]:
    """Seconds an article of every candidate on the same texts."""
    blocks = [read(text) for text in texts]
    pages = [from_blocks(each) for each in blocks]
    return {
        "ours": _seconds(ours, texts),
        "  read": _seconds(read, texts),
        "  blocks to HTML": _seconds(from_blocks, blocks),
        "    of it nh3": _seconds(sanitized, pages),
        "python-markdown": _seconds(python_markdown, texts),
        "python-markdown kept": _seconds(python_markdown_kept, texts),
    }


def _report(title: str, articles: list[list[str]]) -> None:
    _round(articles[0])
    rounds = [_round(texts) for texts in articles]
    length = statistics.mean(len(text) for texts in articles for text in texts)
    print(f"{title}: {length:.0f} characters on average, {ROUNDS} rounds of {BATCH} articles, none of them twice")
    for name in rounds[0]:
        median = statistics.median(each[name] for each in rounds)
        print(f"{name:20} {median * 1000:7.3f} ms  {1 / median:8.0f} articles/s")
    for peer in ("python-markdown", "python-markdown kept"):
        for name in ("ours", "  blocks to HTML"):
            ratio = statistics.median(each[peer] / each[name] for each in rounds)
            verdict = "reached" if ratio >= GOAL else "missed"
            print(f"{name.strip()} against {peer}: {ratio:.1f} (goal {GOAL:.0f}: {verdict})")


def main() -> None:
    newsroom = Newsroom(seed=3)
    for title, everything in (("everything", True), ("headings and paragraphs", False)):
        _report(title, [[newsroom.article(everything=everything) for _ in range(BATCH)] for _ in range(ROUNDS)])
    marked = ours("**“高新区”**管委会介绍，**重点（一）**后文")
    right = "<strong>“高新区”</strong>管" in marked and "<strong>重点（一）</strong>后" in marked
    print("emphasis beside Chinese marks:", right)


if __name__ == "__main__":
    main()
