"""Whole pages of many houses, compared field by field with what a person would put into the slip."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from editor.intake import Intake, take_in
from editor.markup.blocks import block_text

_FOLDER = Path(__file__).parent / "data" / "houses"
PAGES: list[dict[str, Any]] = [
    page for file in sorted(_FOLDER.glob("*.toml")) for page in tomllib.loads(file.read_text("utf-8"))["pages"]
]
_TEXTS = (
    "kicker", "headline", "subheadline", "source", "published_at", "editor", "responsible_editor", "column", "summary",
    "original_headline", "origin_url", "dateline",
)  # fmt: skip
_MARKS = {"h2": "## ", "h3": "### ", "paragraph": ""}


def filled_in(intake: Intake) -> dict[str, object]:
    """The slip and the blocks as the files of pages write them, empty ones left out."""
    slip = intake.slip
    found: dict[str, object] = {name: getattr(slip, name) for name in _TEXTS}
    found["by"] = [f"{person.role}/{person.label}/{person.name}" for person in slip.byline]
    found["credits"] = [f"{person.label}/{person.name}" for person in slip.page_credits]
    found["keywords"] = list(slip.keywords)
    found["origin"] = slip.origin.value if slip.origin else ""
    found["body"] = [
        _MARKS.get(block.kind, f"[{block.kind}] ") + block_text(block).replace("\t", "\\t").replace("\n", "\\n")
        for block in intake.blocks
    ]
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_a_page_becomes_what_a_person_would_fill_in(page: dict[str, Any]) -> None:
    wanted = {name: value for name, value in page.items() if name not in {"name", "page", "file"}}
    wanted["body"] = page["body"].strip("\n").split("\n")
    intake = take_in(page["page"].encode(), page.get("file", "a.txt"))
    assert filled_in(intake) == wanted


def test_every_page_has_its_own_name() -> None:
    assert len({page["name"] for page in PAGES}) == len(PAGES) >= 40
