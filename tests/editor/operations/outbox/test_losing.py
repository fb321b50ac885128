"""A kind that takes no pictures gets no article with one: what would be missing there is named."""

from __future__ import annotations

import pytest

from editor.publish.targets.destination import Traits
from editor.store.outbox import State
from tests.editor.operations.newsroom import WRITER, change, own_article, passed
from tests.editor.operations.outbox.sending import jobs, send, signed, worked
from tests.editor.operations.outbox.system import Place, System

PICTURE = "https://pictures.example/sky.png"


@pytest.mark.parametrize("pictures", [True, False])
def test_an_article_with_a_picture_is_held_where_none_is_taken(desk, pictures):
    with_picture = own_article(desk)
    change(desk, with_picture, WRITER, "\n\n", f"\n\n![空中看渠]({PICTURE})\n\n")
    names = [signed(desk), passed(desk, with_picture)]
    place = Place(System(), Traits(drafts=True, pictures=pictures, settle=0.0))
    send(desk, *names)
    worked(desk, place)
    states = {job.article: job.state for job in jobs(desk)}
    assert states == {names[0]: State.DONE, names[1]: State.DONE if pictures else State.HELD}
    assert len(place.system.things) == 1 + pictures
    held = [job.reason for job in jobs(desk) if job.state == State.HELD]
    assert [reason["losses"] for reason in held] == [[["no_pictures", "content", PICTURE, True]]] * (not pictures)
