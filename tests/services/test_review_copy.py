"""A review copy as another program reads it: numbers stand beside their lines, and no line begins with a comma."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from editor.operations import copying
from editor.publish.formats import review_pdf
from tests.editor.operations.newsroom import founded_desk, own_article


@pytest.fixture
def desk(tmp_path):
    return founded_desk(tmp_path / "library")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here")
def test_numbers_stand_beside_their_lines_and_go_on_over_pages(desk, tmp_path):
    text = "\n\n".join(f"第{n}段：" + "春灌开闸放水，值班人员记录水位。" * 5 for n in range(20)) + "\n"
    pdf = review_pdf.render(copying.review_page(desk, own_article(desk, text)).html)
    file = tmp_path / "copy.pdf"
    file.write_bytes(pdf.data)
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    numbers = [int(found[1]) for line in told.splitlines() if (found := re.match(r"\s*(\d+)(?:\s|$)", line))]
    body = [number for number in numbers if number <= pdf.lines]
    assert set(range(1, pdf.lines + 1)) <= set(body)
    starts = [line.strip()[0:1] for line in told.splitlines() if line.strip()]
    assert not [start for start in starts if start in "，。、；：？！”’）》"]  # 避头尾
