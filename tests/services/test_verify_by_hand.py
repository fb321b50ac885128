"""The instructions of docs/verify-by-hand.md, typed as they stand there, on a page as it is published."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import package

PAGE = Path(__file__).resolve().parents[2] / "docs" / "verify-by-hand.md"
TOOLS = ("openssl", "sha256sum", "sed", "base64", "python3", "sh")

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}, and one of them is not here"
)


def steps() -> list[str]:
    """The commands of the page, in order."""
    return re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with a page saved from a site whose texts are as awkward as they come."""
    one = package(3, headline="引号“”'\"、<b>、&amp; 与 100% #1", text="一段正文：a<b && 'c'，50%。\n\n第二段#\n")
    SiteTarget(tmp_path / "site").deliver([one], ())
    saved = tmp_path / "work"
    saved.mkdir()
    shutil.copy(tmp_path / "site" / "articles" / f"{one.name}.html", saved / "page.html")
    return saved


def test_the_commands_of_the_page_find_a_published_proof_good(folder):
    extract, apart, check, compare = steps()
    for command in (extract, apart):
        done = typed(command, folder)
        assert (done.returncode, done.stderr) == (0, "")
    checked = typed(check, folder)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert checked.stdout.count("Signature Verified Successfully") == checked.stdout.count("body: OK") == 4
    lines = typed(compare, folder).stdout.splitlines()
    assert lines[1:] == [f'"covers":{{"web":"{lines[0].split()[0]}"}}'] * 3


def test_the_commands_of_the_page_notice_one_changed_byte(folder):
    extract, apart, check, _ = steps()
    typed(extract, folder)
    typed(apart, folder)
    body = next((folder / "entries").iterdir()) / "body"
    data = body.read_bytes()
    body.write_bytes(data[:-2] + b"x" + data[-1:])
    assert typed(check, folder).returncode != 0
