"""The disposal sheet on the screen: lists that still name an article, and what nobody could look at."""

from __future__ import annotations

import pytest

from editor.records.disposal import DisposalSheet, Looked, PlaceOfArticle, SpotLooked
from ui.outbox.disposal import DisposalDialog
from ui.sentences import Sentences

AT = "2026-03-05T10:22:00+08:00"
GONE = SpotLooked("list", "https://x/", "gone", "", AT)
THERE = SpotLooked("feed", "https://x/feed/", "there", "address", AT)
BUSY = SpotLooked("map", "https://x/map.xml", "unseen", "503", AT)
DRAFT = SpotLooked("", "", "unseen", "drafts", AT)


def shown(qtbot, look, *spots):
    """Words and tool tip of the column of what a visitor gets."""
    looks = (Looked("https://x/1", 404, AT),) if spots != (DRAFT,) else ()
    place = PlaceOfArticle(
        "a1", "", "官网", "system", "https://x/1", (), AT, "", "down", "", {}, AT, "", looks, "", spots
    )  # fmt: skip
    sheet = DisposalSheet(
        "a1", "1", "春灌", "要闻", "takedown", AT, "陈衡", "", "", "", "", "e", "n", AT, (place,)
    )  # fmt: skip
    dialog = DisposalDialog(look, Sentences("en"))
    qtbot.addWidget(dialog)
    dialog.show_sheet(sheet)
    item = dialog.places.topLevelItem(0)
    return item.text(3), item.toolTip(3)


@pytest.mark.parametrize(
    ("spots", "told", "more"),
    [
        ((GONE,), "404 · lists: nothing left", ""),
        ((GONE, BUSY), "404 · lists: nothing left · not all looked at", "https://x/map.xml the answer was 503"),
        ((GONE, THERE), "404 · a list still names it", "https://x/feed/"),
        ((DRAFT,), "not looked at", "a draft that readers never saw was deleted; there is no public page to look at"),
        ((), "404", ""),
    ],
)
def test_what_lists_showed_is_told_and_why_the_rest_was_not_looked_at(qtbot, look, spots, told, more):
    assert shown(qtbot, look, *spots) == (told, more)
