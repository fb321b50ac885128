"""应急稿包: signed articles for any other computer, for the day on which nothing else works.

One ZIP with a list and, for each article, a folder with its DOCX, its plain text and its pictures, numbered as the text
numbers them. Only signed packages go in, as everywhere; that it was made is noted by whoever makes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.publish.formats import docx, page, txt
from editor.publish.formats.pictures import asset_file
from editor.publish.formats.terms import terms_of
from editor.publish.words import shown_time, variant_name, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.publish.package import Package

EXTENSION = "zip"

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\s]+")
"""What file names of Windows, macOS or Linux may not have, and blanks, which become one."""
_LONGEST = 40
_LIST = "00 清单.txt"


def packed(packages: Iterable[Package]) -> bytes:
    """The archive; the same packages in the same order are always the same bytes.

    Raises:
        EditorError: An article has a character that XML cannot hold (exit 6).
    """
    from editor.publish.formats.docx.archive import packed as archive  # noqa: PLC0415  (lxml)

    files: dict[str, bytes] = {}
    entries: list[str] = []
    for number, package in enumerate(packages, 1):
        folder = f"{number:02} {_name(package)}"
        for name, data in _files(package):
            files[f"{folder}/{name}"] = data
        entries += [*_entry(package, folder), ""]
    text = "\r\n".join(entries)
    return archive({_LIST: text.encode("utf-8-sig"), **files})


def _name(package: Package) -> str:
    """稿号 and headline as a file may be called; with the variant where it is not the article's own."""
    slip = package.article.slip
    variant = package.name.partition("@")[2]
    parts = (slip.number or package.article.id, variant, slip.headline[:_LONGEST])
    return _UNSAFE.sub(" ", " ".join(part for part in parts if part)).strip(" .")


def _files(package: Package) -> Iterator[tuple[str, bytes]]:
    name = _name(package)
    yield f"{name}.docx", docx.render(package)
    yield f"{name}.txt", txt.render(package, charset="utf-8-sig", line_end="\r\n")
    word = terms_of(package.article.variant)["picture"]
    for number, identifier in _numbered(package):
        asset = package.assets[identifier]
        yield asset_file(f"{word}{number}", asset.mime), asset.read()


def _numbered(package: Package) -> Iterator[tuple[int, str]]:
    """Number in the text and id of every picture that is here, each once."""
    seen: set[str] = set()
    for number, source in enumerate(page.picture_sources(package), 1):
        identifier = source.removeprefix("asset:")
        if identifier in package.assets and identifier not in seen:
            seen.add(identifier)
            yield number, identifier


def _entry(package: Package, folder: str) -> list[str]:
    """What the list says of an article: who has passed it, and what was signed."""
    slip, variant = package.article.slip, package.article.variant
    words = words_of(variant)
    signs = txt.INDENT.join(f"{sign.name} {shown_time(sign.at)}" for sign in package.proof.sign_offs)
    return [
        folder,
        f"{slip.headline}（{variant_name(str(variant), traditional=variant.traditional)}）",
        *([f"{terms_of(variant)['embargo']}：{shown_time(slip.embargo)}"] if slip.embargo else []),
        *txt.signed_lines(package),
        f"{words['at']}：{signs}",
        f"{words['covers']}：{package.proof.covers}",
    ]
