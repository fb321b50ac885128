"""The sample pages that come with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import resources
from editor.intake import Intake, take_in
from editor.markup.blocks import block_text
from editor.text.repair import applied_to

SAMPLES = resources.table("samples/index.toml")["samples"]


def taken(file: str) -> Intake:
    return take_in(resources.data(f"samples/{file}"), file)


def test_the_index_lists_every_sample() -> None:
    files = {item["file"] for item in SAMPLES}
    names = {name for name in resources.names("samples", "") if not name.startswith("__")}
    assert {name for name in names if not name.endswith(".toml")} == files  # tables tell about samples
    assert len(SAMPLES) >= 6


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["file"])
def test_a_sample_is_an_article_with_its_fields(sample: dict[str, str]) -> None:
    intake = taken(sample["file"])
    assert intake.kind == sample["kind"]
    assert intake.slip.headline
    assert intake.slip.source
    assert intake.slip.byline
    assert intake.slip.published_at[:2] == "20"
    text = "".join(block_text(block) for block in intake.blocks)
    assert 300 <= len(text) <= 1500
    assert intake.blocks[-1].kind == "paragraph"
    assert not {"R03"} & {finding.rule for finding in intake.findings}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["file"])
def test_every_block_stands_in_the_repaired_original_in_its_order(sample: dict[str, str]) -> None:
    """What an article says is the page's, whoever took it in."""
    intake = taken(sample["file"])
    layout = re.compile(r"[\s\u3000#>*_~`|\\+\[\]()!&;.0-9-]+")
    page = layout.sub("", applied_to(intake.decoded, intake.repairs))
    place = 0
    for block in intake.blocks:
        for line in re.split(r"[\n\t]", block_text(block)):
            place = page.index(layout.sub("", line), place)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["file"])
def test_what_the_report_names_has_a_sentence(sample: dict[str, str]) -> None:
    intake = taken(sample["file"])
    for key in [f"intake.{loss.what}" for loss in intake.report] + [found.message for found in intake.findings]:
        assert set(resources.messages()[key]) == {"en", "zh_CN"}


def test_the_damaged_sample_reads_like_the_page_before_the_damage() -> None:
    clean = take_in((Path(__file__).parent / "data" / "tea.clean.txt").read_bytes())
    damaged = taken("tea-damaged-zh-hant.txt")
    assert damaged.slip == clean.slip
    assert damaged.blocks == clean.blocks
    assert [block.kind for block in clean.blocks].count("h2") == 3
    assert len([repair for repair in damaged.repairs if repair.applied]) > 50


def test_the_encodings_of_the_samples() -> None:
    assert taken("canteen.gb18030.txt").encoding == "gb18030"
    assert taken("leicha.big5.txt").encoding == "big5"
    assert taken("old-trees.html").encoding == "gb18030"


def test_the_broken_sample_has_whole_paragraphs() -> None:
    intake = taken("rice-broken-lines.txt")
    assert [block.kind for block in intake.blocks] == [
        "paragraph",
        "paragraph",
        "paragraph",
        "h2",
        "paragraph",
        "paragraph",
    ]
    assert all(block_text(block).endswith("。") for block in intake.blocks if block.kind == "paragraph")


def test_the_pictures_of_the_samples_keep_their_captions_whole() -> None:
    for file, caption in (
        ("bridge.html", "昨日，市民走过新开通的柳江人行天桥。"),
        ("old-trees.html", "图为认养人给古樟树挂牌。"),
        ("watchmaker.md", "姚广生在工作台前修表。"),
    ):
        pictures = [block for block in taken(file).blocks if block.kind == "image"]
        assert [(picture.caption.startswith(caption), picture.caption[-1]) for picture in pictures] == [(True, "摄")]
