"""Names of files from disks that were filled in another encoding."""

from __future__ import annotations

import os

import pytest

from editor.intake.file_names import readable

READ = [
    ("通稿.txt".encode("gb18030"), "通稿.txt"),
    ("通稿.txt".encode(), "通稿.txt"),
    (b"plain.txt", "plain.txt"),
    (b"\xff.txt", "\\xff.txt"),
]


@pytest.mark.parametrize(("data", "shown"), READ)
def test_a_name_is_read_as_its_writer_saw_it(data, shown):
    assert readable(os.fsdecode(data)) == shown


def test_a_name_that_is_text_stays_as_it_is():
    assert readable("稿件𠮷 .txt") == "稿件𠮷 .txt"
