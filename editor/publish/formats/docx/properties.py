"""Properties of a DOCX file: what programs list without opening it, and which revision was signed."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from lxml import etree

from editor.publish.formats import page as pages
from editor.publish.words import moment

if TYPE_CHECKING:
    from editor.publish.package import Package

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_VALUES = f"{_OFFICE}/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties of people's own belong to (ECMA-376 part 1, 15.2.12.2)."""
_FIRST = 2  # ids 0 and 1 are reserved


def core(package: Package) -> bytes:
    """``docProps/core.xml``."""
    slip = package.article.slip
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    given = (
        (_DC, "title", slip.headline),
        (_DC, "subject", slip.subheadline),
        (_DC, "creator", "; ".join(credit.name for credit in slip.byline)),
        (_CORE, "keywords", "; ".join(slip.keywords)),
        (_DC, "description", slip.summary),
        (_CORE, "category", slip.column),
        (_DC, "identifier", slip.number),
        (_DC, "language", str(package.article.variant)),
    )
    for space, tag, text in given:
        if text:
            etree.SubElement(root, f"{{{space}}}{tag}").text = text
    for tag, at in (("created", pages.published_at(package)), ("modified", package.modified_at)):
        if found := moment(at):
            made = etree.SubElement(root, f"{{{_TERMS}}}{tag}")
            made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            made.text = f"{found.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def program() -> bytes:
    """``docProps/app.xml``."""
    space = f"{_OFFICE}/extended-properties"
    root = etree.Element(f"{{{space}}}Properties", nsmap={None: space})  # type: ignore[dict-item]
    etree.SubElement(root, f"{{{space}}}Application").text = "Gaotai"
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def custom(package: Package) -> bytes:
    """``docProps/custom.xml``: the ids with which the file can be traced to what was signed."""
    space = f"{_OFFICE}/custom-properties"
    root = etree.Element(f"{{{space}}}Properties", nsmap={None: space, "vt": _VALUES})  # type: ignore[dict-item]
    given = {
        "gaotai-name": package.name,
        "gaotai-revision": package.proof.revision,
        "gaotai-covers": package.proof.covers,
        "gaotai-newsroom": package.proof.newsroom,
    }
    for at, (label, text) in enumerate(given.items(), _FIRST):
        made = etree.SubElement(root, f"{{{space}}}property", fmtid=_FORMAT, pid=str(at), name=label)
        etree.SubElement(made, f"{{{_VALUES}}}lpwstr").text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
