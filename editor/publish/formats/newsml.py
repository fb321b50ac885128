"""NewsML-G2 2.35 (IPTC): one article as one ``newsItem`` at power conformance, valid against the standard's schema.

The text stands in it as XHTML, exactly as signed as Markdown, and its proof as JSON, all three as renditions; pictures
lie beside it and are named with their hash. Sign-offs are hops: who has handled the item, in their order.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from editor.publish.formats import corrected, page
from editor.publish.formats.characters import XML, require
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.formats.proof import proof_plain
from editor.publish.words import level_name, moment, role_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from editor.article import Slip
    from editor.publish.package import Gone, Package

    Element: TypeAlias = Any

EXTENSION = "xml"

_NAR = "http://iptc.org/std/nar/2006-10-01/"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML = "http://www.w3.org/XML/1998/namespace"
_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
_ONE_LINE = str.maketrans("\t\n\r", "   ")
"""Names, keywords and labels are one line in the standard (``g2normalizedString``)."""
_AS_IT_IS = frozenset({"inlineData", "headline", "description"})
_OURS = "urn:gaotai:"
"""Begins the URIs of terms for which the IPTC has none: they are ours, and `name` says them in words."""


def render(package: Package) -> bytes:
    """The document, UTF-8, indented by two blanks outside the text.

    Raises:
        EditorError: The article has a character that XML cannot hold (exit 6).
    """
    require(package, XML)
    root = _root(package.name, str(package.article.variant), _version(package.modified_at))
    _hops(root, package)
    _meta(root, package)
    _content_meta(root, package)
    _content(root, package)
    return _written(root)


def notice(gone: Gone) -> bytes:
    """An item with the status ``canceled``: receivers take down what they have."""
    root = _root(gone.name, str(gone.variant), _version(gone.at))
    meta = _add(root, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    _add(meta, "provider", uri=f"{_OURS}newsroom")
    _add(meta, "versionCreated", _time(gone.at))
    _add(meta, "pubStatus", qcode="stat:canceled")
    return _written(root)


def _written(root: Element) -> bytes:
    """Lines and indents in what is said of the article; never in its text, where a blank would be one."""
    root.text = "\n"
    for part in root:
        if part.tag != f"{{{_NAR}}}contentSet":
            etree.indent(part)
        part.tail = "\n"
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _root(name: str, language: str, version: int) -> Element:
    root = etree.Element(f"{{{_NAR}}}newsItem", nsmap={None: _NAR})  # type: ignore[dict-item]
    given = {
        "standard": "NewsML-G2",
        "standardversion": "2.35",
        "conformance": "power",
        "guid": f"{_OURS}{name}",
        "version": str(version),
        f"{{{_XML}}}lang": language,
    }
    for key, value in given.items():
        root.set(key, value)
    _add(root, "catalogRef", href=_CATALOG)
    return root


def _version(at: str) -> int:
    """Versions count up (they are positive numbers): the moment in UTC, ``20210919120000``."""
    found = moment(at)
    return int(f"{found.astimezone(UTC):%Y%m%d%H%M%S}") if found else 1


def _add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    made = etree.SubElement(parent, f"{{{_NAR}}}{tag}")
    for key, value in attributes.items():
        made.set(key, value.translate(_ONE_LINE))
    made.text = (text if tag in _AS_IT_IS else text.translate(_ONE_LINE)) or None
    return made


def _named(parent: Element, tag: str, name: str, /, **attributes: str) -> Element:
    """A concept with its name in words."""
    made = _add(parent, tag, **attributes)
    _add(made, "name", name)
    return made


def _time(text: str) -> str:
    found = moment(text)
    return found.isoformat(timespec="seconds") if found else text


def _hops(root: Element, package: Package) -> None:
    signs = package.proof.sign_offs
    if not signs:
        return
    history = _add(root, "hopHistory")
    for at, sign in enumerate(signs, 1):
        hop = _add(history, "hop", seq=str(at), timestamp=_time(sign.at))
        _named(hop, "party", sign.name, literal=sign.member)
        name = level_name(sign.label, package.article.variant)
        _named(hop, "action", name, uri=f"{_OURS}sign:{sign.level}", timestamp=_time(sign.at))


def _meta(root: Element, package: Package) -> None:
    slip, proof = package.article.slip, package.proof
    meta = _add(root, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    _add(meta, "provider", uri=f"{_OURS}newsroom:{proof.newsroom}")
    _add(meta, "versionCreated", _time(package.modified_at))
    if moment(page.published_at(package)):
        _add(meta, "firstCreated", _time(page.published_at(package)))
    if moment(slip.embargo):
        _add(meta, "embargoed", _time(slip.embargo))
    _add(meta, "pubStatus", qcode="stat:usable")
    _add(meta, "generator", "Gaotai")
    if slip.headline:
        _add(meta, "title", slip.headline)
    if told := corrected.told(slip, package.article.variant):
        _add(meta, "edNote", told)
        _add(meta, "signal", qcode="sig:correction")
    for related in package.related:
        kind = "correction-notice" if related.notice else "corrects"
        _named(meta, "link", related.headline, reluri=f"{_OURS}{kind}", residref=f"{_OURS}{related.name}")


def _content_meta(root: Element, package: Package) -> None:
    slip, variant = package.article.slip, package.article.variant
    meta = _add(root, "contentMeta")
    if slip.dateline:
        _named(meta, "located", slip.dateline)
    _sources(meta, slip)
    for credit in slip.byline:
        label = credit.label or role_name(credit.role, variant)
        writer = credit.role in {"author", "reporter", "trainee", "intern", "special_correspondent", "stringer"}
        _person(meta, "creator" if writer else "contributor", credit.name, credit.role, label)
    for role, names in (
        ("editor", slip.editor),
        ("responsible_editor", slip.responsible_editor),
        ("original_author", slip.original_authors),
    ):
        for name in names.split():
            _person(meta, "contributor", name, role, role_name(role, variant))
    for role, value in _identifiers(package):
        _add(meta, "altId", value, roleuri=f"{_OURS}{role}")
    _add(meta, "language", tag=str(variant))
    _topics(meta, package)
    for tag, role, text in _texts(package):
        _add(meta, tag, text, **({"roleuri": f"{_OURS}{role}"} if role else {}))


def _person(meta: Element, tag: str, name: str, role: str, label: str) -> None:
    person = _named(meta, tag, name, roleuri=f"{_OURS}role:{role}")
    if label:
        related = _add(person, "related", reluri=f"{_OURS}printed-role", literal=role)
        _add(related, "name", label)


def _sources(meta: Element, slip: Slip) -> None:
    for name in slip.source.split():
        _named(meta, "infoSource", name)


def _identifiers(package: Package) -> Sequence[tuple[str, str]]:
    slip, proof = package.article.slip, package.proof
    given = (
        ("number", slip.number),
        ("revision", proof.revision),
        ("covers", proof.covers),
        ("original-headline", slip.original_headline),
        ("origin", str(slip.origin or "")),
        ("origin-address", page.web_address(slip.origin_url)),
    )
    return [(role, value) for role, value in given if value]


def _topics(meta: Element, package: Package) -> None:
    slip = package.article.slip
    if slip.genre:
        _named(meta, "genre", page.genre_name(slip, package.article.variant), literal=slip.genre)
    for keyword in slip.keywords:
        _add(meta, "keyword", keyword)
    if slip.column:
        _named(meta, "subject", slip.column, literal=slip.column)


def _texts(package: Package) -> Sequence[tuple[str, str, str]]:
    """Element, role and text of what is printed above the body."""
    slip = package.article.slip
    given = (
        ("slugline", "", slip.number),
        ("headline", "", slip.headline),
        ("headline", "kicker", slip.kicker),
        ("headline", "subheadline", slip.subheadline),
        ("dateline", "", slip.dateline),
        ("by", "", page.byline_text(slip, package.article.variant)),
        ("description", "summary", slip.summary),
    )
    return [(tag, role, text) for tag, role, text in given if text]


def _content(root: Element, package: Package) -> None:
    content = _add(root, "contentSet")
    files = {name: f"{ASSETS}/{asset_file(name, asset.mime)}" for name, asset in package.assets.items()}
    inline = _add(content, "inlineXML", contenttype="application/xhtml+xml", renditionuri=f"{_OURS}rendition:page")
    inline.append(_document(package, lambda source: files.get(source.removeprefix("asset:"), page.web_address(source))))
    _add(content, "inlineData", package.text, contenttype="text/markdown", renditionuri=f"{_OURS}rendition:signed-text")
    proof = json.dumps(proof_plain(package), ensure_ascii=False, separators=(",", ":"))
    _add(content, "inlineData", proof, contenttype="application/json", renditionuri=f"{_OURS}rendition:proof")
    for name in page.pictures(package):
        asset = package.assets[name]
        remote = _add(content, "remoteContent", href=files[name], contenttype=asset.mime, size=str(asset.size))
        remote.set("renditionuri", f"{_OURS}rendition:picture")
        _add(remote, "hash", name, hashtypeuri=f"{_OURS}sha256")


def _document(package: Package, address: Callable[[str], str]) -> Element:
    """The text as an XHTML page."""
    made = etree.Element(f"{{{_XHTML}}}html", nsmap={None: _XHTML})  # type: ignore[dict-item]
    made.set(f"{{{_XML}}}lang", str(package.article.variant))
    head = etree.SubElement(made, f"{{{_XHTML}}}head")
    etree.SubElement(head, f"{{{_XHTML}}}title").text = package.article.slip.headline
    made.append(_body(str(page.body_html(package, address))))
    return made


def _body(text: str) -> Element:
    """HTML of our own writer as the body of an XHTML page."""
    body = html.fragment_fromstring(text, create_parent="body")
    for element in body.iter(etree.Element):
        element.tag = f"{{{_XHTML}}}{element.tag}"
    return body
