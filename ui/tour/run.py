"""`tour OUT`: every screen in every theme and language as a picture, and an index of them."""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from editor.errors import EditorError, Exit
from ui.theme.type import font
from ui.tour.screens import SCREENS
from ui.tour.stage import SIZE, Stage
from ui.tour.waiting import NotDrawnError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QApplication

    from ui.tour.screens import Screen

LANGUAGES = ("zh_CN", "en")
THEMES = ("light", "dark")
PAPER = "paper"
INDEX = "index.json"
_VEIL = QColor(0, 0, 0, 70)
_TITLE = 34


class Drawn(NamedTuple):
    """A picture that was made."""

    file: str
    screen: str
    theme: str
    language: str
    width: int
    height: int


class Failed(NamedTuple):
    """A screen that could not be drawn, and where it stopped."""

    screen: str
    language: str
    why: str


def tour(
    application: QApplication,
    out: Path,
    screens: Sequence[Screen] = SCREENS,
    languages: Iterable[str] = LANGUAGES,
    themes: Sequence[str] = THEMES,
) -> int:
    """Draw them; gives the exit code: 3 when a screen could not be drawn, the others are there nevertheless.

    Raises:
        EditorError: The folder cannot be written.
    """
    application.setCursorFlashTime(0)  # a caret that blinks is there in one picture and away in the next
    drawn: list[Drawn] = []
    failed: list[Failed] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for language in languages:
            for founded in (False, True):
                asked = [screen for screen in screens if screen.founded is founded]
                if asked:
                    _draw_all(application, out, language, asked, themes, drawn, failed)
        _write_index(out / INDEX, drawn, failed)
    except OSError as error:
        raise EditorError.target("output_unwritable", file=str(error.filename or out)) from error
    sys.stdout.write(f"{out / INDEX}\n")
    return int(Exit.UNREADABLE if failed else Exit.DONE)


def _draw_all(
    application: QApplication,
    out: Path,
    language: str,
    screens: Sequence[Screen],
    themes: Sequence[str],
    drawn: list[Drawn],
    failed: list[Failed],
) -> None:
    with tempfile.TemporaryDirectory(prefix="gaotai-tour-") as folder:
        try:
            stage = Stage(application, Path(folder), language, founded=screens[0].founded)
        except NotDrawnError as error:
            failed += [Failed(screen.name, language, str(error)) for screen in screens]
            return
        try:
            for screen in screens:
                try:
                    drawn += _draw(stage, screen, out, themes)
                except Exception as error:  # noqa: BLE001  (one screen that fails is told of, the others are drawn)
                    failed.append(Failed(screen.name, language, f"{type(error).__name__}: {error}"))
                with suppress(NotDrawnError):
                    stage.begin_again(SIZE)
        finally:
            stage.close()


def _draw(stage: Stage, screen: Screen, out: Path, themes: Sequence[str]) -> list[Drawn]:
    stage.resize(screen.size)
    if not screen.over:
        screen.show(stage)
    found = []
    for theme in (*themes, PAPER) if screen.paper else themes:
        stage.prefer("theme", theme)
        if screen.over:  # dialogs are made in the theme that there is
            stage.put_away()
            screen.show(stage)
        stage.desktop.status.tell("")
        stage.rest()
        picture = _picture(stage, over=screen.over)
        file = f"{screen.name}.{theme}.{stage.language}.png"
        if not picture.save(str(out / file), "PNG"):
            raise OSError(0, "not written", str(out / file))
        found.append(Drawn(file, screen.name, theme, stage.language, picture.width(), picture.height()))
    return found


def _picture(stage: Stage, *, over: bool) -> QPixmap:
    """The window; with what stands over it, in its middle."""
    picture = stage.window.grab()
    if not over:
        return picture
    upper = stage.dialog()
    laid = upper.grab()
    menu = upper.inherits("QMenu")
    at = QPoint((picture.width() - laid.width()) // 2, (picture.height() - laid.height()) // 2)
    if menu:
        at = stage.window.mapFromGlobal(upper.pos())
    painter = QPainter(picture)
    if not menu:
        painter.fillRect(picture.rect(), _VEIL)
        _frame(painter, stage, QRect(at, laid.size()), upper.windowTitle())
    painter.drawPixmap(at, laid)
    painter.end()
    return picture


def _frame(painter: QPainter, stage: Stage, inner: QRect, title: str) -> None:
    """The edge and the title that a window has from the system."""
    tokens = stage.desktop.context.look.tokens
    whole = inner.adjusted(-1, -_TITLE, 1, 1)
    painter.setPen(QColor(tokens.border2))
    painter.setBrush(QColor(tokens.nav))
    painter.drawRect(whole.adjusted(0, 0, -1, -1))
    painter.setPen(QColor(tokens.text))
    painter.setFont(font(weight=600))
    painter.drawText(QRect(whole.topLeft(), QSize(whole.width(), _TITLE)), Qt.AlignmentFlag.AlignCenter, title)


def _write_index(path: Path, drawn: Sequence[Drawn], failed: Sequence[Failed]) -> None:
    whole = {"pictures": [one._asdict() for one in drawn], "failed": [one._asdict() for one in failed]}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
