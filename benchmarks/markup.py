"""Markdown → safe HTML of one news article: ours (read, to_html, nh3) against python-markdown (tables, footnotes).

Run: ``python -m benchmarks.markup``. Goal: at least 10 times python-markdown (which does not even sanitize).
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from markdown import Markdown

from editor.markup.html import to_html
from editor.markup.reader import read
from editor.markup.sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = 10.0
ROUNDS = 60
BATCH = 10
SENTENCE = "清溪县今年把老旧水渠改造列为民生实事，三个乡镇的村民在家门口就能用上自来水，灌溉面积比去年增加了一成多。"


def article() -> str:
    """An article of about 2,000 characters with heading, list, quote, table, footnote and marks."""
    paragraphs = [SENTENCE * 3 for _ in range(11)]  # 150 characters, as in most news texts
    paragraphs[1] = f"**“高新区”**管委会介绍，{SENTENCE}[^1]"
    return "\n\n".join(
        [
            *paragraphs[:4],
            "## 重点（一）：从水渠到水管",
            "- 东河镇：铺设管道12公里\n- 南岭镇：新建泵站3座\n- 西坪乡：改造水池8口",
            "> “水到了家门口，心里就踏实了。”村民说。",
            *paragraphs[4:],
            "| 乡镇 | 户数 | 进度 |\n| --- | --- | --- |\n| 东河镇 | 1200 | 95% |\n| 南岭镇 | 860 | 90% |",
            "[^1]: 数据来自县水利局。\n",
        ]
    )


def ours(markdown: str) -> str:
    """What the program does."""
    return to_html(read(markdown), asset_url=str)


def python_markdown(markdown: str) -> str:
    """The peer, with one converter kept."""
    return str(_PEER.reset().convert(markdown))


_PEER = Markdown(extensions=["tables", "footnotes"])


def _seconds(run: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    for _ in range(BATCH):
        run(text)
    return (time.perf_counter() - started) / BATCH


def main() -> None:
    text = article()
    html = ours(text)
    candidates: dict[str, tuple[Callable[[str], object], str]] = {
        "ours": (ours, text),
        "  of it: read": (read, text),
        "  of it: nh3": (sanitized, html),
        "python-markdown": (python_markdown, text),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, (run, argument) in candidates.items():
            times[name].append(_seconds(run, argument))
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"{len(text)} characters, {ROUNDS} interleaved rounds of {BATCH} articles")
    for name, median in medians.items():
        print(f"{name:18} {median * 1000:7.3f} ms  {1 / median:8.0f} articles/s")
    ratio = medians["python-markdown"] / medians["ours"]
    print(f"ratio {ratio:.1f} (goal {GOAL:.0f}): {'reached' if ratio >= GOAL else 'missed'}")
    print("emphasis beside Chinese marks:", "<strong>“高新区”</strong>管委会" in html)


if __name__ == "__main__":
    main()
