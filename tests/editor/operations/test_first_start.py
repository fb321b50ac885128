"""The first minute: one name to sign with, or a sample newsroom."""

from __future__ import annotations

from collections import Counter

import pytest

from editor.errors import EditorError
from editor.operations import articles
from editor.operations.auditing import verify
from editor.operations.chronicle import timeline
from editor.operations.first_start import is_sample, start, start_sample
from editor.operations.originals import differences
from editor.operations.people import colleagues
from editor.operations.reviewing import countercheck, sign
from editor.operations.standing import waiting
from editor.store import listing
from tests.editor.operations.newsroom import CHIEF, empty_desk


@pytest.fixture
def desk(tmp_path):
    desk = empty_desk(tmp_path / "library")
    yield desk
    desk.library.close()


def rows(desk):
    with desk.reading() as session:
        return listing.every(session.connection, session.newsroom)


def test_one_name_founds_a_newsroom(desk):
    done = start(desk, CHIEF)
    assert done.founder
    (member,) = colleagues(desk)
    assert (member.name, member.here, member.pin) == (CHIEF, True, False)
    assert not is_sample(desk)
    for again in (lambda: start(desk, CHIEF), lambda: start_sample(desk, desk.kept)):
        with pytest.raises(EditorError) as caught:
            again()
        assert caught.value.code == "founded_already"


def test_the_sample_newsroom_has_people_and_articles_in_every_state_and_obeys_every_rule(desk, tmp_path):
    done = start_sample(desk, tmp_path / "site")
    assert is_sample(desk)
    assert [name for _, name in done.people] == ["林晓禾", "周明远", "何静宜", "陈书衡"]
    states = Counter(row.state for row in rows(desk))
    assert set(states) == {
        "draft",
        "level1",
        "level2",
        "level3",
        "returned",
        "held",
        "refused",
        "approved",
        "sent",
        "withdrawn",
    }
    assert sum(states.values()) == len(done.articles)
    assert verify(desk).problems == ()
    assert len({row.number for row in rows(desk)}) == len(done.articles)
    site = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "河堤步道全线贯通" in site
    assert "路段停水" not in site


def test_work_in_the_sample_newsroom_goes_on(desk, tmp_path):
    done = start_sample(desk, tmp_path / "site")
    with desk.reading() as session:
        sheets = [articles.find(session, name) for name in done.articles]
        owing = [sheet.name for sheet in sheets if sheet.standing.obstacle == "no_countercheck"]
        reprints = [differences(session, s) for s in sheets if s.content.slip.origin == "reprint"]
    assert reprints == [(), ()]
    (name,) = owing
    assert waiting(desk, name).action == "countercheck"
    assert countercheck(desk, name, "何静宜").state == "approved"
    due = [row.name for row in rows(desk) if row.state == "level3"]
    assert sign(desk, due[0], 3, "陈书衡").state == "approved"
    assert all(timeline(desk, row.name) for row in rows(desk) if row.state != "draft")


def test_when_it_cannot_be_founded_whole_nothing_of_it_is_there(desk, tmp_path):
    (tmp_path / "site").write_text("a file where a folder is needed", encoding="utf-8")
    with pytest.raises(EditorError):
        start_sample(desk, tmp_path / "site")
    assert rows(desk) == []
    assert colleagues(desk) == ()
    assert start(desk, CHIEF).founder
