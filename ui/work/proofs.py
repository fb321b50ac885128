"""Checks while writing: asked of the worker when the keys rest, shown in the text, beside the slip and in the tab."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from editor.findings import Severity
from editor.markup.blocks import block_text
from ui.jobs import Lane
from ui.proofs.fixing import Fix, fixed
from ui.proofs.model import AROUND, Place
from ui.proofs.panel import ProofsPanel
from ui.writing.overlay import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip
    from editor.findings import Finding
    from ui.desktop import Desktop

_AFTER_KEY = 500
_LAYER = "findings"


class ProofsAtWork(QObject):
    """Findings are about a text; those that came for an older one are not shown."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self.panel = ProofsPanel(desktop.context.look)
        desktop.inspector.add("proof", self.tr("Checks"), self.panel)
        self._places: list[Place] = []
        self._insisted = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_KEY)
        self._timer.timeout.connect(self.check)
        desktop.sheet.opened.connect(lambda _opened: self.check())
        desktop.sheet.edited.connect(self._on_edited)
        desktop.sheet.closed.connect(lambda: self._show([]))
        desktop.writing.body.spot_clicked.connect(self._on_spot_clicked)
        self.panel.place_chosen.connect(self._on_place_chosen)
        self.panel.fix_wanted.connect(self._on_fix_wanted)
        self.panel.ignore_wanted.connect(self._on_ignore_wanted)

    def _on_edited(self) -> None:
        if self._desktop.context.preferences.choice.checks:
            self._timer.start()

    def check(self) -> None:
        """Ask for the findings of what stands there now."""
        lying = self._desktop.sheet.article
        if lying is None or not self._desktop.context.preferences.choice.checks:
            return
        slip, text = self._desktop.sheet.plain_slip(), self._desktop.sheet.text()
        if not text.strip() and not slip.get("headline") and lying.name != self._insisted:
            self._show([])  # nobody has written anything: nothing is missing yet
            return
        self._desktop.context.jobs.ask(
            "texts.check",
            lane=Lane.TEXT,
            done=self._on_found,
            key="check",
            article=lying.article,
            slip=slip,
            text=text,
            variant=lying.variant,
        )

    def insist(self) -> None:
        """The article on the desk is to be handed in: what is missing in it is said, empty as it may be."""
        lying = self._desktop.sheet.article
        if lying is not None and lying.name != self._insisted:
            self._insisted = lying.name
            self.check()

    def _on_found(self, findings: Sequence[Finding]) -> None:
        if self._timer.isActive():
            return  # something was typed since
        texts = [block_text(block) for block in self._desktop.sheet.blocks()]
        sentences = self._desktop.context.sentences
        places = []
        for finding in findings:
            key = finding.message or f"check.{finding.rule}"
            sentence = sentences.sentence(key, finding.values) or finding.rule
            places.append(_place(finding, sentence, texts))
        self._show(places)

    def _show(self, places: list[Place]) -> None:
        self._places = places
        self.panel.show_places(places)
        self._desktop.inspector.show_count("proof", len(places))
        self._show_in_list(places)
        about_fields = [(place.finding, place.sentence) for place in places if place.finding.field]
        self._desktop.desk.slip.show_findings(about_fields)
        marks = [
            Spot(place.finding.block, place.finding.start, place.finding.end, str(place.finding.severity), str(number))
            for number, place in enumerate(places)
            if place.finding.block is not None and place.finding.start is not None and place.finding.end is not None
        ]
        self._desktop.writing.body.set_spots(_LAYER, marks)

    def _on_spot_clicked(self, layer: str, key: str) -> None:
        """A mark was clicked in the text: its finding is the one in the list; the text keeps the focus."""
        if layer == _LAYER and int(key) < len(self._places):
            self.panel.show_place(self._places[int(key)])

    def _show_in_list(self, places: Sequence[Place]) -> None:
        lying = self._desktop.sheet.article
        severities = Counter(place.finding.severity for place in places)
        name = lying.name if lying is not None else ""
        model = self._desktop.articles.list.articles
        model.show_live(name, severities[Severity.ERROR], severities[Severity.WARNING])

    def _on_place_chosen(self, place: Place) -> None:
        finding = place.finding
        if finding.field:
            self._desktop.desk.focus_field(finding.field)
        elif finding.block is not None and finding.start is not None and finding.end is not None:
            self._desktop.sheet.select(finding.block, finding.start, finding.end)

    def _on_fix_wanted(self, places: list[Place]) -> None:
        """All of them in one step that can be undone."""
        fixes = [
            Fix(finding.block, finding.start, finding.end, finding.fix)
            for finding in (place.finding for place in places)
            if finding.block is not None
            and finding.start is not None
            and finding.end is not None
            and finding.fix is not None
        ]
        blocks = self._desktop.sheet.blocks()
        slip = self._fixed_slip([place.finding for place in places if place.finding.field])
        self._desktop.sheet.change(fixed(blocks, fixes) if fixes else blocks, slip)

    def _fixed_slip(self, findings: list[Finding]) -> Slip:
        changed = self._desktop.sheet.slip()
        for finding in findings:
            value = getattr(changed, finding.field or "", None)
            if isinstance(value, str) and finding.fix is not None and finding.text in value:
                change: dict[str, Any] = {finding.field or "": value.replace(finding.text, finding.fix, 1)}
                changed = dataclasses.replace(changed, **change)
        return changed

    def _on_ignore_wanted(self, places: list[Place], how: str) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return
        texts = [block_text(block) for block in self._desktop.sheet.blocks()]
        found = [(place.finding, _text_of(place.finding, texts)) for place in places]
        ask = self._desktop.context.jobs.ask
        ask("desk.ignore", done=lambda _none: self.check(), article=lying.article, findings=found, how=how)
        gone = {id(place) for place in places}
        self._show([place for place in self._places if id(place) not in gone])


def _text_of(finding: Finding, texts: Sequence[str]) -> str:
    return texts[finding.block] if finding.block is not None and finding.block < len(texts) else finding.text


def _place(finding: Finding, sentence: str, texts: Sequence[str]) -> Place:
    block, start, end = finding.block, finding.start, finding.end
    if block is None or start is None or end is None or block >= len(texts):
        return Place(finding, sentence, "", "", 0)
    text = texts[block]
    return Place(finding, sentence, text[max(0, start - AROUND) : start], text[end : end + AROUND], block + 1)
