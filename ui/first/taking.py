"""Looking at the window when it closes: what the next start shows before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from ui.first.blank import blank
from ui.first.glimpse import Band, Glimpse, Text, Words
from ui.theme.type import families

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

    from ui.desktop import Desktop
    from ui.first.glimpse import Rect
    from ui.theme.tokens import Tokens
    from ui.writing.editor import ArticleEditor

_MORE = 2  # paragraphs behind the last visible one, which come up when a line goes


def taken(desktop: Desktop) -> Glimpse:
    """What is seen now; the empty columns when the next start will show something else than this."""
    window = desktop.window
    look = desktop.context.look
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    found = _seen(desktop)
    if found is None:
        size = window.normalGeometry().size() if window.isMinimized() else window.size()
        found = blank((size.width(), size.height()), look.tokens.name.value, look.scale)
    found.geometry = geometry
    return found


def _seen(desktop: Desktop) -> Glimpse | None:
    window = desktop.window
    body = desktop.writing.body
    lying = desktop.sheet.article
    if window.isMinimized() or not window.isVisible() or desktop.context.actions["view.focus"].isChecked():
        return None
    if lying is not None and not (desktop.desk.article_shown and body.isVisible()):
        return None
    tokens = desktop.context.look.tokens
    size = window.width(), window.height()
    glimpse = Glimpse("", size, tokens.surface, families(body.variant if lying is not None else "zh-CN"))
    glimpse.bands = _bands(desktop, tokens)
    if lying is not None:
        glimpse.words = _words(desktop, tokens)
        glimpse.text = _text(body, window, tokens)
        if glimpse.text is None:
            return None
        glimpse.text.article = lying.name
    return glimpse


def _rect(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _plain(rect: QRect) -> Rect:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _bands(desktop: Desktop, tokens: Tokens) -> list[Band]:
    """The columns and bars with the hairlines between them."""
    window = desktop.window
    toolbar = desktop.desk.toolbar
    bands = []
    for part, color, inside in (
        (desktop.navigation, tokens.nav, (0, 0, -1, 0)),
        (desktop.articles, tokens.surface, (0, 0, -1, 0)),
        (desktop.inspector, tokens.surface2, (1, 0, 0, 0)),
        (toolbar, tokens.surface, (0, 1, 0, -1)),
        (desktop.status, tokens.window, (0, 1, 0, 0)),
    ):
        if part.isVisible():
            whole = _rect(part, window)
            bands += [Band(_plain(whole), tokens.border), Band(_plain(whole.adjusted(*inside)), color)]
    return bands


def _words(desktop: Desktop, tokens: Tokens) -> list[Words]:
    heading = desktop.desk.heading
    found = []
    for field in (heading.kicker, heading.headline, heading.subheadline):
        if field.isVisible() and field.text():
            margin = round(field.document().documentMargin())
            rect = _rect(field.viewport(), desktop.window).adjusted(margin, margin, -margin, -margin)
            font = field.font()
            found.append(
                Words(_plain(rect), font.pixelSize(), round(font.weight().value, -2), tokens.text, field.text())
            )
    return found


def _text(body: ArticleEditor, window: QWidget, tokens: Tokens) -> Text | None:
    """The paragraphs that are seen; None when the caret is not among them: the next start scrolls to it."""
    viewport = body.viewport()
    caret = body.cursorRect()
    if not viewport.rect().contains(caret.center()) or body.textCursor().hasSelection():
        return None
    first = body.cursorForPosition(QPoint(0, 0)).block()
    last = body.cursorForPosition(QPoint(viewport.width(), viewport.height())).block()
    for _ in range(_MORE):
        last = last.next() if last.next().isValid() else last
    html = _html(body, first, last)
    top = body.document().documentLayout().blockBoundingRect(first).top() - body.verticalScrollBar().value()
    told = Text(
        _plain(_rect(viewport, window)),
        round(_first_top(html, body) - top),
        body.reading.px,
        (body.accessibleName(), tokens.body, tokens.surface, tokens.accent, tokens.on_accent),
        html,
    )
    told.first, told.writable = first.blockNumber(), not body.isReadOnly()
    if QApplication.focusWidget() in {body, None}:
        cursor = body.textCursor()
        told.block, told.offset = cursor.blockNumber() - told.first, cursor.positionInBlock()
    return told


def _html(body: ArticleEditor, first: QTextBlock, last: QTextBlock) -> str:
    """The paragraphs as Qt writes and reads them; a copy of some alone loses the format of the first."""
    cursor = QTextCursor(first)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    document = QTextDocument()
    document.setDefaultFont(body.document().defaultFont())
    writing = QTextCursor(document)
    writing.insertFragment(cursor.selection())
    writing.movePosition(QTextCursor.MoveOperation.Start)
    writing.setBlockFormat(first.blockFormat())
    return document.toHtml()


def _first_top(html: str, body: ArticleEditor) -> float:
    """Where the first of the paragraphs comes to stand when they are shown alone."""
    document = QTextDocument()
    document.setDefaultFont(body.document().defaultFont())
    document.setTextWidth(body.document().textWidth())
    document.setHtml(html)
    return float(document.documentLayout().blockBoundingRect(document.firstBlock()).top())
