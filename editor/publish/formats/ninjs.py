"""ninjs 3.1 (IPTC News in JSON): one article as one news object, valid against the schema of the standard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from editor.markup.blocks import Image, block_text
from editor.publish.formats import corrected, page
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.formats.proof import proof_plain
from editor.publish.words import level_name, moment, role_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.article import Slip, Variant
    from editor.publish.package import Gone, Package, Related

EXTENSION = "json"
STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}


def render(package: Package) -> bytes:
    """The JSON document, UTF-8, keys in the order of the standard's description, indented by one blank.

    The schema knows no fields but its own, so the proof is a body of role ``proof`` and type ``application/json``.
    """
    return written(item(package))


def written(news: Mapping[str, Any]) -> bytes:
    """A news object of any version as the bytes of a file."""
    return (json.dumps(news, ensure_ascii=False, indent=1) + "\n").encode()


def canceled(gone: Gone) -> dict[str, str]:
    """What the versions before 3.1 say of an article that was taken down, without the name of their standard."""
    return {
        "uri": f"urn:gaotai:{gone.name}",
        "type": "text",
        "language": str(gone.variant),
        "pubstatus": "canceled",
        "versioncreated": gone.at,
    }


def item(package: Package) -> dict[str, Any]:
    """The article as a news object of version 3.1; the older versions are made from it."""
    slip, variant = package.article.slip, package.article.variant
    pictures = [block for block in package.article.blocks if isinstance(block, Image)]
    made = {
        "standard": STANDARD,
        "uri": f"urn:gaotai:{package.name}",
        "type": "text",
        "representationType": "full",
        "profile": "text-photo" if pictures else "text-only",
        "version": package.proof.revision,
        "firstCreated": _time(page.published_at(package)),
        "versionCreated": _time(package.modified_at),
        "embargoedUntil": _time(slip.embargo),
        "pubStatus": "usable",
        "language": str(variant),
        "title": slip.headline,
        "slugline": slip.number,
        "by": page.byline_text(slip, variant),
        "located": slip.dateline,
        "headlines": _texts(("main", slip.headline), ("kicker", slip.kicker), ("subheadline", slip.subheadline)),
        "descriptions": _texts(("summary", slip.summary), *(("correction", note.text) for note in slip.corrections)),
        "edNote": corrected.told(slip, variant),
        "bodies": _bodies(package),
        "people": _people(package),
        "organisations": [{"name": name, "rel": "source"} for name in slip.source.split()],
        "subjects": _subjects(slip),
        "genres": _genres(slip, variant),
        "infoSources": _sources(slip),
        "associations": [
            *(_association(package, picture, at) for at, picture in enumerate(pictures, 1)),
            *(_other(related, at) for at, related in enumerate(package.related, 1)),
        ],
        "altIds": [
            {"role": role, "value": value}
            for role, value in (
                ("number", slip.number),
                ("revision", package.proof.revision),
                ("covers", package.proof.covers),
                ("original_headline", slip.original_headline),
                ("origin", str(slip.origin or "")),
                ("corrects", f"urn:gaotai:{slip.corrects}" if slip.corrects else ""),
            )
            if value
        ],
        "trustIndicators": [
            {"title": f"{level_name(sign.label, variant)} {sign.name} {sign.at}"} for sign in package.proof.sign_offs
        ],
    }
    return {key: value for key, value in made.items() if value not in ("", [], None)}


def _time(text: str) -> str:
    """A time with its zone, as RFC 3339 wants it; a date alone is its first moment in China."""
    found = moment(text)
    return found.isoformat(timespec="seconds") if found else ""


def _texts(*texts: tuple[str, str]) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in texts if value]


def _bodies(package: Package) -> list[dict[str, Any]]:
    files = {name: asset_file(name, asset.mime) for name, asset in package.assets.items()}

    def address(source: str) -> str:
        name = source.removeprefix("asset:")
        return f"{ASSETS}/{files[name]}" if name in files else page.web_address(source)

    shown = "".join(block_text(block) for block in package.article.blocks if not isinstance(block, Image))
    proof = json.dumps(proof_plain(package), ensure_ascii=False, separators=(",", ":"))
    return [
        {
            "role": "main",
            "contentType": "text/html",
            "charCount": sum(not character.isspace() for character in shown),
            "value": str(page.body_html(package, address)),
        },
        {"role": "markdown", "contentType": "text/markdown", "value": package.text},
        {"role": "proof", "contentType": "application/json", "value": proof},
    ]


def _people(package: Package) -> list[dict[str, str]]:
    slip, variant = package.article.slip, package.article.variant
    people = [
        _person(credit.name, credit.role, credit.label or role_name(credit.role, variant)) for credit in slip.byline
    ]
    people += [_person(name, "editor") for name in slip.editor.split()]
    people += [_person(name, "responsible_editor") for name in slip.responsible_editor.split()]
    people += [_person(name, "original_author") for name in slip.original_authors.split()]
    return people


def _person(name: str, rel: str, literal: str = "") -> dict[str, str]:
    person = {"name": name, "rel": rel, "literal": literal}
    return {key: value for key, value in person.items() if value}


def _genres(slip: Slip, variant: Variant) -> list[dict[str, str]]:
    if not slip.genre:
        return []
    return [{"name": page.genre_name(slip, variant), "literal": slip.genre}]


def _subjects(slip: Slip) -> list[dict[str, str]]:
    column = [{"name": slip.column, "rel": "column"}] if slip.column else []
    return column + [{"name": keyword, "rel": "keyword"} for keyword in slip.keywords]


def _sources(slip: Slip) -> list[Mapping[str, str]]:
    address = page.web_address(slip.origin_url)
    uri = {"uri": address} if address and address.isascii() else {"literal": address} if address else {}
    names = slip.source.split() or ([""] if uri else [])
    return [{**({"name": name} if name else {}), "role": "source", **uri} for name in names]


def _other(related: Related, at: int) -> dict[str, Any]:
    """The notice of a correction, or the article that it corrects: receivers link them."""
    return {
        "name": f"correction-{at}",
        "uri": f"urn:gaotai:{related.name}",
        "rel": "correctionNotice" if related.notice else "corrects",
        "type": "text",
        "language": str(related.variant),
        "headlines": _texts(("main", related.headline)),
    }


def _association(package: Package, picture: Image, at: int) -> dict[str, Any]:
    name = picture.source.removeprefix("asset:")
    asset = package.assets.get(name)
    address = page.web_address(picture.source)
    rendition: dict[str, Any] = {"name": "original"}
    if asset is not None:
        rendition |= {"title": f"{ASSETS}/{asset_file(name, asset.mime)}", "contentType": asset.mime}
        rendition["sizeInBytes"] = asset.size
    elif address.isascii() and address:
        rendition["href"] = address
    item = {
        "name": f"picture-{at}",
        "uri": f"urn:sha256:{name}" if asset is not None else f"urn:gaotai:{package.name}:picture:{at}",
        "rel": "picture",
        "type": "picture",
        "by": picture.credit,
        "headlines": _texts(("alt", picture.alt)),
        "descriptions": _texts(("caption", picture.caption)),
        "renditions": [rendition],
    }
    return {key: value for key, value in item.items() if value not in ("", [])}
