"""Words of the intake report."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.records.incoming import APPLIED, CHANGED, OFFERED, REFUSED
from ui.proofs.words import rule_word
from ui.review.words import field_word

if TYPE_CHECKING:
    from editor.records.incoming import Lost
    from ui.intake.judging import Card, Judging
    from ui.sentences import Sentences

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"})
_SHOWN = 40
_ENCODINGS = {"gb18030": "GB18030", "gbk": "GBK", "big5": "Big5", "utf-8": "UTF-8", "utf-8-sig": "UTF-8"}


def state_word(judging: Judging, card: Card) -> str:
    """What became of a place."""
    translate = QCoreApplication.translate
    if judging.waits(card):
        return translate("Intake", "to decide")
    return {
        APPLIED: translate("Intake", "mended") if card.place.machine else translate("Intake", "accepted"),
        REFUSED: translate("Intake", "put back"),
        OFFERED: translate("Intake", "left as it came"),
        CHANGED: translate("Intake", "written anew"),
    }.get(card.place.state, "")


def seen(text: str) -> str:
    """Characters as they can be seen: those without a shape by their code, nothing at all by a word."""
    if not text:
        return QCoreApplication.translate("Intake", "(nothing)")
    return "".join(
        f"‹{ord(char):04X}›" if unicodedata.category(char) in _UNSEEN and char != " " else char for char in text
    ).replace(" ", "␣" if not text.strip() else " ")


def where(card: Card) -> str:
    """Where a place stands in the article."""
    if card.place.block is None:
        return field_word(card.place.field)
    translate = QCoreApplication.translate
    return translate("Intake", "Paragraph {n}").format(n=card.paragraph) if card.paragraph else ""


def sure(card: Card) -> str:
    """How sure the repair is."""
    translate = QCoreApplication.translate
    return translate("Intake", "{n} % sure").format(n=round(card.place.sure * 100))


def told(judging: Judging, card: Card, readings: tuple[str, ...]) -> str:
    """A card in words, for those who cannot see it."""
    translate = QCoreApplication.translate
    place = card.place
    numbered = " ".join(f"{number} {seen(one)}" for number, one in enumerate(readings, 1))
    parts = (
        rule_word(place.rule),
        state_word(judging, card),
        where(card),
        f"{card.head}{seen(place.before)}{card.tail} → {seen(place.now)}",
        sure(card),
        numbered if len(readings) > 1 else "",
    )
    return translate("Intake", ", ").join(part for part in parts if part)


def encoding_word(encoding: str) -> str:
    """What an encoding is called."""
    return _ENCODINGS.get(encoding, encoding)


def loss(sentences: Sentences, lost: Lost) -> str:
    """A line of what was not carried over, or went into the slip."""
    values = {"count": lost.times, "text": lost.text}
    name = sentences.sentence(f"intake.{lost.what}", values) or lost.what
    count = QCoreApplication.translate("Intake", "{name} {n}").format(name=name, n=lost.times)
    text = lost.text if len(lost.text) <= _SHOWN else f"{lost.text[:_SHOWN]}…"
    return f"{count}：{text}" if text and text not in name else count
