"""Where an article stands: the fold of its entries, variant by variant.

The fold is a function of the set of entries. Whoever has the same entries sees the same state, in whatever order
they came.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from editor.workflow.correction import PUBLISHES, Correction, corrections
from editor.workflow.entry import Entry, Kind
from editor.workflow.history import column_of
from editor.workflow.rules import Case, Round

if TYPE_CHECKING:
    from collections.abc import Iterator


class State(StrEnum):
    """草稿 待初审 待复审 待终审 退改 待用 不采用 已签发 已发布 已撤稿."""

    DRAFT = "draft"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    RETURNED = "returned"
    HELD = "held"
    REFUSED = "refused"
    APPROVED = "approved"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Approval:
    """A revision that the last level passed.

    Attributes:
        signs: The valid signs that passed it, lowest level first.
        owed: 审改 that still want their 核红.
        counterchecks: 核红 made in the round.
        receipts: Publications of exactly this revision.
        withdrawn: The `withdraw` that took it back, or None.
    """

    revision: Entry
    round: Round
    signs: tuple[Entry, ...]
    owed: tuple[Entry, ...]
    counterchecks: tuple[Entry, ...]
    receipts: tuple[Entry, ...]
    withdrawn: Entry | None

    @property
    def ready(self) -> bool:
        """Whether it may go out now, as far as this approval goes."""
        setting = self.round.setting
        waits = bool(self.owed) and (setting is None or setting.countercheck_first)
        return self.withdrawn is None and not waits


@dataclass(frozen=True)
class Standing:
    """One variant of an article: its rounds, its approvals, and what it is called in a list."""

    case: Case
    variant: str

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Rounds that were opened lawfully, sorted by the id of their submit."""
        found = (Round(self.case, entry) for entry in self.case.history.of_kind(Kind.SUBMIT, self.variant))
        return tuple(item for item in found if item.lawful)

    @cached_property
    def current(self) -> Round | None:
        """The newest round; of two that were opened unseen by each other the one that got further."""
        newest = [
            item
            for item in self.rounds
            if not any(item.submit.id in self.case.history.past(other.submit.id) for other in self.rounds)
        ]
        return max(newest, key=lambda item: (len(item.signs), item.submit.id), default=None)

    @cached_property
    def heads(self) -> tuple[Entry, ...]:
        """Revisions of this variant that nobody has worked on further; two of them are a fork."""
        parents = {ref for entry in self.case.history.of_kind(Kind.REVISION) for ref in entry.parents}
        return tuple(e for e in self.case.history.of_kind(Kind.REVISION, self.variant) if e.id not in parents)

    @cached_property
    def withdrawals(self) -> tuple[Entry, ...]:
        """`withdraw` entries by somebody entitled (last level)."""
        found = []
        for entry in self.case.history.of_kind(Kind.WITHDRAW, self.variant):
            column = column_of(self.case.history.revision(entry.target))
            if self.case.stands(entry, 3, column):
                found.append(entry)
        return tuple(found)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """What became of it after it was out: 更正第1次, 第2次 and so on."""
        return corrections(self)

    def of_variant(self, variant: str) -> Standing:
        """The same article in another variant."""
        return Standing(self.case, variant)

    @cached_property
    def holding(self) -> Entry | None:
        """The `hold` or `refuse` that keeps the article back, None when there is none or it was reopened.

        A `reopen` counts for what it names (as its target or as seen) where its author holds the level at which that
        was kept back: whoever could have kept it back.
        """
        history = self.case.history
        reopens = history.of_kind(Kind.REOPEN, self.variant)
        found = [*history.of_kind(Kind.REFUSE, self.variant), *history.of_kind(Kind.HOLD, self.variant)]
        for entry in found:
            column = column_of(history.revision(entry.target))
            if not self.case.stands(entry, entry.level, column):
                continue
            named = (each for each in reopens if entry.id in (each.target, *each.seen))
            if not any(self.case.stands(each, entry.level, column) for each in named):
                return entry
        return None

    @cached_property
    def approvals(self) -> tuple[Approval, ...]:
        """Every revision that was passed by all levels of a round that was not returned."""
        found: list[Approval] = []
        for item in self.rounds:
            if item.returned_by is None:
                found.extend(self._approval(item, sign) for sign in item.completing)
        return tuple(found)

    def _approval(self, item: Round, sign: Entry) -> Approval:
        history = self.case.history
        ancestry = history.ancestry(sign.target)
        last: dict[int, Entry] = {}
        for entry in item.signs:
            if entry.target in ancestry and (entry.level != sign.level or entry.id == sign.id):
                last[entry.level] = entry
        taken_back = [e for e in self.withdrawals if e.id not in history.past(item.submit.id)]
        return Approval(
            revision=history.entries[sign.target],
            round=item,
            signs=tuple(last[level] for level in sorted(last)),
            owed=tuple(item.owed(sign.target)),
            counterchecks=tuple(item.of_kind(Kind.COUNTERCHECK)),
            receipts=tuple(self._publications(item, sign.target)),
            withdrawn=taken_back[0] if taken_back else None,
        )

    def withdrawn_before(self, approval: Approval) -> tuple[Entry, ...]:
        """Withdrawals after which it was passed once more, perhaps as it was: what had been published then is gone."""
        return self._withdrawn_before(approval.round)

    def _withdrawn_before(self, item: Round) -> tuple[Entry, ...]:
        past = self.case.history.past(item.submit.id)
        return tuple(entry for entry in self.withdrawals if entry.id in past)

    def _publications(self, item: Round, revision: str) -> Iterator[Entry]:
        history = self.case.history
        gone = {known for entry in self._withdrawn_before(item) for known in history.past(entry.id)}
        for entry in history.of_kind(Kind.RECEIPT, self.variant):
            published = entry.content.get("action", "put") in PUBLISHES
            if entry.target == revision and published and entry.id not in gone:
                yield entry

    @cached_property
    def newest_approvals(self) -> tuple[Approval, ...]:
        """Approvals that no later approval replaced; two of them wait for a person to decide."""
        return tuple(
            item for item in self.approvals if not any(self._replaces(other, item) for other in self.approvals)
        )

    def _replaces(self, later: Approval, earlier: Approval) -> bool:
        history = self.case.history
        if later.revision.id == earlier.revision.id:
            if later.round.submit.id == earlier.round.submit.id:  # passed twice in one round: one of them is enough
                return later.signs[-1].id > earlier.signs[-1].id
            return earlier.round.submit.id in history.past(later.round.submit.id)
        return earlier.revision.id in history.ancestry(later.revision.id)

    @property
    def release(self) -> Approval | None:
        """The revision that may go out: ready, not held back, and the only newest one."""
        newest = self.newest_approvals
        if len(newest) != 1 or not newest[0].ready or self.holding is not None:
            return None
        return newest[0]

    @property
    def obstacle(self) -> str:
        """Code of the reason why nothing may go out, "" when something may."""
        newest = self.newest_approvals
        if not newest:
            return "not_signed"
        if any(item.withdrawn for item in newest):
            return "withdrawn"
        if len(newest) > 1:
            return "two_approved"
        if self.holding is not None:
            return "held"
        return "no_countercheck" if not newest[0].ready else ""

    @property
    def text(self) -> Entry | None:
        """The revision that a person who opens the article sees: the tip of an open round, else the newest head."""
        item = self.current
        if item is not None and not self._newer_head(item):
            return item.tip
        heads = sorted(self.heads, key=lambda entry: (len(self.case.history.ancestry(entry.id)), entry.at, entry.id))
        return heads[-1] if heads else None

    def _newer_head(self, item: Round) -> bool:
        """Whether somebody went on writing after the round was opened (撰稿 that is not submitted)."""
        outside = [head for head in self.heads if head.id not in item.revisions]
        return any(item.revisions & self.case.history.ancestry(head.id) for head in outside)

    @property
    def state(self) -> State:
        """The one word for it."""
        item = self.current
        if item is None:
            return State.DRAFT
        if self.holding is not None:
            return State.HELD if self.holding.kind == Kind.HOLD else State.REFUSED
        closed = item.returned_by
        if closed is None and any(e.id not in self.case.history.past(item.submit.id) for e in self.withdrawals):
            return State.WITHDRAWN
        if self._newer_head(item) or (closed is not None and closed.kind == Kind.RECALL):
            return State.DRAFT
        return State.RETURNED if closed is not None else self._stage(item)

    def _stage(self, item: Round) -> State:
        if item.next_level is not None:
            return State(f"level{item.next_level}")
        sent = any(approval.receipts for approval in self.newest_approvals)
        return State.SENT if sent else State.APPROVED
