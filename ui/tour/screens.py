"""The screens, one line each: how a window comes to show it. A new one is one more function and one more line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.records.articles import ALL, MY_DRAFTS, TRASH, View
from editor.service.messages import Place
from ui.work.asked import room

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.tour.stage import Stage

BRIDGE = "一座桥"
LEVEL1 = View("level1")
MAIN = (1560, 960)
SMALL = (1280, 680)
WIDE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture.

    Attributes:
        name: In the name of the file.
        show: Brings the window there.
        over: Whether a dialog or menu stands over the window.
        size: Of the window, px.
        paper: Whether it is drawn on warm paper as well.
        founded: On the sample newsroom, else on a computer where nothing was done yet.
    """

    name: str
    show: Callable[[Stage], None]
    over: bool = False
    size: tuple[int, int] = MAIN
    paper: bool = False
    founded: bool = True


def _article(stage: Stage, level: str = "1", view: View = LEVEL1, headline: str = BRIDGE, tab: str = "proof") -> None:
    stage.sit(level)
    stage.look_at(view)
    stage.open(headline)
    stage.tab(tab)


def _desk(stage: Stage) -> None:
    _article(stage)


def _review(stage: Stage) -> None:
    _article(stage, tab="review")


def _preview(stage: Stage) -> None:
    _article(stage, tab="preview")


def _pictures(stage: Stage) -> None:
    _article(stage, tab="pictures")


def _compare(stage: Stage) -> None:
    _article(stage, tab="review")
    stage.do("review.compare")
    stage.work.comparing.view.page_together()


def _compare_beside(stage: Stage) -> None:
    _compare(stage)
    stage.work.comparing.view.page_beside()


def _convert(stage: Stage) -> None:
    _article(stage)
    stage.do("article.convert")


def _large_preview(stage: Stage) -> None:
    _article(stage)
    stage.do("view.preview")


def _dense(stage: Stage) -> None:
    stage.prefer("dense", value=True)
    stage.sit("3")
    stage.look_at(View(ALL))
    stage.open("首批六十名")
    stage.tab("review")


def _search(stage: Stage) -> None:
    _article(stage, tab="proof")
    stage.desktop.browser.search("大桥")
    stage.rest()
    stage.desktop.articles.search.setFocus()


def _drafts(stage: Stage) -> None:
    stage.sit("reporter")
    stage.look_at(View(MY_DRAFTS, stage.work.people.id))
    stage.open("南门老街")
    stage.tab("proof")


def _new(stage: Stage) -> None:
    stage.sit("reporter")
    stage.do("file.new")


def _empty_list(stage: Stage) -> None:
    stage.do("file.close")
    stage.look_at(View(TRASH))


def _palette(stage: Stage) -> None:
    _article(stage)
    stage.work.palette.palette.open("zh" if stage.language == "zh_CN" else "re")


def _person(stage: Stage) -> None:
    _article(stage)
    stage.do("tools.person")


def _dialog(action: str) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        _article(stage)
        stage.do(action)

    return show


def _about(stage: Stage) -> None:
    _article(stage)
    stage.work.habits.show_about(place=Place(Path("~/.local/share/gaotai/library"), Path("~/.local/share/gaotai")))
    stage.rest()


def _history(stage: Stage) -> None:
    stage.sit("reporter")
    stage.look_at(View(MY_DRAFTS, stage.work.people.id))
    stage.open("南门老街")
    written = ((47, "施工方承诺，雨季之前完成主管道铺设。"), (9, "工期预计一百二十天。"), (0, "（完）"))
    for minutes, words in written:
        stage.at(minutes)
        stage.write(words)
        stage.do("file.save")
    stage.do("article.history")
    versions = stage.work.history.view
    versions.list.setCurrentIndex(versions.model.index(1))
    stage.rest()


def _small(stage: Stage) -> None:
    stage.sit("1")
    stage.look_at(LEVEL1)
    stage.open(BRIDGE)


def _focus(stage: Stage) -> None:
    _article(stage)
    stage.do("view.focus")


def _source(stage: Stage) -> None:
    _article(stage)
    stage.do("write.source")


def _find(stage: Stage) -> None:
    _article(stage)
    stage.do("write.find")
    stage.desktop.writing.pane.find_bar.what.setText("大桥")


def _large(stage: Stage) -> None:
    stage.prefer("scale", value=150)
    _small(stage)


def _report(stage: Stage) -> None:
    stage.sit("1")
    stage.look_at(LEVEL1)
    stage.open("一片茶葉")
    stage.do("article.report")


def _recovery(stage: Stage) -> None:
    stage.sit("reporter")
    stage.look_at(View(MY_DRAFTS, stage.work.people.id))
    stage.open("南门老街")
    stage.tab("proof")
    stage.recover(characters=37)


def _targets_given(stage: Stage) -> None:
    """Two websites; nothing is ever called."""
    stage.work.outbox.sending.close()
    ask = stage.desktop.context.jobs.ask
    known = [one.name for one in stage.work.outbox.sending.targets]
    for name, url in (("官网", "https://news.example.cn/"), ("专题站", "https://topics.example.cn/")):
        if name not in known:
            options = {"url": url, "user": "editor"}
            ask(room("add_target"), name=name, kind="wordpress", options=options)
    stage.rest()
    stage.work.outbox.sending.refresh()
    stage.rest()


def _queue(stage: Stage) -> None:
    stage.sit("3")
    _targets_given(stage)
    ask = stage.desktop.context.jobs.ask
    for name in ("官网", "专题站"):
        ask(room("queue"), target=name, names=None, person=stage.work.people.id)
    stage.rest()
    stage.do("queue.show")
    window = stage.work.outbox.window
    if window is not None:
        window.choose([0])
    stage.rest()


def _targets(stage: Stage) -> None:
    stage.sit("3")
    _targets_given(stage)
    stage.do("queue.targets")


def _nothing(_stage: Stage) -> None:
    """As it stands."""


SCREENS = (
    Screen("first-start", _nothing, founded=False),
    Screen("desk", _desk, paper=True),
    Screen("review", _review),
    Screen("preview", _preview),
    Screen("pictures", _pictures),
    Screen("compare", _compare),
    Screen("compare-beside", _compare_beside),
    Screen("convert", _convert),
    Screen("preview-large", _large_preview),
    Screen("search", _search),
    Screen("find", _find),
    Screen("source", _source),
    Screen("focus", _focus),
    Screen("list-dense", _dense),
    Screen("drafts", _drafts),
    Screen("new-article", _new),
    Screen("empty", _empty_list),
    Screen("history", _history),
    Screen("intake-report", _report),
    Screen("recovery", _recovery),
    Screen("palette", _palette),
    Screen("person", _person, over=True),
    Screen("preferences", _dialog("tools.preferences"), over=True),
    Screen("people", _dialog("tools.members"), over=True),
    Screen("rules", _dialog("tools.rules"), over=True),
    Screen("batch", _dialog("file.deliver"), over=True),
    Screen("queue", _queue, over=True),
    Screen("targets", _targets, over=True),
    Screen("number", _dialog("article.number"), over=True),
    Screen("keys", _dialog("help.keys"), over=True),
    Screen("about", _about, over=True),
    Screen("small", _small, size=SMALL),
    Screen("desk-150", _large, size=WIDE),
)
