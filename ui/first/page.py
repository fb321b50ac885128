"""The first frame: parts of the window in their colors, and the text that was written last, ready to be written on.

What is typed here is seen at once and played to the editor when that is there (see `ui.first.replay`): the article,
its journal and its undo know nothing of this page. Types of Qt cost time when they are touched first (its name space
alone 18 ms, asking for a viewport 15), so this one asks for as few as it can; where an enumeration is wanted its number
is said by a property.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from ui.overriding import override

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QMimeData, QObject
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from ui.first.glimpse import Glimpse, Rect, Text
    from ui.main_window import MainWindow


_UNSEEN = 3000  # ms after which a window counts as painted that is not shown (one that begins as an icon)
_OFF, _NONE = 1, 0  # ScrollBarAlwaysOff; NoFrame and NoContextMenu
_BACKSPACE = 0x01000003
_LINES = (0x01000004, 0x01000005)  # Return, Enter
_SHOWN_KEYS = frozenset(
    (
        *(_BACKSPACE, 0x01000007),  # and Delete
        *_LINES,
        *range(0x01000010, 0x01000016),  # Home, End, Left, Up, Right, Down
    )
)
"""Keys without a character that do in these lines what they do in the editor."""


class Typed:
    """What was done before the editor was there, in its order.

    Attributes:
        kind: ``key`` (with its event and its text), ``commit`` of an input method (with text; start and length of what
            it replaces), or ``caret`` (with anchor and position, each a block and a place in it).
    """

    __slots__ = ("anchor", "event", "kind", "length", "position", "start", "text")

    def __init__(self, kind: str, text: str = "", event: QKeyEvent | None = None) -> None:
        self.kind = kind
        self.text = text
        self.event = event
        self.start = self.length = 0
        self.anchor = self.position = (0, 0)


def _colored(widget: QWidget, color: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(color))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def _font(families: list[str], px: int, weight: int = 400) -> QFont:
    made = QFont(families)
    made.setPixelSize(px)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if weight != 400:  # noqa: PLR2004  (regular)
        made.setWeight(QFont.Weight(weight))
    return made


class FirstText(QTextEdit):
    """The lines that were seen; shows what is typed and remembers it."""

    painted = Signal()

    def __init__(self, told: Text, families: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(told.name)
        self._told = told
        self.typed: list[Typed] = []
        self.composed = ""
        self.setProperty("frameShape", _NONE)
        self.setProperty("contextMenuPolicy", _NONE)
        self.setProperty("verticalScrollBarPolicy", _OFF)
        self.setProperty("horizontalScrollBarPolicy", _OFF)
        self.setAcceptDrops(False)
        palette = self.palette()
        for role, color in (
            (QPalette.ColorRole.Base, told.ground),
            (QPalette.ColorRole.Text, told.color),
            (QPalette.ColorRole.Highlight, told.selected),
            (QPalette.ColorRole.HighlightedText, told.on_selected),
        ):
            palette.setColor(role, QColor(color))
        self.setPalette(palette)
        self.document().setDefaultFont(_font(families, told.px))
        self.setHtml(told.html)
        self._shown = told.writable and told.block >= 0
        self.setReadOnly(not self._shown)
        if self._shown:
            block = self.document().findBlockByNumber(told.block)
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(told.offset, block.length() - 1))
            self.setTextCursor(cursor)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        self.painted.emit()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        self.typed.append(Typed("key", e.text(), e.clone()))
        if self._shown and (_readable(e.text()) or e.key() in _SHOWN_KEYS):
            super().keyPressEvent(e)
        e.accept()

    @override
    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        super().inputMethodEvent(e)
        self.composed = e.preeditString()
        if e.commitString() or e.replacementLength():
            typed = Typed("commit", e.commitString())
            typed.start, typed.length = e.replacementStart(), e.replacementLength()
            self.typed.append(typed)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        cursor = self.textCursor()
        typed = Typed("caret")
        typed.anchor, typed.position = self._place(cursor.anchor()), self._place(cursor.position())
        self.typed.append(typed)
        self._shown = self._told.writable
        self.setReadOnly(not self._shown)

    def _place(self, position: int) -> tuple[int, int]:
        block = self.document().findBlock(position)
        return self._told.first + block.blockNumber(), position - block.position()

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        """Nothing: there are no more lines."""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Nothing: Ctrl+V is played to the editor."""


def _readable(text: str) -> bool:
    """Whether a key gives characters. Which others are held with it is not asked: that would bring in all of `Qt`."""
    return bool(text) and text.isprintable()


class FirstPage(QWidget):
    """Lies over the window until that is there.

    Signals:
        painted: The first frame is on its way to the screen.
        close_wanted: The window is about to close; what was typed here has to go elsewhere at once.
    """

    painted = Signal()
    close_wanted = Signal()

    def __init__(self, glimpse: Glimpse, window: MainWindow) -> None:
        super().__init__(window)
        self.setProperty("dress", "none")
        self._window = window
        self._clip: QWidget | None = None
        self.glimpse = glimpse
        self._typed: list[Typed] = []
        self._seen = False
        _colored(self, glimpse.color)
        self._parts: list[tuple[QWidget, Rect, bool]] = []
        for band in glimpse.bands:
            part = QWidget(self)
            _colored(part, band.color)
            self._parts.append((part, band.rect, False))
        for words in glimpse.words:
            label = QLabel(words.text, self)
            label.setFont(_font(glimpse.families, words.px, words.weight))
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(words.color))
            label.setPalette(palette)
            label.setWordWrap(True)
            self._parts.append((label, words.rect, True))
        self.text: FirstText | None = None
        if glimpse.text is not None:
            clip = self._clip = QWidget(self)
            self.text = FirstText(glimpse.text, glimpse.families, clip)
            self.text.painted.connect(self._on_painted)
            self._parts.append((clip, glimpse.text.rect, True))
            self.setFocusProxy(self.text)
        self._fit()
        window.resized.connect(self._fit)
        QTimer.singleShot(_UNSEEN, self._on_painted)

    def _fit(self) -> None:
        """Everything in its place; in a window of another size what stands at the right and below moves along."""
        size = self._window.size()
        width, height = self.glimpse.size
        more, higher = size.width() - width, size.height() - height
        middle = self.glimpse.text.rect if self.glimpse.text is not None else (0, 0, width, height)
        pivot = (middle[0] + middle[2] // 2, middle[1] + middle[3] // 2)
        for part, rect, centered in self._parts:
            ends = [(rect[0], rect[0] + rect[2], pivot[0], more), (rect[1], rect[1] + rect[3], pivot[1], higher)]
            moved = [[end + by if end > turn else end for end in (begin, stop)] for begin, stop, turn, by in ends]
            if centered:
                moved[0] = [rect[0] + more // 2, rect[0] + rect[2] + more // 2]
            (left, right), (top, bottom) = moved
            part.setGeometry(left, top, max(0, right - left), max(0, bottom - top))
        told = self.glimpse.text
        if self.text is not None and self._clip is not None and told is not None:
            self.text.setGeometry(0, -told.shift, self._clip.width(), self._clip.height() + told.shift)
        self.resize(size)

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self.text is not None and bool(self.text.composed)

    @property
    def done(self) -> int:
        """How many things were done so far."""
        return len(self._typed) + (len(self.text.typed) if self.text is not None else 0)

    def typed(self) -> list[Typed]:
        """What was done so far."""
        return [*self._typed, *(self.text.typed if self.text is not None else ())]

    @property
    def article(self) -> str | None:
        """Name of the article that is shown, "" for none, None when nobody knows what will lie on the desk."""
        if self.glimpse.blank:
            return None
        return self.glimpse.text.article if self.glimpse.text is not None else ""

    def words(self) -> str:
        """What was typed, as far as it can be told without an editor; a word that is still being composed with it."""
        written: list[str] = []
        for one in self.typed():
            if one.kind == "commit" or _readable(one.text):
                written += one.text
            elif one.event is not None and one.event.key() in _LINES:
                written.append("\n")
            elif one.event is not None and one.event.key() == _BACKSPACE and written:
                written.pop()
        return "".join(written) + (self.text.composed if self.text is not None else "")

    def guard(self) -> None:
        """From now on keys come here even when an action of the window has them for its own."""
        self._window.installEventFilter(self)
        (self.text or self).installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == kind.ShortcutOverride:
            event.accept()
            return True
        if watched is self.parentWidget():
            if kind == kind.Close:
                self.close_wanted.emit()
            elif kind == kind.ChildAdded:
                self.raise_()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._typed.append(Typed("key", event.text(), event.clone()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text is None:
            self._on_painted()

    def _on_painted(self) -> None:
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)
