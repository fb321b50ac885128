"""A signed article as PDF, as Poppler sees it: every font is in the file, and the text can be copied out."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from editor.publish.formats import pdf
from tests.editor.publish.formats.type_set import why_not
from tests.editor.publish.sample_packages import full


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    if why_not():
        pytest.skip(why_not())
    place = tmp_path_factory.mktemp("pdf") / "a.pdf"
    place.write_bytes(pdf.render(full()))
    return place


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="pdffonts is not here")
def test_every_font_is_embedded_in_part(file):
    told = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()
    names = told[0].index("emb")
    fonts = [line[names:].split()[:2] for line in told[2:]]
    assert fonts
    assert all(embedded == "yes" and subset == "yes" for embedded, subset in fonts)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here")
def test_text_and_sign_offs_can_be_copied_out(file):
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    text = "".join(told.split())
    for wanted in ("“清水河”综合治理工程全线完工", "柳溪镇5.28600", "责编：何一苇一审：林知远二审：宋清和三审：高砚秋"):
        assert wanted in text
    assert not [line for line in told.splitlines() if line.strip()[:1] in set("，。、；：？！”’）》")]  # 避头尾
