"""重新启用 by entries that no window would write: only who could have kept an article back lets it go on."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.operations import articles
from editor.operations.holding import hold, refuse
from editor.operations.reviewing import sign, submit
from editor.workflow.entry import Kind
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, founded_desk, own_article

PEOPLE = (WRITER, FIRST, SECOND, CHIEF)
LEVEL = {WRITER: 0, FIRST: 1, SECOND: 2, CHIEF: 3}
REVIEWERS = {1: FIRST, 2: SECOND, 3: CHIEF}


def forge(desk, name, person):
    """A `reopen` signed with a true key, whatever its owner may do."""
    with desk.writing() as session:
        there = articles.find(session, name)
        holding = there.case.history.of_kind(Kind.REFUSE, there.variant) + there.case.history.of_kind(
            Kind.HOLD, there.variant
        )
        identity = next(one for one in desk.keys.identities(session.newsroom) if one.name == person)
        content = {"target": holding[0].id, "why": "伪造"}
        entry = session.compose(identity.person, Kind.REOPEN, there.article, there.variant, content, there.case)
        session.write(identity, entry)


def state(desk, name):
    with desk.reading() as session:
        return articles.find(session, name).state


@pytest.fixture(scope="module")
def folders():
    with tempfile.TemporaryDirectory() as folder:
        yield (Path(folder) / str(number) for number in itertools.count())


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    passed=st.integers(0, 3),
    kept_back=st.sampled_from([hold, refuse]),
    people=st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True),
)
def test_only_who_holds_the_level_lets_it_go_on(folders, passed, kept_back, people):
    desk = founded_desk(next(folders))
    try:
        name = own_article(desk)
        submit(desk, name, WRITER)
        for level in range(1, passed + 1):
            sign(desk, name, level, REVIEWERS[level])
        due = min(passed + 1, 3)
        before = state(desk, name)
        kept_back(desk, name, "等下周的会", REVIEWERS[due])
        held = state(desk, name)
        for person in people:
            forge(desk, name, person)
        entitled = any(LEVEL[person] >= due for person in people)
        assert state(desk, name) == (before if entitled else held)
    finally:
        desk.library.close()
