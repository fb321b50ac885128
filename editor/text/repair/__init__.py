"""Repair of damaged scraped pages: only damage is undone, every repair is on record, nothing is guessed."""

from __future__ import annotations

from editor.text.repair import controls, crossing, entities, lone, marks, mojibake, residue, shift
from editor.text.repair.draft import Draft
from editor.text.repair.explain import explains
from editor.text.repair.record import Repair, Repaired, applied_to, undone

__all__ = ["Repair", "Repaired", "applied_to", "explains", "repair", "undone"]


def repair(text: str) -> Repaired:
    """The text with its damage undone, and the list of what was done or is offered."""
    draft = Draft(text, text)
    draft.apply(controls.find_reserved(draft.text))
    draft.apply(mojibake.find(draft.text))
    draft.apply(controls.find(draft.text))
    draft.apply(entities.find_entities(draft.text))
    learned = residue.learn(draft.text)
    draft.apply(residue.find(draft.text, learned))
    draft.apply(crossing.find(draft.text, learned))
    draft.apply(shift.find(draft.text))
    draft.apply(lone.find(draft.text))
    draft.apply(residue.find(draft.text, learned))
    draft.apply(entities.find_tags(draft.text))
    draft.apply(marks.find_letters(draft.text))
    draft.apply(marks.find_brackets(draft.text))
    draft.apply(marks.find_marks(draft.text))
    draft.apply(mojibake.find_gone(draft.text))
    draft.apply(controls.find_unknown(draft.text))
    return draft.result()
