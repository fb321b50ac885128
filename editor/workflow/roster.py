"""Who is who: the fold of `member` and `setting` entries.

A person is the id of the entry that admitted him; name, levels and keys may change, the person does not. The fold is
a pure function of the set of entries: the order in which they arrived does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from editor.workflow.correction import DEFAULT, Form, form_of
from editor.workflow.entry import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ADMIN = "admin"
REPORTER = "reporter"
REVIEW_LEVELS = ("1", "2", "3")
LEVELS = (REPORTER, *REVIEW_LEVELS, ADMIN)


@dataclass(frozen=True, slots=True)
class Member:
    """A person as one roster shows him.

    Attributes:
        levels: Of `LEVELS`; a review level includes those below it.
        columns: Columns in which the review levels hold; None = all.
        keys: Base64 of raw Ed25519 public keys with which he may sign.
    """

    person: str
    name: str
    levels: frozenset[str]
    columns: frozenset[str] | None
    keys: tuple[str, ...]
    active: bool = True

    @property
    def admin(self) -> bool:
        """Whether he manages people (管理); that gives no review level."""
        return self.active and ADMIN in self.levels

    def holds(self, level: int, column: str) -> bool:
        """Whether he may act at a review level (or one above it) for a column."""
        if not self.active or (self.columns is not None and column not in self.columns):
            return False
        return any(held in self.levels for held in REVIEW_LEVELS[max(level, 1) - 1 :])


@dataclass(frozen=True, slots=True)
class Setting:
    """Rules of review in force (entry of kind `setting`).

    Attributes:
        id: Id of the entry, "" for the rules that hold before there is one.
        levels: Review levels in their order: (1, 2, 3) or (1, 3).
        share: Greatest share of characters that 审改 may change without the lower levels, in percent.
        strict: Whether nobody who wrote in the article may sign any level.
        countercheck_first: Whether 核红 is owed before publication, or only within the shift.
        correction: The form in which readers are told of a correction where nobody says otherwise.
    """

    id: str = ""
    column: str = ""
    levels: tuple[int, ...] = (1, 2, 3)
    share: int = 10
    strict: bool = False
    countercheck_first: bool = True
    correction: Form = DEFAULT


def member_content(entry: Entry) -> Member | None:
    """The person that a `member` entry describes, or None when it is not of that form."""
    content = entry.content
    name, levels, keys, columns = (content.get(key) for key in ("name", "levels", "keys", "columns"))
    if not isinstance(name, str) or not _strings(levels) or not _strings(keys):
        return None
    if columns is not None and not _strings(columns):
        return None
    return Member(
        person=str(content.get("member") or entry.id),
        name=name,
        levels=frozenset(levels or ()),
        columns=None if columns is None else frozenset(columns),
        keys=tuple(keys or ()),
        active=content.get("active", True) is True,
    )


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def setting_content(entry: Entry) -> Setting | None:
    """The rules that a `setting` entry sets, or None when it is not of that form."""
    content = entry.content
    levels, share = content.get("levels"), content.get("share", 10)
    if levels not in ([1, 2, 3], [1, 3]) or type(share) is not int:
        return None
    return Setting(
        id=entry.id,
        column=str(content.get("column", "")),
        levels=tuple(levels),
        share=max(0, min(share, 100)),
        strict=content.get("strict") is True,
        countercheck_first=content.get("countercheck", "before") != "shift",
        correction=form_of(content.get("correction")) or DEFAULT,
    )


@dataclass(frozen=True, slots=True)
class _Taking:
    """A `member` entry that takes a level, a key, a column or the person himself away."""

    entry: Entry
    person: str
    after: Member
    lost_keys: frozenset[str]
    last: Mapping[str, int]

    def cuts(self, device: str, seq: int) -> bool:
        """Whether an entry with this place in the person's book lies beyond the last that counts as before."""
        return seq > self.last.get(device, 0)


@dataclass(frozen=True)
class Roster:
    """The people and rules of one newsroom, from all its `member` and `setting` entries."""

    entries: Mapping[str, Entry]
    _views: dict[tuple[str, ...], dict[str, Member]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Roster:
        """The roster made from some entries; those of other kinds are passed over."""
        return cls({entry.id: entry for entry in entries if entry.kind in {Kind.MEMBER, Kind.SETTING}})

    @cached_property
    def founding(self) -> Entry | None:
        """The founding entry; its id is the newsroom's. Of several (a spoiled book) the smallest id counts."""
        found = [e for e in self.entries.values() if e.kind == Kind.MEMBER and not e.newsroom and e.author == e.id]
        return min(found, key=lambda entry: entry.id, default=None)

    @cached_property
    def newsroom(self) -> str:
        """Id of the newsroom, "" before it is founded."""
        return self.founding.id if self.founding else ""

    @cached_property
    def _closures(self) -> dict[str, frozenset[str]]:
        """Each entry with all that its roster reaches; an entry that reaches itself (no hash can) is left out."""
        closures: dict[str, frozenset[str]] = {}
        waiting = sorted(self.entries, reverse=True)
        while waiting:
            identifier = waiting[-1]
            if identifier in closures:
                waiting.pop()
                continue
            needed = [ref for ref in self.entries[identifier].roster if ref in self.entries]
            missing = [ref for ref in needed if ref not in closures]
            if missing:
                waiting.extend(missing)
                continue
            reached: frozenset[str] = frozenset({identifier}).union(*(closures[ref] for ref in needed))
            closures[identifier] = reached
            waiting.pop()
        return closures

    def descends(self, heads: Iterable[str], ancestor: str) -> bool:
        """Whether a roster (its heads) contains an entry."""
        return any(ancestor in self._closures.get(head, frozenset()) for head in heads)

    @cached_property
    def _lawful(self) -> frozenset[str]:
        """Entries that an admin made, about somebody else, by the roster he named (revocations not yet applied)."""
        lawful: set[str] = set()
        for identifier in sorted(self.entries, key=lambda item: (len(self._closures[item]), item)):
            entry = self.entries[identifier]
            if entry is self.founding or (entry.newsroom == self.newsroom and self._by_an_admin(entry, lawful)):
                lawful.add(identifier)
        return frozenset(lawful)

    def _by_an_admin(self, entry: Entry, lawful: set[str]) -> bool:
        described = member_content(entry) if entry.kind == Kind.MEMBER else None
        if entry.kind == Kind.MEMBER and (described is None or described.person == entry.author):
            return False
        if entry.kind == Kind.SETTING and setting_content(entry) is None:
            return False
        author = self._people(entry.roster, lawful).get(entry.author)
        return author is not None and author.admin

    def _people(self, heads: Iterable[str], counted: set[str] | frozenset[str]) -> dict[str, Member]:
        reached: set[str] = set().union(*(self._closures.get(head, frozenset()) for head in heads))
        about: dict[str, list[Entry]] = {}
        for identifier in reached & counted:
            entry = self.entries[identifier]
            described = member_content(entry) if entry.kind == Kind.MEMBER else None
            if described is not None:
                about.setdefault(described.person, []).append(entry)
        return {person: member for person, found in about.items() if (member := self._joined(found)) is not None}

    def _joined(self, found: list[Entry]) -> Member | None:
        """One person from the newest entries about him; where admins acted unseen by each other the least counts."""
        newest = [
            entry
            for entry in found
            if not any(other is not entry and entry.id in self._closures[other.id] for other in found)
        ]
        joined: Member | None = None
        for entry in sorted(newest, key=lambda item: item.id):
            member = member_content(entry)
            joined = member if joined is None or member is None else _least(joined, member)
        return joined

    @cached_property
    def _takings(self) -> tuple[_Taking, ...]:
        """Revocations that count, in the order of the revoking admin's distance from the founder."""
        found = [taking for identifier in self._lawful if (taking := self._taking(self.entries[identifier]))]
        found.sort(key=lambda taking: (self._distance(taking.entry.author), taking.entry.author, taking.entry.id))
        counted: list[_Taking] = []
        for taking in found:
            if not any(self._cut_off(taking.entry, earlier) for earlier in counted):
                counted.append(taking)
        return tuple(counted)

    def _taking(self, entry: Entry) -> _Taking | None:
        after = member_content(entry) if entry.kind == Kind.MEMBER else None
        if after is None or after.person == entry.id:
            return None
        before = self._people(entry.roster, self._lawful).get(after.person)
        if before is None or _contains(after, before):
            return None
        last = entry.content.get("last")
        counts = last if isinstance(last, dict) else {}
        return _Taking(
            entry,
            after.person,
            after,
            frozenset(before.keys) - frozenset(after.keys),
            {str(device): seq for device, seq in counts.items() if type(seq) is int},
        )

    def _distance(self, person: str) -> int:
        steps, seen = 0, set()
        while self.founding and person != self.founding.id and person not in seen:
            seen.add(person)
            admitted = self.entries.get(person)
            if admitted is None:
                return len(self.entries)
            person, steps = admitted.author, steps + 1
        return steps

    @staticmethod
    def _cut_off(entry: Entry, taking: _Taking) -> bool:
        return taking.person == entry.author and not taking.after.admin and taking.cuts(entry.device, entry.seq)

    @cached_property
    def counted(self) -> frozenset[str]:
        """Ids of the entries that count: lawful, and not written by an admin after he was cut off."""
        counted: set[str] = set()
        for identifier in sorted(self._lawful, key=lambda item: (len(self._closures[item]), item)):
            entry = self.entries[identifier]
            if any(self._cut_off(entry, taking) for taking in self._takings):
                continue
            if entry is self.founding or self._by_an_admin(entry, counted):
                counted.add(identifier)
        return frozenset(counted)

    def people(self, heads: Iterable[str]) -> dict[str, Member]:
        """Everybody known to a roster, by person id."""
        key = tuple(heads)
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = self._people(key, self.counted)
        return view

    def standing(self, entry: Entry) -> Member | None:
        """What the author of an entry was when he wrote it, or None when he was nobody here.

        Later revocations that cut the entry off take away what they took away.
        """
        member = self.people(entry.roster or ((entry.id,) if entry.author == entry.id else ())).get(entry.author)
        if member is None:
            return None
        for taking in self._takings:
            if taking.person == entry.author and taking.cuts(entry.device, entry.seq):
                if self.descends(entry.roster, taking.entry.id):
                    continue
                member = _least(member, taking.after)
        return member

    @cached_property
    def _keys(self) -> dict[str, tuple[str, ...]]:
        """All keys that a person was ever given by entries that count."""
        known: dict[str, dict[str, None]] = {}
        for identifier in sorted(self.counted):
            described = member_content(self.entries[identifier])
            if described is not None:
                known.setdefault(described.person, {}).update(dict.fromkeys(described.keys))
        return {person: tuple(keys) for person, keys in known.items()}

    def keys(self, entry: Entry) -> tuple[str, ...]:
        """Public keys (base64) that may have signed an entry: the author's, but for those cut off before it."""
        known = self._keys.get(entry.author, ())
        lost = {
            key
            for taking in self._takings
            if taking.person == entry.author and taking.cuts(entry.device, entry.seq)
            for key in taking.lost_keys
        }
        return tuple(key for key in known if key not in lost) if lost else known

    def every_key(self, person: str) -> frozenset[str]:
        """All keys that a person ever had, those taken away included: tells "revoked" from "forged"."""
        described = (member_content(entry) for entry in self.entries.values() if entry.kind == Kind.MEMBER)
        return frozenset(key for member in described if member and member.person == person for key in member.keys)

    def settings_in_force(self, roster: Iterable[str], column: str) -> tuple[Setting, ...]:
        """The newest rules for a column (its own before those for all) by a roster; several where admins disagree."""
        heads = tuple(roster)
        found = [
            rules
            for identifier in sorted(self.counted)
            if self.entries[identifier].kind == Kind.SETTING and self.descends(heads, identifier)
            if (rules := setting_content(self.entries[identifier])) and rules.column in {"", column}
        ]
        own = [rules for rules in found if rules.column] or found
        newest = [r for r in own if not any(o is not r and r.id in self._closures[o.id] for o in own)]
        return tuple(newest) or (Setting(),)

    def setting(self, identifier: str, roster: Iterable[str], column: str) -> Setting | None:
        """The rules that a submit names, or None when these are not in force for it."""
        return next((rules for rules in self.settings_in_force(roster, column) if rules.id == identifier), None)


def _contains(after: Member, before: Member) -> bool:
    columns = after.columns is None or (before.columns is not None and before.columns <= after.columns)
    return (
        before.levels <= after.levels
        and frozenset(before.keys) <= frozenset(after.keys)
        and columns
        and after.active >= before.active
    )


def _least(one: Member, other: Member) -> Member:
    columns = one.columns if other.columns is None else other.columns
    if one.columns is not None and other.columns is not None:
        columns = one.columns & other.columns
    return Member(
        person=one.person,
        name=one.name,
        levels=one.levels & other.levels,
        columns=columns,
        keys=tuple(key for key in one.keys if key in other.keys),
        active=one.active and other.active,
    )
