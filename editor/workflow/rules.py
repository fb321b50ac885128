"""What a sign-off means: the rules for one entry, as pure functions over an article's history and the roster.

A rule that is broken has a code; the same codes are printed by ``verify`` and lead to the sentence that a refused
person reads: ``level own_text two_levels level_skipped rewrite superseded round_returned no_countercheck``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from editor.workflow.entry import Entry, Kind
from editor.workflow.history import History, column_of, derived_from

if TYPE_CHECKING:
    from editor.workflow.roster import Member, Roster, Setting


class RevisionKind(StrEnum):
    """How a revision came to be."""

    WRITTEN = "written"  # 撰稿
    ENTERED = "entered"  # 代录
    REVIEWED = "reviewed"  # 审改
    DERIVED = "derived"  # a script variant that converting again would give


class Evidence(Protocol):
    """What the texts themselves say; computed from the bodies and the kept originals."""

    def entered(self, revision: Entry) -> bool:
        """Whether a revision that says so really is the kept original, unchanged but for repaired damage."""
        ...

    def derived(self, revision: Entry, source: Entry) -> bool:
        """Whether converting the source again gives the same bytes."""
        ...

    def share(self, before: Entry, after: Entry) -> float:
        """Share of the characters that differ, 0.0 … 1.0 and over."""
        ...


@dataclass(frozen=True)
class Case:
    """Everything that a rule may look at: one article, one roster, and the evidence of the texts."""

    history: History
    roster: Roster
    evidence: Evidence

    def with_entry(self, *entries: Entry) -> Case:
        """The same case as if some entries had been written: used to ask before one writes."""
        return Case(History.of([*self.history.entries.values(), *entries]), self.roster, self.evidence)

    @cached_property
    def _kinds(self) -> dict[str, RevisionKind]:
        return {}

    def kind(self, revision: Entry) -> RevisionKind:
        """撰稿, 代录, 审改 or derived: what the revision says of itself counts only when it is true."""
        waiting: list[Entry] = []
        step: Entry | None = revision
        while step is not None and step.id not in self._kinds:  # parents first, without recursion
            waiting.append(step)
            step = self.history.revision(step.parents[0]) if len(step.parents) == 1 else None
        for entry in reversed(waiting):
            self._kinds[entry.id] = self._kind(entry)
        return self._kinds[revision.id]

    def _kind(self, revision: Entry) -> RevisionKind:
        content = revision.content
        if content.get("review_level") is not None and self._is_review(revision):
            return RevisionKind.REVIEWED
        source = self.history.revision(derived_from(revision))
        if source is not None and not revision.parents and self.evidence.derived(revision, source):
            return RevisionKind.DERIVED
        if content.get("entered") is not None and not revision.parents and self._names_another(revision):
            return RevisionKind.ENTERED if self.evidence.entered(revision) else RevisionKind.WRITTEN
        return RevisionKind.WRITTEN

    def _is_review(self, revision: Entry) -> bool:
        level = revision.content.get("review_level")
        submit = self.history.entries.get(revision.submit)
        if type(level) is not int or submit is None or submit.kind != Kind.SUBMIT or len(revision.parents) != 1:
            return False
        if not self.stands(revision, level, column_of(self.history.revision(submit.target))):
            return False
        parent = self.history.revision(revision.parents[0])
        if parent is None or parent.variant != revision.variant:
            return False
        return parent.id == submit.target or (parent.submit == submit.id and self.kind(parent) == RevisionKind.REVIEWED)

    def _names_another(self, revision: Entry) -> bool:
        author = self.roster.standing(revision)
        slip = revision.content.get("slip")
        if author is None or not isinstance(slip, dict):
            return False
        byline = slip.get("byline") or []
        named = [credit.get("name") for credit in byline if isinstance(credit, dict)]
        return author.name not in named and (bool(named) or bool(slip.get("source")))

    def stands(self, entry: Entry, level: int, column: str) -> bool:
        """Whether the author of an entry was active and held a level for a column when he wrote it."""
        member = self.roster.standing(entry)
        return member is not None and member.holds(level, column)

    def member(self, entry: Entry) -> Member | None:
        """The author of an entry, when he was an active member."""
        member = self.roster.standing(entry)
        return member if member is not None and member.active else None

    def wrote(self, person: str, revisions: frozenset[str]) -> list[Entry]:
        """The 撰稿 of a person among some revisions."""
        return [
            entry
            for identifier in sorted(revisions)
            if (entry := self.history.entries[identifier]).author == person and self.kind(entry) == RevisionKind.WRITTEN
        ]


@dataclass(frozen=True)
class Round:
    """One round of review: opened by a `submit`, with all that was done in it."""

    case: Case
    submit: Entry

    @cached_property
    def setting(self) -> Setting | None:
        """The rules in force, or None when the submit names none that is."""
        named = self.submit.content.get("setting", "")
        identifier = named if isinstance(named, str) else ""
        return self.case.roster.setting(identifier, self.submit.roster, self.column)

    @cached_property
    def column(self) -> str:
        """Column of the revision that was submitted; it decides who may review."""
        return column_of(self.case.history.revision(self.submit.target))

    @property
    def lawful(self) -> bool:
        """Whether an active member submitted a revision of this variant under rules that exist."""
        revision = self.case.history.revision(self.submit.target)
        return (
            revision is not None
            and revision.variant == self.submit.variant
            and self.case.member(self.submit) is not None
            and self.setting is not None
        )

    def of_kind(self, kind: Kind) -> list[Entry]:
        """Entries of this round of one kind, sorted by id."""
        return self._own_entries.get(kind, [])

    @cached_property
    def _own_entries(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.case.history.entries.values():
            if entry.submit == self.submit.id and entry.variant == self.submit.variant:
                found.setdefault(entry.kind, []).append(entry)
        return found

    @cached_property
    def revisions(self) -> frozenset[str]:
        """The revision that was submitted and every 审改 of this round."""
        found = {self.submit.target}
        waiting = [self.submit.target]
        while waiting:
            for child in self.case.history.children.get(waiting.pop(), []):
                inside = child.submit == self.submit.id and self.case.kind(child) == RevisionKind.REVIEWED
                if inside and child.id not in found:
                    found.add(child.id)
                    waiting.append(child.id)
        return frozenset(found)

    @cached_property
    def _verdicts(self) -> dict[str, str]:
        return {}

    def verdict(self, sign: Entry) -> str:
        """Nothing when a `sign` of this round obeys rules 1-5, else the code of the first rule it breaks."""
        if sign.id not in self._verdicts:
            self._verdicts[sign.id] = "level_skipped"  # a sign that would rest on itself rests on nothing
            self._verdicts[sign.id] = self._judge(sign)
        return self._verdicts[sign.id]

    def _judge(self, sign: Entry) -> str:
        setting = self.setting
        revision = self.case.history.revision(sign.target)
        if not self.lawful or setting is None or revision is None or sign.level not in setting.levels:
            return "level"
        if not self.case.stands(sign, sign.level, column_of(revision)):
            return "level"
        if sign.target not in self.revisions:
            return "superseded"
        return (
            self._own_text(sign, setting)
            or self._two_levels(sign)
            or self._chain(sign, revision, setting)
            or self._superseded(sign)
            or self._after_return(sign)
        )

    def _two_levels(self, sign: Entry) -> str:
        """Rule 2: one person, one level a round; of two unseen by each other the lower counts."""
        past = self.case.history.past(sign.id)
        for other in self.of_kind(Kind.SIGN):
            if other.author != sign.author or other.level == sign.level:
                continue
            unseen = sign.id not in self.case.history.past(other.id)
            if other.id in past or (unseen and other.level < sign.level):
                return "two_levels"
        return ""

    def _chain(self, sign: Entry, revision: Entry, setting: Setting) -> str:
        """Rule 3: the level before passed this text, or one from which only the signer's own small 审改 leads here."""
        place = setting.levels.index(sign.level)
        if place == 0:
            return ""
        lower = setting.levels[place - 1]
        passed = {e.target for e in self.of_kind(Kind.SIGN) if e.level == lower and not self.verdict(e)}
        step: Entry | None = revision
        while step is not None:
            if step.id in passed:
                changed = 0.0 if step is revision else self.case.evidence.share(step, revision)
                return "rewrite" if changed * 100 > setting.share else ""
            own = step.author == sign.author and step.content.get("review_level") == sign.level
            if not own or step.id == self.submit.target:
                return "level_skipped"
            step = self.case.history.revision(step.parents[0])
        return "level_skipped"

    def _own_text(self, sign: Entry, setting: Setting) -> str:
        """Rule 4: nobody passes what he wrote."""
        ancestry = self.case.history.ancestry(sign.target)
        written = self.case.wrote(sign.author, ancestry)
        if sign.level == setting.levels[-1]:
            return "own_text" if written else self._heavy_hand(sign, ancestry, setting)
        if sign.level != setting.levels[0] or setting.strict:
            return "own_text" if written else ""
        return "own_text" if any(not entry.parents for entry in written) else ""

    def _heavy_hand(self, sign: Entry, ancestry: frozenset[str], setting: Setting) -> str:
        """Rule 4, second half: 审改 at a lower level or in an earlier round that changed more than the share."""
        for identifier in sorted(ancestry):
            entry = self.case.history.entries[identifier]
            if entry.author != sign.author or self.case.kind(entry) != RevisionKind.REVIEWED:
                continue
            if entry.submit == self.submit.id and entry.content.get("review_level") == sign.level:
                continue
            before = self.case.history.revision(entry.parents[0])
            if before is not None and self.case.evidence.share(before, entry) * 100 > setting.share:
                return "rewrite"
        return ""

    def _superseded(self, sign: Entry) -> str:
        """Rule 5: nobody signs a text that he knows to have been replaced."""
        past = self.case.history.past(sign.id)
        children = self.case.history.children.get(sign.target, [])
        if any(child.id in past and child.id not in self.revisions for child in children):
            return "superseded"
        return ""

    def _after_return(self, sign: Entry) -> str:
        past = self.case.history.past(sign.id)
        closed = any(entry.id in past and self._closes(entry) for entry in self._closings)
        return "round_returned" if closed else ""

    @cached_property
    def _closings(self) -> list[Entry]:
        return [*self.of_kind(Kind.RETURN), *self.of_kind(Kind.RECALL)]

    def _closes(self, entry: Entry) -> bool:
        """Whether a `return` or `recall` may close the round, its time not considered."""
        past = self.case.history.past(entry.id)
        if entry.kind == Kind.RETURN:
            return self.case.stands(entry, entry.level, self.column)
        busy = (Kind.TAKE, Kind.SIGN)
        taken = any(other.id in past for kind in busy for other in self.of_kind(kind))
        return entry.author == self.submit.author and not taken and self.case.member(entry) is not None

    @cached_property
    def signs(self) -> list[Entry]:
        """The signs that obey the rules, whether or not the round was returned."""
        return [entry for entry in self.of_kind(Kind.SIGN) if self.lawful and not self.verdict(entry)]

    @cached_property
    def completing(self) -> list[Entry]:
        """Valid signs of the last level."""
        last = self.setting.levels[-1] if self.setting else 0
        return [entry for entry in self.signs if entry.level == last]

    @cached_property
    def returned_by(self) -> Entry | None:
        """The `return` or `recall` that closed this round, unless it came after the round was complete."""
        complete = {entry.id for entry in self.completing}
        for entry in self._closings:
            if self._closes(entry) and not complete & self.case.history.past(entry.id):
                return entry
        return None

    @cached_property
    def next_level(self) -> int | None:
        """The level that has not passed yet, None when all have."""
        if self.setting is None:
            return None
        passed = {entry.level for entry in self.signs}
        return next((level for level in self.setting.levels if level not in passed), None)

    @cached_property
    def tip(self) -> Entry | None:
        """The text before the next reviewer: the revision last signed, else the one submitted."""
        levels = self.setting.levels if self.setting else ()
        for level in reversed(levels):
            signed = sorted((e for e in self.signs if e.level == level), key=lambda e: (self._depth(e.target), e.id))
            if signed:
                return self.case.history.revision(signed[-1].target)
        return self.case.history.revision(self.submit.target)

    def _depth(self, revision: str) -> int:
        return len(self.case.history.ancestry(revision))

    def owed(self, revision: str) -> list[Entry]:
        """审改 on the way to a revision that nobody but their author has seen: each owes a 核红."""
        on_the_way = self.case.history.ancestry(revision) & self.revisions - {self.submit.target}
        changes = [self.case.history.entries[identifier] for identifier in sorted(on_the_way)]
        return [entry for entry in changes if not self._seen_by_another(entry)]

    def _seen_by_another(self, change: Entry) -> bool:
        history = self.case.history
        level = change.content.get("review_level", 0)
        for sign in self.signs:
            if sign.author != change.author and sign.level > level and change.id in history.ancestry(sign.target):
                return True
        for check in self.of_kind(Kind.COUNTERCHECK):
            if check.author == change.author or self.case.member(check) is None:
                continue
            if check.target in self.revisions and change.id in history.ancestry(check.target):
                return True
        return False
