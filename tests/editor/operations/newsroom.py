"""A small newsroom for tests: a library in a folder, four people, articles written by hand."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from editor.article import Credit, Slip, Variant
from editor.errors import EditorError, Exit
from editor.newsroom.identity import KeysInMemory
from editor.operations import articles
from editor.operations.content import Content
from editor.operations.desk import SHANGHAI, Desk, new_id
from editor.operations.drafting import save_draft
from editor.operations.people import admit
from editor.operations.reviewing import sign, submit
from editor.store import drafts, library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITER, FIRST, SECOND, CHIEF = "许青", "周明", "何静", "陈衡"
REVIEWERS = ((1, FIRST), (2, SECOND), (3, CHIEF))
TEXT = "青禾县今年春灌面积比去年多了两成。\n\n记者在渠首看到，水闸已经全部开启，值班人员每两小时记录一次水位。\n"


def clock():
    """A clock that goes on by a second each time it is looked at."""
    ticks = itertools.count()
    start = datetime(2026, 3, 5, 9, 0, tzinfo=SHANGHAI)
    return lambda: start + timedelta(seconds=next(ticks))


def empty_desk(folder: Path) -> Desk:
    """A desk at a library without a newsroom."""
    return Desk(library.create(folder), KeysInMemory(), new_id(), folder.with_name("kept"), clock())


def founded_desk(folder: Path, *, writer_levels: tuple[str, ...] = ("reporter",)) -> Desk:
    """A desk with a writer and three reviewers, the last of whom founded the newsroom."""
    desk = empty_desk(folder)
    admit(desk, CHIEF, ["3"])
    admit(desk, WRITER, writer_levels, person=CHIEF)
    admit(desk, FIRST, ["1"], person=CHIEF)
    admit(desk, SECOND, ["2"], person=CHIEF)
    return desk


def own_article(desk: Desk, text: str = TEXT, headline: str = "青禾县春灌开闸", **slip) -> str:
    """An article that a reporter wrote here; returns its id."""
    identifier = new_id()
    fields = {"headline": headline, "byline": (Credit(WRITER, "reporter", "记者"),), **slip}
    with desk.writing() as session:
        number = f"0305-QH-{identifier[-6:]}"
        content = Content(Variant.ZH_CN, Slip(number=number, **fields), text)
        drafts.save(desk.library, articles.new_draft(session, identifier, content, ""))
        articles.refresh(session, identifier)
    return identifier


def change(desk: Desk, name: str, person: str, before: str, after: str) -> None:
    """Somebody changes words in the draft."""

    def changed(content: Content) -> Content:
        assert before in content.text
        return dataclasses.replace(content, text=content.text.replace(before, after))

    save_draft(desk, name, changed, person)


def sheet(desk: Desk, name: str) -> articles.Sheet:
    """The article as it stands."""
    with desk.reading() as session:
        return articles.find(session, name)


def submitted(desk: Desk, **slip) -> str:
    """An article that its writer handed in; returns its id."""
    name = own_article(desk, **slip)
    submit(desk, name, WRITER)
    return name


def sign_all(desk: Desk, name: str) -> None:
    """All three levels sign it."""
    for level, person in REVIEWERS:
        sign(desk, name, level, person)


def passed(desk: Desk, name: str) -> str:
    """The writer hands it in and all three levels sign it; returns its id."""
    submit(desk, name, WRITER)
    sign_all(desk, name)
    return name


def signed(desk: Desk, **slip) -> str:
    """An article that its writer handed in and all three levels signed; returns its id."""
    return passed(desk, own_article(desk, **slip))


def refused(code: str, action: Callable[..., object], *arguments, **named) -> None:
    """It is refused for this reason, as something that is not allowed or was called wrongly."""
    with pytest.raises(EditorError) as caught:
        action(*arguments, **named)
    assert caught.value.code == code
    assert caught.value.exit_code in {Exit.USAGE, Exit.NOT_ALLOWED}
