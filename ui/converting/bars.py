"""The bars of the conversion view: for whom is converted, what stands in the columns, the keys and the two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from editor.records.converting import TO_SIMPLIFIED
from ui.theme.type import font
from ui.widgets.frames import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from editor.records.converting import Profile, Proposal
    from ui.converting.page import ConversionPage
    from ui.theme.look import Look

_TOP = 50
_HEADS = 34
_SHOWN = 60


def variant_word(variant: str) -> str:
    """What a variant is called."""
    translate = QCoreApplication.translate
    return {
        "zh-CN": translate("Convert", "Simplified, mainland"),
        "zh-Hans": translate("Convert", "Simplified"),
        "zh-TW": translate("Convert", "Traditional, Taiwan"),
        "zh-HK": translate("Convert", "Traditional, Hong Kong"),
        "zh-Hant": translate("Convert", "Traditional"),
    }.get(variant, variant)


class ConvertHeader(QFrame):
    """For whom is converted, and how much that changes."""

    profile_chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self.setMinimumHeight(_TOP)
        self._language = language
        title = label("title")
        title.setText(self.tr("Convert script"))
        self.profiles = QComboBox()
        self.profiles.setAccessibleName(self.tr("For whom"))
        self.profiles.setMinimumWidth(230)
        self.profiles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.profiles.activated.connect(lambda row: self.profile_chosen.emit(self.profiles.itemData(row)))
        self.amount = label("secondary")
        self.again = label("pill")
        self.again.setProperty("tone", "amber")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(12)
        self.lost = label("pill")
        self.lost.setProperty("tone", "red")
        for widget in (title, self.profiles, self.amount, self.again, self.lost):
            row.addWidget(widget)
        row.addStretch(1)
        self.again.hide()
        self.lost.hide()

    def show_proposal(self, proposal: Proposal, asked: int) -> None:
        """Say what is proposed."""
        self.profiles.clear()
        for profile in proposal.profiles:
            self.profiles.addItem(self._name(profile), profile.key)
        codes = [profile.key for profile in proposal.profiles]
        self.profiles.setCurrentIndex(codes.index(proposal.profile) if proposal.profile in codes else -1)
        amount = self.tr("{n} changes, {asked} to confirm").format(n=f"{len(proposal.spots):,}", asked=asked)
        self.amount.setText(amount)
        self.again.setVisible(proposal.again)
        self.again.setText(
            self.tr("Source changed in {n} paragraphs").format(n=proposal.changed)
            if proposal.changed
            else self.tr("Made before")
        )
        count = len(proposal.lost)
        self.lost.setVisible(bool(count))
        self.lost.setText(self.tr("{n} paragraphs mended by hand are done again").format(n=count))
        told = self.tr("As they stand now (they stay in the history of this version):")
        self.lost.setToolTip("\n".join([told, *(f"· {text[:_SHOWN]}" for text in proposal.lost)]))

    def _name(self, profile: Profile) -> str:
        if profile.key == TO_SIMPLIFIED:
            return self.tr("→ Simplified")
        return profile.zh_CN if self._language == "zh_CN" else profile.en


class ColumnHeads(QWidget):
    """What stands in the two columns, over them."""

    def __init__(self, look: Look, page: ConversionPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page = page
        self._variants = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setFixedHeight(self._look.px(_HEADS))
        self.update()

    def show_variants(self, source: str, target: str) -> None:
        """Which variants they are."""
        self._variants = (source, target)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, px = self._look.tokens, self._look.px
        painter.fillRect(self.rect(), QColor(tokens.surface))
        titles = (self.tr("Source text"), self.tr("Result"))
        for title, variant, (left, width) in zip(titles, self._variants, self._page.edges(), strict=True):
            painter.setFont(font(px(12), weight=600))
            painter.setPen(QColor(tokens.text2))
            box = QRectF(left, 0, width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
            told = painter.fontMetrics().horizontalAdvance(title) + px(10)
            painter.setFont(font(px(12)))
            painter.setPen(QColor(tokens.text3))
            painter.drawText(
                box.adjusted(told, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, variant_word(variant) if variant else ""
            )
        painter.fillRect(QRectF(self._page.middle(), 0, 1, self.height()), QColor(tokens.border))
        painter.end()


class ConvertFooter(QFrame):
    """The keys, what was just said, and the two buttons."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toolbar")
        self._look = look
        self.keys = label("caption", wrap=True)
        self.told = label("error", wrap=True)
        self.told.hide()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Back to the text; nothing is kept (Esc)"))
        self.save = QPushButton()
        self.save.setProperty("role", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 16, 9)
        row.setSpacing(8)
        row.addWidget(self.keys, 1)
        row.addWidget(self.told, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.all_done(done=False)
        look.changed.connect(self._draw)
        self._draw()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """What saving makes."""
        hant = proposal is None or proposal.target not in {"zh-CN", "zh-Hans"}
        again = proposal is not None and proposal.again
        if again:
            word = self.tr("Update the Traditional version") if hant else self.tr("Update the Simplified version")
        else:
            word = self.tr("Save as Traditional version") if hant else self.tr("Save as Simplified version")
        self.save.setText(word)
        self.save.setToolTip(f"{word}  Ctrl+S")
        self.save.setEnabled(proposal is not None)

    def all_done(self, *, done: bool) -> None:
        """Which keys there are; when every place is confirmed, what comes next."""
        self.keys.setText(
            self.tr("Every place is confirmed.  Ctrl+S  save · Esc  back to the text")
            if done
            else self.tr("Enter  accept · 1–9  choose · G  always so here · J/K  next, previous · Backspace  take back")
        )

    def tell(self, told: str) -> None:
        """Say why something did not work, "" = the keys again."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.keys.setVisible(not told)

    def _draw(self) -> None:
        self.save.setIcon(self._look.icon("check", "on_accent"))
