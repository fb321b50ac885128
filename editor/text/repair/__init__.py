"""Repair of damaged scraped pages: only damage is undone, every repair is on record, nothing is guessed.

The stages run against the order in which damage happens: first wrong encodings, then what cannot be seen, entities,
readings that a byte-wise replacer left, lost bytes, tags, and at last widths of letters and marks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from editor.text.repair import controls, crossing, ends, entities, lone, marks, mojibake, residue, slips
from editor.text.repair.draft import GAP_SHOWN, Draft, Edit, apart
from editor.text.repair.effort import is_binary
from editor.text.repair.explain import explains
from editor.text.repair.record import Repair, Repaired, applied_to, undone

__all__ = ["Repair", "Repaired", "applied_to", "explains", "repair", "undone"]

_ROUNDS = 4
_LATIN = re.compile("[\x80-\xb6\xb8-\xff]")
_SIGN = re.compile("[?](?=[!,:;！，：；]?[\u3400-\u9fff\ue000-\uf8ff])")


def repair(text: str) -> Repaired:
    """The text with its damage undone, and the list of what was done or is offered.

    One repair can make the surroundings of another readable, so the stages run until nothing changes any more:
    repairing the outcome again changes nothing. The number of lines stays. Where nearly everything is damage (see
    :mod:`editor.text.repair.effort`) no lost byte is mended; of what is no text only the controls are taken out.
    """
    if is_binary(text):
        return _without_controls(text)
    memory = slips.Memory()
    draft = _held_back(text, memory)
    for _ in range(_ROUNDS):
        found = {edit.rule for edit in draft.done} | {edit.rule for edit in draft.offers if edit.rule == "R03"}
        is_damaged = any(rule[0] == "R" for rule in found) or _LATIN.search(text)
        if not draft.done or not is_damaged or memory.effort.is_hopeless():
            break
        # Whoever repairs the outcome sees a page without its residue and with gaps for signs: he must find nothing.
        again = _held_back(draft.text, slips.Memory(readings=memory.readings)).result()
        before = draft.text
        if again.text == before:
            break
        draft.begin_round()
        draft.apply([_edit(item) for item in again.repairs])
        if draft.text == before:
            break
    return draft.result()


def _edit(item: Repair) -> Edit:
    return Edit(item.rule, item.start, item.end, item.after, item.sure, item.applied, item.candidates)


def _held_back(text: str, memory: slips.Memory) -> Draft:
    """The page with its damage undone, without the repairs that would mislead whoever repairs the outcome."""
    held: frozenset[int] = frozenset()
    draft = _repaired(text, held, memory)
    if memory.effort.is_hopeless() and draft.done:
        draft = _repaired(text, held, memory)  # what was changed before that showed
    for _ in range(_ROUNDS):
        more = _misleading(text, draft.result(), memory)
        if more <= held:
            break
        held |= more
        draft = _repaired(text, held, memory)
    return draft


def _without_controls(text: str) -> Repaired:
    draft = Draft(text, text)
    for find in (controls.find_reserved, controls.find, mojibake.find_gone, controls.find_unknown):
        draft.apply(find(draft.text))
    draft.settle_gaps()
    return draft.result()


def _repaired(text: str, held: frozenset[int], memory: slips.Memory) -> Draft:
    """One pass; slips that begin at ``held`` places of the text are only offered."""
    draft = Draft(text, text)
    known = residue.Learned()
    for _ in range(_ROUNDS):
        before = draft.text
        draft.begin_round()
        known = _run(draft, known, held, memory)
        if draft.text == before or memory.effort.is_exhausted():
            break
    draft.apply(mojibake.find_gone(draft.text))
    draft.apply(controls.find_unknown(draft.text))
    return draft


def _misleading(text: str, result: Repaired, memory: slips.Memory) -> frozenset[int]:
    """Where slips begin that left a gap before garble: whoever repairs the outcome again would take it for a sign."""
    if result.text.count(GAP_SHOWN) <= text.count(GAP_SHOWN):
        return frozenset()
    found = slips.find(result.text, gaps=_leaves_gaps(result.text), memory=memory)
    again = [edit.start for edit in found if edit.applied]
    starts: set[int] = set()
    moved = 0
    for item in result.applied:
        start = item.start + moved
        moved += len(item.after) - (item.end - item.start)
        if item.rule == "R03" and any(start <= at <= start + len(item.after) for at in again):
            starts.add(item.start)
    return frozenset(starts)


def _run(draft: Draft, known: residue.Learned, held: frozenset[int], memory: slips.Memory) -> residue.Learned:
    """One round; what was learned of the page's residue holds for the next, when the residue itself is gone."""
    draft.apply(controls.find_reserved(draft.text))
    draft.apply(mojibake.find(draft.text))
    draft.apply(controls.find(draft.text))
    draft.apply(entities.find_entities(draft.text))
    learned = residue.learn(draft.text, known)
    draft.apply(residue.find(draft.text, learned))
    draft.apply(crossing.find(draft.text, learned))
    lost = slips.find(draft.text, gaps=_leaves_gaps(draft.original), memory=memory)
    if held:
        lost = [
            replace(slip, applied=slip.applied and origin not in held)
            for slip, origin in zip(lost, draft.origins(lost), strict=True)
        ]
    draft.apply(_with_lone(draft, lost, memory, damaged=learned.damaged or bool(lost) or _has_slips(draft)))
    draft.apply(crossing.find(draft.text, learned))
    draft.apply(residue.find(draft.text, learned))
    draft.ask(crossing.find_left(draft.text, learned))
    draft.apply(entities.find_tags(draft.text))
    if not memory.effort.is_hopeless():
        draft.apply(marks.find_letters(draft.text))
        draft.apply(marks.find_brackets(draft.text))
        draft.apply(marks.find_marks(draft.text))
    draft.settle_gaps()
    return learned


def _with_lone(draft: Draft, lost: list[Edit], memory: slips.Memory, *, damaged: bool) -> list[Edit]:
    """Slips, lone halves beside them, and signs that neither explains."""
    alone = apart(lone.find(draft.text, damaged=damaged, memory=memory.lone), lost)
    if memory.effort.is_hopeless():
        alone = [slips.offered(edit) for edit in alone]
    found = [*lost, *alone]
    return sorted([*found, *ends.find(draft.text, found, damaged=damaged)], key=lambda edit: edit.start)


def _has_slips(draft: Draft) -> bool:
    return any(edit.rule in {"R02", "R03"} for edit in draft.done)


def _leaves_gaps(original: str) -> bool:
    """Whether U+FFFD is not the sign that this page shows for lost bytes."""
    return original.count(GAP_SHOWN) <= len(_SIGN.findall(original))
