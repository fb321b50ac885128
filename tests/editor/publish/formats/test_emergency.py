"""应急稿包: everything that another computer needs, under names that every system takes."""

from __future__ import annotations

import hashlib
import io
import zipfile

from editor.article import Variant
from editor.intake import take_in
from editor.intake.docx import take_in_docx
from editor.publish.formats import emergency
from tests.editor.publish.formats.any_package import wild
from tests.editor.publish.sample_packages import changed, package, png


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_article_has_a_folder_with_its_files_and_pictures():
    one, other = package(1, pictures=(png(),)), package(2, Variant.ZH_TW)
    files = unpacked(emergency.packed([one, other]))
    first, second = "01 0918-A01 清水河治理工程第1期完工", "02 0918-A02 zh-TW 清水河治理工程第2期完工"
    assert set(files) == {
        "00 清单.txt",
        f"{first}/{first[3:]}.docx",
        f"{first}/{first[3:]}.txt",
        f"{first}/图1.png",
        f"{second}/{second[3:]}.docx",
        f"{second}/{second[3:]}.txt",
    }
    assert files[f"{first}/图1.png"] == png()
    assert take_in_docx(files[f"{first}/{first[3:]}.docx"]).slip.headline == one.article.slip.headline
    assert take_in(files[f"{first}/{first[3:]}.txt"], "a.txt").slip.headline == one.article.slip.headline


def test_the_list_says_who_has_passed_what():
    one = package()
    text = unpacked(emergency.packed([one]))["00 清单.txt"].decode("utf-8-sig")
    assert one.proof.covers in text
    assert "一审：林知远" in text
    assert "2021年9月19日 23:05" in text
    assert text.count("\n") == text.count("\r\n")


def test_names_are_safe_whatever_a_headline_says():
    packages = [wild(seed) for seed in range(15)] + [changed(package(), headline="../../etc: <a>|?*", number='a/b\\c"')]
    files = unpacked(emergency.packed(packages))
    for name in files:
        assert name.count("/") <= 1
        assert not [character for character in name if character in '\\:*?"<>|\n\t' or ord(character) < 32]
        assert not any(part in {"", ".", ".."} or part.endswith((" ", ".")) for part in name.split("/"))
    assert len({name.casefold() for name in files}) == len(files)
    assert len([name for name in files if name.endswith(".docx")]) == len(packages)


def test_the_same_packages_are_always_the_same_bytes():
    made = [emergency.packed([package(pictures=(png(),))]) for _ in range(2)]
    assert hashlib.sha256(made[0]).digest() == hashlib.sha256(made[1]).digest()
