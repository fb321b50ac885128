"""The fold: whatever people do on two computers, whoever has the same entries sees the same state, and no text is
ever approved against the rules."""

from __future__ import annotations

import dataclasses
import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.article import Variant
from editor.errors import EditorError
from editor.operations import articles
from editor.operations.auditing import verify
from editor.operations.desk import new_id
from editor.operations.drafting import save_draft
from editor.operations.evidence import TextEvidence
from editor.operations.reviewing import countercheck, give_back, sign, submit, withdraw
from editor.store import library
from editor.store.ledger import append, roster_entries, rows
from editor.workflow.entry import Kind, parse
from editor.workflow.history import History
from editor.workflow.roster import Roster
from editor.workflow.rules import Case
from editor.workflow.state import Standing
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, founded_desk, own_article

PEOPLE = (WRITER, FIRST, SECOND, CHIEF)
ACTIONS = st.tuples(
    st.sampled_from(
        [
            "submit",
            "sign1",
            "sign2",
            "sign3",
            "return",
            "countercheck",
            "withdraw",
            "edit",
            "big",
            "meet",
            "pass",
            "pass",
        ]
    ),
    st.sampled_from(PEOPLE),
    st.sampled_from([0, 1]),
)


def act(desk, name, action, person, number):
    match action:
        case "submit":
            submit(desk, name, person)
        case "sign1" | "sign2" | "sign3":
            sign(desk, name, int(action[-1]), person)
        case "pass":
            for level, reviewer in ((1, FIRST), (2, SECOND), (3, CHIEF)):
                sign(desk, name, level, reviewer)
        case "return":
            give_back(desk, name, "要素不全", person)
        case "countercheck":
            countercheck(desk, name, person)
        case "withdraw":
            withdraw(desk, name, person=person)
        case "edit":
            save_draft(desk, name, lambda c: dataclasses.replace(c, text=c.text[:-2] + f"{number}。\n"), person)
        case "big":
            save_draft(desk, name, lambda c: dataclasses.replace(c, text=f"换一篇。{number}\n" * 9), person)


def stored(desk):
    with desk.reading() as session:
        return [parse(row.body, row.sig) for row in rows(session.connection)]


def meet(desk, other, name):
    """Everything that one has comes to the other."""
    entries = stored(other)
    random.Random(len(entries)).shuffle(entries)
    with desk.writing() as session:
        for entry in entries:
            append(session.connection, entry)
        articles.refresh(session, name)


def second_desk(first, folder, name):
    """Another computer of the same newsroom, with the same keys at hand."""
    other = dataclasses.replace(first, library=library.create(folder), device=new_id(), kept=None)
    meet_empty(other, first, name)
    return other


def meet_empty(desk, other, name):
    with other.reading() as session:
        draft = articles.find(session, name).draft
    with desk.writing() as session:
        for entry in stored(other):
            append(session.connection, entry)
        if draft is not None:
            from editor.store import drafts

            drafts.save(desk.library, draft)
        articles.refresh(session, name)


def standing_of(entries, article, connection, newsroom):
    case = Case(
        History.of([entry for entry in entries if entry.article == article]),
        Roster.of(entries),
        TextEvidence(connection, newsroom),
    )
    return Standing(case, Variant.ZH_CN)


def summary(standing):
    return (
        str(standing.state),
        standing.obstacle,
        [entry.id for entry in standing.heads],
        sorted((a.revision.id, a.ready, tuple(s.id for s in a.signs)) for a in standing.approvals),
    )


def check_by_hand(standing, roster):
    """The rules once more, written down plainly: who passed what, and did he write it?"""
    for approval in standing.approvals:
        signers = [entry.author for entry in approval.signs]
        assert len(set(signers)) == len(signers) == 3
        for entry in approval.signs:
            held = roster.people(entry.roster)[entry.author].levels
            assert any(int(level) >= entry.level for level in held if level.isdigit())
        history = standing.case.history
        ancestry = history.ancestry(approval.revision.id)
        written = {history.entries[i].author for i in ancestry if "review_level" not in history.entries[i].content}
        assert approval.signs[-1].author not in written


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(script=st.lists(ACTIONS, min_size=4, max_size=18), seed=st.integers(0, 10_000))
def test_whatever_happens_on_two_computers_the_state_is_one_and_obeys_the_rules(script, seed):
    with tempfile.TemporaryDirectory() as folder:
        first = founded_desk(Path(folder) / "one" / "library")
        name = own_article(first)
        second = second_desk(first, Path(folder) / "two" / "library", name)
        desks = (first, second)
        refusals = []
        for number, (action, person, which) in enumerate([("submit", WRITER, 0), ("meet", WRITER, 1), *script]):
            if action == "meet":
                meet(desks[which], desks[1 - which], name)
                continue
            try:
                act(desks[which], name, action, person, number)
            except EditorError as error:
                refusals.append(error.exit_code)
        meet(first, second, name)
        meet(second, first, name)
        assert set(refusals) <= {5}
        entries = stored(first)
        with first.reading() as session:
            expected = standing_of(entries, name, session.connection, session.newsroom)
            roster = Roster.of(roster_entries(session.connection))
            check_by_hand(expected, roster)
            for turn in range(3):
                random.Random(seed + turn).shuffle(entries)
                again = standing_of(entries, name, session.connection, session.newsroom)
                assert summary(again) == summary(expected)
            assert all(entry.kind != Kind.RECEIPT for entry in entries)
        with second.reading() as session:
            there = standing_of(stored(second), name, session.connection, session.newsroom)
            assert summary(there) == summary(expected)
        assert {p.code for p in verify(first).problems} <= {"level_skipped", "two_levels"}
        first.library.close()
        second.library.close()
