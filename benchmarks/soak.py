"""A seeded random user at the real window: does it stay whole, quick and small? Goal: nothing is found in 30 minutes.

Types (Chinese as an input method does, Latin by keys), pastes, undoes, goes from article to article, converts, submits
and signs as the people of the sample newsroom, searches, resizes, changes themes. What counts: exceptions, warnings of
Qt, defects that workers tell of, stalls of the event loop over 100 ms, growth of memory over 10 %, files and threads
that stay behind. A stall in which the window itself did not work (others had the processors) is told and not counted.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks._library import Prose
from benchmarks._watch import STALL, Held, Watch, held
from benchmarks._window import Window
from editor.records.articles import View

if TYPE_CHECKING:
    from collections.abc import Callable

JUDGED = 10
GROWTH = 0.10
_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_PLACES = ("all", "sent", "level1", "level2", "level3", "approved", "trash", "archive")
_SEARCHES = ("园区", "新路", "作者:", "柳江", "茶葉", "abc", "状态:草稿", "今天的")
_LONGEST = 30_000
_KNOWN = {"canceled"}


class User:
    """Does one thing after the other, as the seed wants it."""

    def __init__(self, window: Window, watch: Watch, seed: int) -> None:
        self.window = window
        self.watch = watch
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.dice = random.Random(seed)
        self._prose = Prose(seed)
        self._desktop = window.desktop
        self._body = window.desktop.writing.body
        self._deeds: dict[str, tuple[int, Callable[[], None]]] = {
            "input method": (34, self._compose),
            "letters": (10, self._letters),
            "keys": (14, self._key),
            "paste": (3, self._paste),
            "undo": (6, self._undo),
            "format": (4, self._format),
            "headline": (2, self._headline),
            "open": (5, self._open),
            "new": (1, lambda: window.do("file.new")),
            "save": (1, lambda: window.do("file.save")),
            "place": (3, self._place),
            "search": (3, self._search),
            "convert": (1, self._convert),
            "pass on": (3, self._pass_on),
            "person": (2, self._person),
            "resize": (2, self._resize),
            "theme": (1, self._theme),
            "zoom": (1, self._zoom),
            "panes": (2, self._panes),
            "compare": (1, self._compare),
        }

    def step(self) -> None:
        """Do something, and let the window live for as long as somebody at a keyboard would."""
        weights = [weight for weight, _ in self._deeds.values()]
        name = self.dice.choices(list(self._deeds), weights)[0]
        self.watch.during = name
        self.done[name] += 1
        self._deeds[name][1]()
        self.window.live(self.dice.choice((5, 15, 30, 60)))
        if self.dice.random() < 0.02:
            self.window.live(self.dice.randint(300, 1500))
        self._put_away()

    def _put_away(self) -> None:
        """Menus and dialogs that came are closed as with Esc."""
        for top in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if top is not None:
                self.done["put away"] += 1
                top.reject() if isinstance(top, QDialog) else top.close()

    def _compose(self) -> None:
        word = self._prose.text(self.dice.randint(2, 12)).strip()[:12].replace("\n", "")
        for text in ("y", "yo", "yong"):
            event = QInputMethodEvent(text, [])
            QApplication.sendEvent(self._body, event)
        event = QInputMethodEvent("", [])
        event.setCommitString(word if self.dice.random() < 0.95 else "")
        QApplication.sendEvent(self._body, event)

    def _letters(self) -> None:
        QTest.keyClicks(self._body, self.dice.choice(("GDP ", "5G", "## ", "- ", "> ", "1. ", "A", "'", ",")))

    def _key(self) -> None:
        modifier = Qt.KeyboardModifier.NoModifier
        key = self.dice.choice(_KEYS)
        if self.dice.random() < 0.2 and key not in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            modifier = Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self._body, key, modifier)

    def _paste(self) -> None:
        if len(self._body.toPlainText()) > _LONGEST:
            self._body.selectAll()
            QTest.keyClick(self._body, Qt.Key.Key_Delete)
            return
        text = self._prose.text(self.dice.choice((20, 300, 2_000)))
        mime = QMimeData()
        mime.setText(text)
        if self.dice.random() < 0.5:
            parts = "".join(f"<p><b>{part[:4]}</b>{part[4:]}</p>" for part in text.split("\n\n"))
            mime.setHtml(f"<h2>{text[:8]}</h2>{parts}<ul><li>{text[:6]}</li></ul>")
        QApplication.clipboard().setMimeData(mime)
        self._body.paste()

    def _undo(self) -> None:
        self._body.redo() if self.dice.random() < 0.3 else self._body.undo()

    def _format(self) -> None:
        actions = self._desktop.context.actions
        names = [deed.name for deed in actions.deeds() if deed.menu == "format" and not deed.text.endswith("…")]
        if names:
            self.window.do(self.dice.choice(names))

    def _headline(self) -> None:
        headline = self._desktop.desk.heading.headline
        QTest.keyClick(headline, Qt.Key.Key_N if len(headline.toPlainText()) < 40 else Qt.Key.Key_Backspace)

    def _open(self) -> None:
        view = self._desktop.articles.list
        count = view.articles.rowCount()
        if count:
            view.setCurrentIndex(view.articles.index(self.dice.randrange(count)))

    def _place(self) -> None:
        who = self.window.work.people.id
        view = View(self.dice.choice(_PLACES)) if self.dice.random() < 0.6 else View("my_drafts", who)
        self._desktop.browser.show_view(view)

    def _search(self) -> None:
        box = self._desktop.articles.search
        box.clear()
        for letter in self.dice.choice(_SEARCHES):
            box.insert(letter)
            box.textEdited.emit(box.text())
            self.window.live(20)
        self.window.live(150)
        if self.dice.random() < 0.7:
            box.clear()

    def _convert(self) -> None:
        converting = self.window.work.converting
        self.window.do("article.convert")
        self.window.live(self.dice.randint(50, 900))
        if converting.shown:
            converting.leave()

    def _pass_on(self) -> None:
        review = self.window.work.review
        actions = self._desktop.context.actions
        wanted = [name for name in ("submit", "pass", "countercheck") if actions[f"review.{name}"].isEnabled()]
        if wanted and self._desktop.sheet.article is not None:
            review.do({"pass": "sign"}.get(wanted[0], wanted[0]))
            self.window.live(200)

    def _person(self) -> None:
        people = self.window.work.people
        people.change_to(self.dice.choice(people.here()))

    def _resize(self) -> None:
        self.window.window.resize(self.dice.randint(1100, 1900), self.dice.randint(640, 1040))

    def _theme(self) -> None:
        self._desktop.context.preferences.set("theme", self.dice.choice(("light", "dark", "paper")))

    def _zoom(self) -> None:
        self._desktop.context.preferences.set("body_px", self.dice.randint(15, 22))

    def _panes(self) -> None:
        name = self.dice.choice(("view.inspector", "view.dense", "view.focus", "view.next_pane", "view.refresh"))
        self.window.do(name)
        tab = self.dice.choice(("proof", "review"))
        if self.dice.random() < 0.5:
            self.window.work.shell.show_tab(tab)

    def _compare(self) -> None:
        self.window.do("review.compare")
        self.window.live(self.dice.randint(50, 500))
        self.window.do("review.compare")


def _listen(window: Window, watch: Watch, user: User) -> None:
    """Failures that come from the workers are seen, whoever asked."""
    delivery = window.jobs._delivery  # noqa: SLF001
    hand = delivery.hand

    def heard(message: object) -> None:
        code = getattr(message, "code", "")
        if code in {"bug", "worker_died"}:
            watch.problems[f"{code} during {watch.during}: {getattr(message, 'details', '')}"] += 1
        elif code and code not in _KNOWN:
            user.refused[code] += 1
        hand(message)  # type: ignore[arg-type]

    delivery.hand = heard  # type: ignore[method-assign]


def run(minutes: float, seed: int, folder: Path) -> tuple[Watch, User, Held, Held]:
    """Let a user work that long; what was seen, done, and held after a quarter of the time and at the end."""
    window = Window(folder / "library", folder)
    window.begin()
    window.sample()
    window.do("file.new")
    window.until(lambda: window.desktop.sheet.article is not None, "a new article")
    watch = Watch(window.window)
    user = User(window, watch, seed)
    _listen(window, watch, user)
    begin = time.monotonic()
    watch.begin()
    warm = None
    while (passed := time.monotonic() - begin) < minutes * 60:
        user.step()
        if warm is None and passed > max(min(60, minutes * 30), minutes * 15):
            warm = _rested(window, watch)
    last = _rested(window, watch)
    watch.during = "close"
    window.close()
    watch.end()
    return watch, user, warm or last, last


def _rested(window: Window, watch: Watch) -> Held:
    """What is held with a short article on the desk and nothing under way."""
    watch.during = "rest"
    window.do("file.new")
    window.settle()
    window.live(1500)
    window.settle()
    return held()


def report(watch: Watch, user: User, warm: Held, last: Held, minutes: float) -> bool:
    """Print what was seen; whether nothing was found."""
    did = ", ".join(f"{name} {count}" for name, count in user.done.most_common())
    print(f"{sum(user.done.values())} deeds: {did}")
    if user.refused:
        print("refused as it should be: " + ", ".join(f"{code} {count}" for code, count in user.refused.most_common()))
    print(f"event loop late: p50 {watch.late(0.5):.1f} p99 {watch.late(0.99):.1f} most {watch.late(1):.0f} ms")
    ours = [stall for stall in watch.stalls if stall.ours]
    worked = [stall for stall in watch.stalls if stall.processor > STALL and not stall.ours]
    others = len(watch.stalls) - len(ours) - len(worked)
    print(f"stalls over 100 ms: {len(ours)} of the window, {others} of a busy machine, {len(worked)} changes of theme")
    if worked:
        print(f"  a change of theme worked {max(stall.processor for stall in worked) * 1000:.0f} ms at most")
    for stall in sorted(ours, key=lambda each: -each.seconds)[:12]:
        where = Counter(stall.where).most_common(2)
        print(f"  {stall.seconds * 1000:.0f} ms ({stall.processor * 1000:.0f} worked) during {stall.during}: {where}")
    growth = last.memory / warm.memory - 1
    print(f"memory {warm.memory:.0f} → {last.memory:.0f} MiB ({growth:+.1%}), goal at most {GROWTH:.0%}")
    print(f"files {warm.files} → {last.files}, threads {warm.threads} → {last.threads}")
    for problem, count in watch.problems.most_common():
        print(f"{count} x {problem}")
    still = last.files <= warm.files + 2 and last.threads <= warm.threads
    if minutes < JUDGED:
        print(f"under {JUDGED} minutes stalls and memory are told and not judged: caches are still filling")
        return not watch.problems and still
    return not (watch.problems or ours) and growth <= GROWTH and still


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0, help="0 = another one each time")
    options = parser.parse_args()
    seed = options.seed or random.SystemRandom().randrange(1, 1_000_000)
    print(f"seed {seed}, {options.minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        good = report(*run(options.minutes, seed, Path(folder)), options.minutes)
    print(f"seed {seed}: {'nothing found' if good else 'FAILED'}")
    return 0 if good else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # the end of the program itself is watched by tests/services/test_real_window.py
