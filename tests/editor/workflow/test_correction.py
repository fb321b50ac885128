"""The fold of corrections: what was out, which text corrects it, in which form, and who may say so."""

from __future__ import annotations

import dataclasses
import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.article import Variant
from editor.errors import EditorError
from editor.operations import correcting
from editor.operations.delivering import deliver
from editor.operations.drafting import save_draft
from editor.operations.evidence import TextEvidence
from editor.operations.reviewing import give_back, sign, submit, withdraw
from editor.store.ledger import rows
from editor.workflow.correction import Form
from editor.workflow.entry import Kind, parse
from editor.workflow.history import History
from editor.workflow.roster import Roster
from editor.workflow.rules import Case
from editor.workflow.state import Standing
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, founded_desk, own_article

ACTIONS = st.tuples(
    st.sampled_from(["edit", "note", "notice", "silent", "submit", "pass", "return", "send", "withdraw", "undo"]),
    st.sampled_from((WRITER, FIRST, SECOND, CHIEF)),
)


def act(desk, name, action, person, number, folder):
    match action:
        case "edit":
            save_draft(desk, name, lambda c: dataclasses.replace(c, text=c.text[:-2] + f"{number}。\n"), person)
        case "note" | "notice" | "silent":
            correcting.correct(desk, name, action, what=f"第{number}处有误。", person=person)
        case "undo":
            correcting.undo(desk, name, person)
        case "submit":
            submit(desk, name, person)
        case "pass":
            for level, reviewer in ((1, FIRST), (2, SECOND), (3, CHIEF)):
                sign(desk, name, level, reviewer)
        case "return":
            give_back(desk, name, "要素不全", person)
        case "send":
            deliver(desk, f"markdown:{folder}", [name], CHIEF)
        case "withdraw":
            withdraw(desk, name, person=person)


def standing_of(entries, article, connection, newsroom):
    history = History.of([entry for entry in entries if entry.article == article])
    return Standing(Case(history, Roster.of(entries), TextEvidence(connection, newsroom)), Variant.ZH_CN)


def told(standing):
    return [
        (c.number, c.form, c.entry.id if c.entry else "", c.round.submit.id if c.round else "", c.signed, c.before)
        for c in standing.corrections
    ]


def check_by_hand(standing, roster):
    """The rules once more, plainly."""
    history = standing.case.history
    sent = {entry.target for entry in history.of_kind(Kind.RECEIPT)}
    corrections = standing.corrections
    assert [one.number for one in corrections] == list(range(1, len(corrections) + 1))
    for one in corrections:
        assert one.before in sent
        if one.round is not None:
            assert one.round.submit.target != one.before
        if one.entry is None:
            assert one.form is None
            continue
        held = roster.people(one.entry.roster)[one.entry.author].levels
        assert held & {"1", "2", "3"}
        assert one.form != Form.SILENT or "3" in held
        if one.signed:  # whoever passed it last had seen how readers are told
            assert any(one.entry.id in history.past(sign.id) for sign in one.round.completing)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(script=st.lists(ACTIONS, min_size=3, max_size=12), seed=st.integers(0, 10_000))
def test_whatever_is_done_corrections_are_numbered_told_by_who_may_and_the_same_in_any_order(script, seed):
    with tempfile.TemporaryDirectory() as folder:
        desk = founded_desk(Path(folder) / "library")
        name = own_article(desk)
        start = [("submit", WRITER), ("pass", CHIEF), ("send", CHIEF)]
        for number, (action, person) in enumerate([*start, *script]):
            try:
                act(desk, name, action, person, number, Path(folder) / "out")
            except EditorError:
                continue
        with desk.reading() as session:
            entries = [parse(row.body, row.sig) for row in rows(session.connection)]
            whole = standing_of(entries, name, session.connection, session.newsroom)
            check_by_hand(whole, session.roster)
            random.Random(seed).shuffle(entries)
            again = standing_of([*entries, *entries[:3]], name, session.connection, session.newsroom)
            assert told(again) == told(whole)
