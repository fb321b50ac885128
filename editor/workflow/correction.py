"""更正: what became of an article after it was out, in the form that the newsroom chose.

Every newer text of an article that is out is a correction, whether or not somebody said so. A `correct` entry says in
which form readers are told; it counts for a sign-off when whoever signed had seen it. Source: docs/decisions/0011.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from editor.workflow.entry import Kind
from editor.workflow.history import column_of, derived_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.workflow.entry import Entry
    from editor.workflow.rules import Case, Round
    from editor.workflow.state import Standing

_LAST_LEVEL = 3
PUBLISHES = frozenset({"put", "adopted"})
"""What receipts call it: sent by us, or published there by hand and taken over (docs/decisions/0012)."""
PACKED = "packed"
"""What they call it when a signed article left in an 应急稿包: nobody can read it yet."""
_NOT_OUT = frozenset({"scheduled", "gone"})


class Form(StrEnum):
    """更正启事 (an article of its own), 文末更正说明 (a dated note at the end), 静默订正 (readers are not told)."""

    NOTICE = "notice"
    NOTE = "note"
    SILENT = "silent"


DEFAULT = Form.NOTE
"""Where the newsroom's rules name no form: readers see what was changed, in the place where they read it."""


def form_of(text: object) -> Form | None:
    """A form by its code, None for anything else: a body may come from anywhere."""
    return Form(text) if isinstance(text, str) and text in set(Form) else None


def level_for(form: Form) -> int:
    """The review level that beginning a correction takes: any; that readers are not told is for the last level."""
    return _LAST_LEVEL if form == Form.SILENT else 1


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of an article variant.

    Attributes:
        number: 第N次, from 1.
        form: As the `correct` entry says that counts, None = nobody said, and readers are told nothing.
        entry: That entry.
        round: The round of review of the corrected text, None for a notice alone.
        signed: Whether the corrected text was passed by all levels; of a notice alone its own article tells.
        notice: Id of the article that is the notice, "" for other forms.
        before: The revision that was out.
    """

    number: int
    form: Form | None
    entry: Entry | None
    round: Round | None
    signed: bool
    notice: str
    before: str


@dataclass(frozen=True, slots=True)
class _Found:
    anchor: Entry
    entry: Entry | None
    round: Round | None
    signed: bool
    before: str


def out(case: Case, variant: str) -> list[Entry]:
    """Receipts of what readers can see or could see: neither what is to appear later nor what was taken down."""
    return [
        entry
        for entry in case.history.of_kind(Kind.RECEIPT, variant)
        if entry.content.get("action", "put") in PUBLISHES and entry.content.get("status", "") not in _NOT_OUT
    ]


def lawful(case: Case, entry: Entry) -> bool:
    """Whether a `correct` counts: its writer held the level for its form when he wrote it."""
    form = form_of(entry.content.get("form"))
    if form is None:
        return False
    return case.stands(entry, level_for(form), column_of(case.history.revision(entry.target)))


def before_of(standing: Standing, item: Round) -> str:
    """The revision that was out when a round was opened on another text, "" = nothing was, or it had been withdrawn."""
    history = standing.case.history
    past = history.past(item.submit.id)
    taken_back = [entry for entry in standing.withdrawals if entry.id in past]
    known = [
        entry
        for entry in out(standing.case, standing.variant)
        if entry.id in past and not any(_is_after(standing.case, gone, entry) for gone in taken_back)
    ]
    if not known or any(entry.target == item.submit.target for entry in known):
        return ""
    newest = max(known, key=lambda entry: (len(history.past(entry.target)), entry.at, entry.id))
    return newest.target


def _is_after(case: Case, withdrawal: Entry, receipt: Entry) -> bool:
    """Whether a withdrawal took back what a delivery had brought out."""
    if withdrawal.id in case.history.past(receipt.id):
        return False
    return withdrawal.target == receipt.target or receipt.id in case.history.past(withdrawal.id)


def corrections(standing: Standing) -> tuple[Correction, ...]:
    """All corrections of an article variant, each after what its writer knew; a round that was returned is none."""
    history = standing.case.history
    found = [*_of_rounds(standing), *_of_notices(standing)]
    found = _united(sorted(found, key=lambda one: (len(history.past(one.anchor.id)), one.anchor.id)))
    return tuple(
        Correction(
            number=number,
            form=form_of(one.entry.content.get("form")) if one.entry is not None else None,
            entry=one.entry,
            round=one.round,
            signed=one.signed,
            notice=notice_of(one.entry),
            before=one.before,
        )
        for number, one in enumerate(found, 1)
    )


def notice_of(entry: Entry | None) -> str:
    """Id of the notice that a `correct` names, "" when it names none."""
    if entry is None or entry.content.get("form") != Form.NOTICE:
        return ""
    found = entry.content.get("notice", "")
    return found if isinstance(found, str) else ""


def _of_rounds(standing: Standing) -> Iterator[_Found]:
    passed = {approval.round.submit.id for approval in standing.approvals}
    for item in standing.rounds:
        signed = item.submit.id in passed
        current = standing.current is not None and standing.current.submit.id == item.submit.id
        before = before_of(standing, item) if signed or (current and item.returned_by is None) else ""
        if before:
            yield _Found(item.submit, said(standing, item), item, signed, before)


def _of_notices(standing: Standing) -> Iterator[_Found]:
    for entry in standing.case.history.of_kind(Kind.CORRECT, standing.variant):
        if not entry.submit and notice_of(entry) and lawful(standing.case, entry):
            yield _Found(entry, entry, None, signed=False, before=entry.target)


def _united(found: list[_Found]) -> list[_Found]:
    """A notice and the corrected text that names it are one correction, which began with the earlier of them."""
    texts = {notice_of(one.entry): one for one in found if one.round is not None and notice_of(one.entry)}
    kept: list[_Found] = []
    done: set[str] = set()
    for one in found:
        notice = notice_of(one.entry)
        if not notice:
            kept.append(one)
        elif notice not in done:
            done.add(notice)
            kept.append(texts.get(notice, one))
    return kept


def said(standing: Standing, item: Round) -> Entry | None:
    """The `correct` that counts for a round: the newest that whoever passed it last had seen.

    A script variant that nobody said anything of is corrected as its source is.
    """
    history = standing.case.history
    rounds = {item.submit.id, *_returned_before(standing, item)}
    own = [e for e in history.of_kind(Kind.CORRECT, item.submit.variant) if e.submit in rounds]
    counted = [entry for entry in own if lawful(standing.case, entry)]
    if item.completing:
        seen = history.past(item.completing[0].id)
        counted = [entry for entry in counted if entry.id in seen]
    newest = [e for e in counted if not any(e.id in history.past(other.id) for other in counted)]
    if newest:
        return min(newest, key=lambda entry: entry.id)
    return _of_source(standing, item)


def _returned_before(standing: Standing, item: Round) -> list[str]:
    """Rounds of the same correction that came back: what was decided in them holds until somebody decides anew."""
    past = standing.case.history.past(item.submit.id)
    before = before_of(standing, item)
    return [
        other.submit.id
        for other in standing.rounds
        if other.returned_by is not None and other.submit.id in past and before_of(standing, other) == before
    ]


def _of_source(standing: Standing, item: Round) -> Entry | None:
    source = standing.case.history.revision(derived_from(standing.case.history.entries[item.submit.target]))
    if source is None or source.variant == standing.variant:
        return None
    other = standing.of_variant(source.variant)
    mine = [one for one in other.rounds if source.id in one.revisions]
    return said(other, mine[-1]) if mine and derived_from(mine[-1].case.history.entries[source.id]) == "" else None
