"""What the random user of the soak does at the window."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks._library import Prose
from editor.article import Variant
from editor.markup.reader import read
from editor.records.articles import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks._watch import Watch
    from benchmarks._window import Window


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
_SIZES = (15, 22)
_LOADED = 4_000
_VOCABULARY = 300_000  # characters of text, in which some 4,300 different ones are
_THEMES = ("light", "dark", "paper")


class User:
    """Does one thing after the other, as the seed wants it."""

    def __init__(self, window: Window, watch: Watch, seed: int) -> None:
        self.window = window
        self.watch = watch
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.dice = random.Random(seed)
        self._prose = Prose(seed)
        self._loaded = self._prose.text(_LOADED)
        self._known = sorted(set(Prose(seed + 1).text(_VOCABULARY)))
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
        self._desktop.context.preferences.set("theme", self.dice.choice(_THEMES))

    def _zoom(self) -> None:
        self._desktop.context.preferences.set("body_px", self.dice.randint(*_SIZES))

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

    def lay(self, characters: int) -> None:
        """A new article with that much text."""
        self._lay(self._prose.text(characters))

    def visit(self) -> None:
        """Once through every view and window that is made when it is first asked for."""
        desktop = self._desktop
        for tab in ("review", "pictures", "preview", "proof"):
            self.window.work.shell.show_tab(tab)
            self.window.live(50)
        self._compare()
        for action in ("article.convert", "article.history", "view.palette", "tools.preferences"):
            self.window.do(action)
            self.window.settle()
            self.window.live(200)
            self._put_away()
            if self.window.work.converting.shown:
                self.window.work.converting.leave()
            desktop.desk.show_middle(None)
        self.window.live(200)

    def look_around(self) -> None:
        """Once through all sizes, language versions and themes with texts on the desk, through conversion and tabs.

        Fonts, icons and views are loaded then, and the heap is as large as the longest text wants it.
        """
        self._lay(self._prose.text(_LONGEST))
        self._load_fonts()
        self._lay(self._loaded)
        for theme in _THEMES:
            self.window.desktop.context.preferences.set("theme", theme)
            for tab in ("review", "proof"):
                self.window.work.shell.show_tab(tab)
                self.window.live(50)
        self._compare()
        self.window.do("article.convert")
        self.window.settle()
        self.window.live(300)

    def _paint_every_character(self) -> None:
        """In the fonts of list and headline, as after a day at this desk: a picture of each stays as long as its font.

        Not in those of the body, which come and go with its size.
        """
        picture = QImage(1200, 60, QImage.Format.Format_ARGB32_Premultiplied)
        held = self._desktop.articles.list.itemDelegate()._fonts.values()  # type: ignore[attr-defined]  # noqa: SLF001
        for font in [*(font for font, _ in held), self._desktop.desk.heading.headline.font()]:
            painter = QPainter(picture)
            painter.setFont(font)
            for start in range(0, len(self._known), 40):
                painter.drawText(0, 40, "".join(self._known[start : start + 40]))
            painter.end()
            self.window.live(20)  # what this takes is no stall of the window

    def _load_fonts(self) -> None:
        """Qt keeps 4 to 10 MiB of fonts, and lets go of sizes that were not used for some minutes."""
        self._paint_every_character()
        text = self._loaded
        for px in range(_SIZES[0], _SIZES[1] + 1):
            self.window.desktop.context.preferences.set("body_px", px)
            for variant in Variant:
                self._body.show_blocks(read(f"## {text[:300]}\n\n**{text[:300]}**\n\n{text}"), str(variant))
                self.window.live(20)

    def _lay(self, text: str) -> None:
        self.window.do("file.new")
        self.window.settle()
        self._body.insertPlainText(text)
        self.window.live(1500)

    def rest(self) -> None:
        """Everything as it was at first, a new article on the desk, fonts loaded, and nothing under way."""
        self.watch.during = "rest"
        if self.window.work.converting.shown:
            self.window.work.converting.leave()
        self._desktop.articles.search.clear()
        self._desktop.browser.show_view(View("all"))
        self._lay("")
        self._load_fonts()
        self._lay("")
        self.window.work.shell.show_tab("proof")
        self.window.window.resize(1400, 860)
        self.window.desktop.context.preferences.set("body_px", 17)
        self.watch.during = "theme"
        self.window.desktop.context.preferences.set("theme", "light")
        self.window.settle()
        self.window.live(1500)
        self.window.settle()
