"""A library of many articles, made quickly: rows, drafts and index by direct inserts."""

from __future__ import annotations

import json
import lzma
import math
import random
import re
import time
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from typing import TYPE_CHECKING

import resources
from editor.article import Credit, Slip, slip_to_plain
from editor.markup.reader import read
from editor.operations.desk import new_id
from editor.operations.projection import searched_text
from editor.store import indexing, library, listing
from editor.store.dates import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import sqlalchemy as sa

COLUMNS = ("要闻", "时政", "民生", "教育", "三农", "文化", "园区", "法治", "健康", "评论")
PEOPLE = ("许青", "周明", "何静", "陈衡", "李娜", "王小明", "欧阳若水", "田禾")
STATES = ("sent",) * 14 + ("approved", "level1", "level2", "level3", "draft", "held", "returned")
_START = datetime(2023, 1, 2, 8, 0, tzinfo=timezone(timedelta(hours=8)))
_BATCH = 1_000


class Prose:
    """Sentences of words drawn by their frequency: pairs of characters are as common as in real text, nearly."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        words: list[str] = []
        weights: list[float] = []
        for line in lzma.decompress(resources.data("dictionaries/words.xz")).decode("gb18030").splitlines():
            size, level, joined = line.split(" ")
            for start in range(0, len(joined), int(size)):
                words.append(joined[start : start + int(size)])
                weights.append(math.exp(-int(level) / 2.5))
        self._words = words
        self._weights = list(accumulate(weights))

    def text(self, characters: int) -> str:
        """Sentences of some 25 characters, in paragraphs of six."""
        drawn = iter(self.random.choices(self._words, cum_weights=self._weights, k=characters // 2 + 20))
        sentences: list[str] = []
        length = 0
        while length < characters:
            sentence = "".join(next(drawn) for _ in range(5)) + "，" + "".join(next(drawn) for _ in range(5)) + "。"
            sentences.append(sentence)
            length += len(sentence)
        return "\n\n".join("".join(sentences[start : start + 6]) for start in range(0, len(sentences), 6)) + "\n"


def articles(count: int, characters: int, seed: int = 1) -> Iterator[tuple[Slip, str, str, str]]:
    """Slip, text, state and time of so many articles, a hundred a day."""
    prose = Prose(seed)
    for number in range(count):
        at = (_START + timedelta(seconds=number * 864)).isoformat(timespec="seconds")
        text = prose.text(characters)
        slip = Slip(
            number=f"{at[5:7]}{at[8:10]}-QH-{number % 100 + 1:02d}-{number // 36500}",
            headline=re.split("[，。]", text)[0][:20],
            byline=(Credit(prose.random.choice(PEOPLE), "reporter", "记者"),),
            source="青禾融媒",
            column=prose.random.choice(COLUMNS),
            deadline=at if number % 50 == 0 else "",
        )
        yield slip, text, prose.random.choice(STATES), at


def make(folder: Path, count: int, characters: int = 1_000, *, index: bool = True) -> library.Library:
    """A library of so many articles; one that is there already is opened as it is."""
    if library.library_path(folder).exists():
        return library.open_library(folder, reserve=False)
    opened = library.create(folder)
    raw = opened.raw
    for setting in ("synchronous=OFF", "journal_mode=OFF", "cache_size=-131072"):
        raw.execute(f"PRAGMA {setting}")
    raw.execute("INSERT INTO found (found, rank) VALUES ('hashsize', ?)", (64 << 20,))
    start = time.perf_counter()
    every = articles(count, characters)
    for begin in range(0, count, _BATCH):
        with opened.write() as connection:
            for _, (slip, text, state, at) in zip(range(begin, min(begin + _BATCH, count)), every, strict=False):
                _put(connection, slip, text, state, at, index=index)
        print(f"\r{begin + _BATCH} articles, {time.perf_counter() - start:.0f} s", end="", flush=True)
    print()
    raw.execute("INSERT INTO found (found, rank) VALUES ('hashsize', ?)", (1 << 20,))
    opened.close()
    return library.open_library(folder, reserve=False)


def _put(connection: sa.Connection, slip: Slip, text: str, state: str, at: str, *, index: bool) -> None:
    article = new_id()
    plain = slip_to_plain(slip)
    content = json.dumps({"slip": plain, "text": text}, ensure_ascii=False, separators=(",", ":"))

    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)", ("", article, "zh-CN", content, "", "", at))
    person = slip.byline[0].name
    row = listing.put(
        connection,
        listing.ListRow(
            newsroom="",
            article=article,
            variant="zh-CN",
            own=True,
            number=slip.number,
            headline=slip.headline,
            column=slip.column,
            authors=tuple(plain["byline"]),
            state=state,
            revision="",
            updated_at=at,
            summary=text[:60],
            origin="own",
            deadline=slip.deadline,
            characters=len(text),
            writer=person,
            submitter=person,
        ),
    )
    if index:
        whole = searched_text(slip, read(text))
        names = tuple(credit.name for credit in slip.byline)
        indexing.put(
            raw,
            indexing.Searchable(row, article, moment(at) or 0, slip.headline, names, slip.source, slip.column, whole),
        )
