"""Who is who: admitting, taking away, giving again, and admins who contradict one another."""

from __future__ import annotations

import itertools
import random

from editor.workflow.entry import Entry, body_text, parse
from editor.workflow.roster import Roster


class Book:
    """Entries written by hand: who, on which device, relying on which roster."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._seq: dict[tuple[str, str], int] = {}
        self._nonce = itertools.count()
        self.founder = self.member("", "陈衡", ["3", "admin"], roster=())

    def write(self, author: str, roster, device="d1", **content) -> Entry:
        seq = self._seq[author, device] = self._seq.get((author, device), 0) + 1
        newsroom = self.entries[0].id if self.entries else ""
        whole = {
            "v": 1,
            "newsroom": newsroom,
            "article": "",
            "variant": "",
            "author": author,
            "device": device,
            "seq": seq,
            "prev": "",
            "roster": [entry.id for entry in roster],
            "at": "",
            "nonce": str(next(self._nonce)),
            **content,
        }
        entry = parse(body_text(whole), "")
        self.entries.append(entry)
        return entry

    def member(
        self, author, name, levels, roster, device="d1", *, member="", keys=None, active=True, last=None
    ) -> Entry:
        content = {
            "kind": "member",
            "member": member,
            "name": name,
            "levels": levels,
            "columns": None,
            "keys": [f"key of {name}"] if keys is None else keys,
            "active": active,
        }
        if last is not None:
            content["last"] = last
        return self.write(author, roster, device, **content)

    def comment(self, author, roster, device="d1") -> Entry:
        return self.write(author, roster, device, kind="comment")

    @property
    def roster(self) -> Roster:
        return Roster.of(self.entries)


def levels(book, entry):
    member = book.roster.standing(entry)
    return None if member is None or not member.active else set(member.levels)


def test_only_an_admin_admits_and_never_himself():
    book = Book()
    f = book.founder
    reporter = book.member(f.id, "许青", ["reporter"], [f])
    friend = book.member(reporter.id, "朋友", ["3", "admin"], [reporter])
    promoted = book.member(reporter.id, "许青", ["3", "admin"], [reporter], member=reporter.id)
    own = book.member(f.id, "陈衡", ["1", "2", "3", "admin"], [reporter], member=f.id)
    people = book.roster.people([friend.id, promoted.id, own.id])
    assert people[reporter.id].levels == {"reporter"}
    assert friend.id not in people
    assert people[f.id].levels == {"3", "admin"}


def test_a_level_that_was_taken_away_counts_up_to_the_last_entry_named():
    book = Book()
    f = book.founder
    second = book.member(f.id, "何静", ["2"], [f])
    before = book.comment(second.id, [second])
    after = book.comment(second.id, [second])
    elsewhere = book.comment(second.id, [second], device="d2")
    taken = book.member(f.id, "何静", ["reporter"], [second], member=second.id, last={"d1": before.seq})
    assert levels(book, before) == {"2"}
    assert levels(book, after) == set()
    assert levels(book, elsewhere) == set()
    given = book.member(f.id, "何静", ["2"], [taken], member=second.id)
    again = book.comment(second.id, [given])
    assert levels(book, again) == {"2"}
    assert levels(book, after) == set()


def test_a_key_that_was_taken_away_signs_nothing_beyond_the_last():
    book = Book()
    f = book.founder
    second = book.member(f.id, "何静", ["2"], [f])
    before, after = book.comment(second.id, [second]), book.comment(second.id, [second])
    book.member(f.id, "何静", ["2"], [second], member=second.id, keys=["new key"], last={"d1": before.seq})
    assert set(book.roster.keys(before)) == {"key of 何静", "new key"}
    assert set(book.roster.keys(after)) == {"new key"}
    assert book.roster.every_key(second.id) == {"key of 何静", "new key"}


def test_people_admitted_by_an_admin_after_he_was_cut_off_are_nobody():
    book = Book()
    f = book.founder
    deputy = book.member(f.id, "副手", ["admin"], [f])
    good = book.member(deputy.id, "许青", ["reporter"], [deputy])
    late = book.member(deputy.id, "后来", ["3"], [good])
    book.member(f.id, "副手", [], [deputy], member=deputy.id, active=False, last={"d1": good.seq})
    people = book.roster.people([entry.id for entry in book.entries])
    assert good.id in people
    assert late.id not in people
    assert not people[deputy.id].active


def test_of_two_who_cut_each_other_off_the_one_nearer_to_the_founder_counts():
    book = Book()
    f = book.founder
    deputy = book.member(f.id, "副手", ["admin"], [f])
    third = book.member(deputy.id, "第三", ["admin"], [deputy])
    book.member(deputy.id, "第三", [], [third], member=third.id, active=False, last={})
    book.member(third.id, "副手", [], [third], member=deputy.id, active=False, last={"d1": 1})
    people = book.roster.people([entry.id for entry in book.entries])
    assert people[deputy.id].active
    assert not people[third.id].active


def test_admins_who_act_unseen_by_each_other_leave_the_least():
    book = Book()
    f = book.founder
    deputy = book.member(f.id, "副手", ["admin"], [f])
    second = book.member(f.id, "何静", ["1", "2"], [deputy])
    one = book.member(f.id, "何静", ["1", "2", "3"], [second], member=second.id)
    other = book.member(deputy.id, "何静", ["2"], [second], member=second.id, last={"d1": 99})
    assert book.roster.people([one.id, other.id])[second.id].levels == {"2"}


def test_rules_in_force_are_the_newest_of_the_column():
    book = Book()
    f = book.founder
    every = book.write(f.id, [f], kind="setting", column="", levels=[1, 3], share=5)
    sport = book.write(f.id, [every], kind="setting", column="体育", levels=[1, 2, 3], share=20)
    stranger = book.write("f" * 64, [sport], kind="setting", column="", levels=[1, 3], share=100)
    heads = [stranger.id, sport.id]
    assert book.roster.settings_in_force(heads, "要闻")[0].levels == (1, 3)
    assert book.roster.settings_in_force(heads, "体育")[0].share == 20
    assert book.roster.setting(stranger.id, heads, "要闻") is None
    assert book.roster.settings_in_force([f.id], "要闻")[0].levels == (1, 2, 3)


def test_the_order_of_arrival_changes_nothing():
    book = Book()
    f = book.founder
    deputy = book.member(f.id, "副手", ["admin"], [f])
    third = book.member(deputy.id, "第三", ["admin", "2"], [deputy])
    book.member(deputy.id, "第三", ["2"], [third], member=third.id, last={"d1": 0})
    book.member(third.id, "副手", [], [third], member=deputy.id, active=False, last={})
    book.member(f.id, "副手", ["admin", "3"], [deputy], member=deputy.id)
    written = [book.comment(person.id, [third]) for person in (f, deputy, third)]
    heads = [entry.id for entry in book.entries]
    expected = book.roster.people(heads), [book.roster.standing(entry) for entry in written]
    for seed in range(20):
        shuffled = list(book.entries)
        random.Random(seed).shuffle(shuffled)
        again = Roster.of(shuffled)
        assert (again.people(heads), [again.standing(entry) for entry in written]) == expected
