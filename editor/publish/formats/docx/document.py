"""A DOCX file from its parts: slip, titles, text, sign-offs; styles, numbers, notes, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import resources
from editor.markup.blocks import Footnote
from editor.publish.formats import page as pages
from editor.publish.formats import txt
from editor.publish.formats.characters import XML, require
from editor.publish.formats.docx.archive import Relations, content_types, packed
from editor.publish.formats.docx.body import Body
from editor.publish.formats.docx.inline import Inline
from editor.publish.formats.docx.look import HEIGHT, MANUSCRIPT, WIDTH, fonts_of, language_of
from editor.publish.formats.docx.pictures import Pictures
from editor.publish.formats.docx.properties import core, custom, program
from editor.publish.formats.docx.slip import running_head, slip_table
from editor.publish.formats.docx.xml import name, paragraph, run, value, w, written
from editor.publish.formats.notes import numbered
from editor.publish.formats.terms import terms_of
from editor.publish.template import Html, Template
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.article import Variant
    from editor.publish.formats.docx.look import Page
    from editor.publish.formats.docx.xml import Element
    from editor.publish.package import Gone, Package

_FOLDER = "templates/formats/docx"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_KINDS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_TITLE_SIZE, _HEADING_SIZE = 44, 36  # 二号, 小二
_TITLE_LINE = 640


def article(package: Package, page: Page) -> bytes:
    """The file of an article (see `docx.render`)."""
    require(package, XML)
    relations = Relations()
    numbers = numbered(package.article.blocks)
    inline = Inline(numbers, relations, notes=True)
    pictures = Pictures(package.assets, relations, page)
    body = Body(inline, pictures, page, terms_of(package.article.variant)["picture"])
    text = list(body.elements(pages.with_dateline(package)))
    content = [
        *slip_table(package, page),
        *_opening(package),
        *text,
        *_unnamed(package, inline, Inline(numbers, relations, notes=False)),
        *_closing(package),
    ]
    files = {
        "word/numbering.xml": written(body.lists.part()),
        "docProps/core.xml": core(package),
        "docProps/custom.xml": custom(package),
        **pictures.files,
        **_notes(package, inline.referred, numbers),
        **({"word/header1.xml": written(_header(head))} if (head := running_head(package)) else {}),
    }
    return _file(package.article.variant, page, content, relations, files)


def withdrawn(gone: Gone) -> bytes:
    """What stands in place of a withdrawn article."""
    words = words_of(gone.variant)
    content = [
        paragraph("Title", run(words["notice_title"])),
        paragraph("BodyText", run(words["notice_text"])),
        paragraph("SignOff", run(f"{words['notice_at']}：{shown_time(gone.at)}")),
    ]
    return _file(gone.variant, MANUSCRIPT, content, Relations(), {})


def _file(variant: Variant, page: Page, content: list[Element], relations: Relations, files: dict[str, bytes]) -> bytes:
    for kind in ("styles", "settings"):
        relations.to(kind, f"{kind}.xml")
    for kind in ("numbering", "footnotes"):
        if f"word/{kind}.xml" in files:
            relations.to(kind, f"{kind}.xml")
    borders = [("header", relations.to("header", "header1.xml"))] if "word/header1.xml" in files else []
    borders.append(("footer", relations.to("footer", "footer1.xml")))
    root = w("document", w("body", *content, _section(page, borders)))
    whole = {
        "word/document.xml": written(root),
        "word/_rels/document.xml.rels": relations.written(),
        "word/styles.xml": _styles(variant, page),
        "word/settings.xml": _settings(variant, notes="word/footnotes.xml" in files),
        "word/footer1.xml": written(_footer()),
        "docProps/app.xml": program(),
        **files,
    }
    top = Relations()
    top.to("officeDocument", "word/document.xml")
    for kind, path in ((_METADATA, "core"), ("extended-properties", "app"), ("custom-properties", "custom")):
        if f"docProps/{path}.xml" in whole:
            top.to(kind, f"docProps/{path}.xml")
    kinds = {path: _KINDS[path] for path in whole if path in _KINDS}
    return packed({"[Content_Types].xml": content_types(kinds), "_rels/.rels": top.written(), **whole})


def _section(page: Page, borders: list[tuple[str, str]]) -> Element:
    references = []
    for kind, relation in borders:
        references.append(w(f"{kind}Reference", type="default"))
        references[-1].set(name("r:id"), relation)
    size = w("pgSz", w=WIDTH, h=HEIGHT)
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    return w(
        "sectPr",
        *references,
        size,
        w("pgMar", **margins, header=851, footer=992, gutter=0),
        w("docGrid", type=page.grid, linePitch=page.line, charSpace=0),
    )


def _header(text: str) -> Element:
    return w("hdr", paragraph("Header", run(text)))


def _footer() -> Element:
    """The number of the page between two dashes."""
    instruction = w("instrText", " PAGE ")
    number = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return w("ftr", paragraph("Footer", run("— "), *number, run(" —")))


def _styles(variant: Variant, page: Page) -> bytes:
    fonts = fonts_of(variant)
    small = page.size - 4
    values = {
        "body": fonts.body,
        "title": fonts.title,
        "heading": fonts.heading,
        "quote": fonts.quote,
        "language": language_of(variant),
        "size": page.size,
        "small": small,
        "indent": page.size * 20,  # two characters: half points × 10 twips × 2
        "half": page.size * 10,
        "title_size": _TITLE_SIZE,
        "title_line": _TITLE_LINE,
        "heading_size": _HEADING_SIZE,
    }
    return _filled("styles.xml", **{key: str(item) for key, item in values.items()})


def _settings(variant: Variant, *, notes: bool) -> bytes:
    separators = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>\n' if notes else ""
    return _filled("settings.xml", language=language_of(variant), notes=Html(separators))


def _filled(file: str, **values: str) -> bytes:
    return Template(resources.text(f"{_FOLDER}/{file}"))(**values).encode()


def _opening(package: Package) -> Iterator[Element]:
    slip, variant = package.article.slip, package.article.variant
    if slip.kicker:
        yield paragraph("Kicker", run(slip.kicker))
    yield paragraph("Title", *([run(slip.headline)] if slip.headline else []))
    if slip.subheadline:
        yield paragraph("Subtitle", run(slip.subheadline))
    if byline := pages.byline_text(slip, variant):
        yield paragraph("Byline", run(byline))


def _closing(package: Package) -> Iterator[Element]:
    """Who has passed it, and what a reprint came from."""
    for line in txt.signed_lines(package):
        yield paragraph("SignOff", run(line))
    for label, text in pages.detail_lines(package):
        yield paragraph("TableText", run(f"{label}：{text}"))


def _texts_of_notes(package: Package) -> dict[str, Footnote]:
    return {block.label: block for block in package.article.blocks if isinstance(block, Footnote)}


def _unnamed(package: Package, written_inline: Inline, inline: Inline) -> Iterator[Element]:
    """Footnotes that the text does not name: no office program shows them, so they stand under it."""
    numbers = numbered(package.article.blocks)
    left = {label: note for label, note in _texts_of_notes(package).items() if label not in written_inline.referred}
    for label in sorted(left, key=lambda each: numbers[each]):
        yield paragraph("FootnoteText", run(f"[{numbers[label]}] "), *inline(left[label].runs))


def _notes(package: Package, referred: list[str], numbers: Mapping[str, int]) -> dict[str, bytes]:
    """The part of the footnotes and its relations; {} when there are none."""
    if not referred:
        return {}
    relations = Relations()
    inline = Inline(numbers, relations, notes=False)
    texts = _texts_of_notes(package)
    notes = [_separator(-1, "separator"), _separator(0, "continuationSeparator")]
    for identifier, label in enumerate(referred, 1):
        mark = w("r", w("rPr", value("rStyle", "FootnoteReference")), w("footnoteRef"))
        body = paragraph("FootnoteText", mark, run(" "), *inline(texts[label].runs))
        notes.append(w("footnote", body, id=identifier))
    files = {"word/footnotes.xml": written(w("footnotes", *notes))}
    return files | ({"word/_rels/footnotes.xml.rels": relations.written()} if relations else {})


def _separator(identifier: int, kind: str) -> Element:
    return w("footnote", paragraph("FootnoteText", w("r", w(kind))), type=kind, id=identifier)
