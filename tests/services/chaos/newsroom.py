"""A newsroom with many signed articles, and what becomes of them while they are sent."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.article import Credit, Slip, Variant
from editor.newsroom import sealing
from editor.newsroom.identity import KeysOnDisk
from editor.operations import articles, reviewing
from editor.operations.content import Content
from editor.operations.desk import Desk, device_id, new_id
from editor.operations.drafting import save_draft
from editor.operations.outbox import queueing
from editor.operations.people import admit
from editor.publish.targets.kinds import key_of
from editor.store import drafts, kept_files, library, outbox
from tests.editor.publish.sample_packages import png
from tests.services.chaos.client import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from editor.store.outbox import TargetRow

WRITER, FIRST, SECOND, CHIEF = "许青", "周明", "何静", "陈衡"
COLUMNS = ("要闻", "民生", "文化", "三农")
WORDS = ("春灌", "道路", "学校", "园区", "水利", "非遗")


@dataclass
class Sent:
    """What has to stand there in the end.

    Attributes:
        word: A word that only the newest text holds.
        gone: Whether it was withdrawn.
    """

    name: str
    key: str
    headline: str
    column: str
    tags: tuple[str, ...]
    pictures: int
    word: str
    gone: bool = False


@dataclass
class Field:
    """The newsroom."""

    desk: Desk
    target: TargetRow
    dice: random.Random
    articles: list[Sent] = field(default_factory=list)

    def slip(self, number: int) -> Slip:
        """What stands on the slip of an article."""
        return Slip(
            number=f"1124-HD-{number:04d}",
            headline=f"第{number}篇：标题",
            column=self.dice.choice(COLUMNS),
            keywords=tuple(self.dice.sample(WORDS, 2)),
            source="青禾融媒",
            byline=(Credit(WRITER, "reporter", "记者"),),
        )

    def write(self, number: int, *, pictures: bool = True) -> Sent:
        """An article, signed; with up to two pictures."""
        desk, dice = self.desk, self.dice
        identifier = new_id()
        count = dice.choice((0, 0, 1, 2)) if pictures else 0
        shown = [png(color=(number % 250, dice.randrange(250), 7)) for _ in range(count)]
        body = "".join(f"第{number}篇第{n}段：园区里的人说，路修好以后来往方便多了。\n\n" for n in range(1, 6))
        word = f"初稿{number}号"
        with desk.writing() as session:
            for data in shown:
                digest = kept_files.keep(session.connection, session.newsroom, data, "image/png")
                body += f"![图 {number}](asset:{digest})\n\n"
            slip = self.slip(number)
            text = body + f"这是{word}。\n"
            drafts.save(desk.library, articles.new_draft(session, identifier, Content(Variant.ZH_CN, slip, text), ""))
            articles.refresh(session, identifier)
        self.sign(identifier)
        made = Sent(identifier, key_of(identifier, "zh-CN"), slip.headline, slip.column, slip.keywords, count, word)
        self.articles.append(made)
        return made

    def sign(self, name: str) -> None:
        reviewing.submit(self.desk, name, WRITER)
        for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
            reviewing.sign(self.desk, name, level, person)

    def queue(self, *articles_: Sent) -> None:
        queueing.publish(self.desk, self.target, [each.name for each in articles_], CHIEF)

    def change(self, article: Sent) -> None:
        """A newer text, signed and queued."""
        word = f"改{self.dice.randrange(10**6)}号"

        def changed(content: Content) -> Content:
            return dataclasses.replace(content, text=content.text.replace(article.word, word))

        save_draft(self.desk, article.name, changed, WRITER)
        self.sign(article.name)
        article.word = word
        self.queue(article)

    def withdraw(self, article: Sent) -> None:
        reviewing.withdraw(self.desk, article.name, notice=False, person=CHIEF)
        article.gone = True
        queueing.take_down(self.desk, [article.name], CHIEF)


def founded(folder: Path, target: TargetRow, seed: int) -> Field:
    """A new newsroom; its keys are opened by a pass phrase whose work is made light."""
    sealing.MEMORY_KIB = 64
    data = folder / "data"
    keys = KeysOnDisk(data / "identities", PASSPHRASE)
    desk = Desk(library.create(folder / "library"), keys, device_id(data), data)
    admit(desk, CHIEF, ["3"])
    admit(desk, WRITER, ("reporter",), person=CHIEF)
    admit(desk, FIRST, ["1"], person=CHIEF)
    admit(desk, SECOND, ["2"], person=CHIEF)
    with desk.writing() as session:
        outbox.keep_target(session.connection, session.newsroom, target)
    return Field(desk, target, random.Random(seed))
