"""Markdown → safe HTML of one news article: ours (read, to_html, nh3) against python-markdown (tables, footnotes).

Run: ``python -m benchmarks.markup``. Goal: at least 10 times python-markdown, which does not even sanitize. It is
measured in both ways that it is used: ``markdown.markdown`` a text (its documented way) and one converter kept and
reset. Time is that of the thread, so that other work on the machine counts less.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import markdown
from markdown import Markdown

from editor.markup.html import to_html
from editor.markup.reader import read
from editor.markup.sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.markup.blocks import Block

GOAL = 10.0
ROUNDS = 60
BATCH = 10
SENTENCE = "清溪县今年把老旧水渠改造列为民生实事，三个乡镇的村民在家门口就能用上自来水，灌溉面积比去年增加了一成多。"


def article() -> str:
    """An article of about 2,000 characters, in blocks as news has them: short paragraphs, headings between them."""
    paragraphs = [SENTENCE * (1 + number % 3) for number in range(17)]
    paragraphs[1] = f"**“高新区”**管委会介绍，{SENTENCE}[^1]"
    paragraphs[9] = f"{SENTENCE}**重点（一）**后文，详见[公告](https://example.com/notice?id=1&from=list)。"
    return "\n\n".join(
        [
            *paragraphs[:5],
            "## 重点（一）：从水渠到水管",
            "- 东河镇：铺设管道12公里\n- 南岭镇：新建泵站3座\n- 西坪乡：改造水池8口",
            "> “水到了家门口，心里就踏实了。”村民说。",
            *paragraphs[5:11],
            "## 下一步",
            *paragraphs[11:],
            "| 乡镇 | 户数 | 进度 |\n| --- | --- | --- |\n| 东河镇 | 1200 | 95% |\n| 南岭镇 | 860 | 90% |",
            "[^1]: 数据来自县水利局。\n",
        ]
    )


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


def _seconds(run: Callable[[], object]) -> float:
    started = time.thread_time()
    for _ in range(BATCH):
        run()
    return (time.thread_time() - started) / BATCH


def main() -> None:
    text = article()
    blocks = read(text)
    html = ours(text)
    candidates: dict[str, Callable[[], object]] = {
        "ours": lambda: ours(text),
        "  read": lambda: read(text),
        "  blocks to HTML": lambda: from_blocks(blocks),
        "    of it nh3": lambda: sanitized(html),
        "python-markdown": lambda: python_markdown(text),
        "python-markdown kept": lambda: python_markdown_kept(text),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, run in candidates.items():
            times[name].append(_seconds(run))
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"{len(text)} characters, {ROUNDS} interleaved rounds of {BATCH} articles")
    for name, median in medians.items():
        print(f"{name:20} {median * 1000:7.3f} ms  {1 / median:8.0f} articles/s")
    for peer in ("python-markdown", "python-markdown kept"):
        for name in ("ours", "  blocks to HTML"):
            ratio = medians[peer] / medians[name]
            verdict = "reached" if ratio >= GOAL else "missed"
            print(f"{name.strip()} against {peer}: {ratio:.1f} (goal {GOAL:.0f}: {verdict})")
    print("emphasis beside Chinese marks:", "<strong>“高新区”</strong>管委会" in html)


if __name__ == "__main__":
    main()
