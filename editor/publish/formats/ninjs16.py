"""ninjs 1.6 (IPTC News in JSON), which older receivers read: one headline, bodies and descriptions named by their role.

Kicker and subheadline have no field of their own there and are descriptions (``description_kicker``); the printed word
of a role (全媒体记者) stands in ``byline`` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.publish.formats import ninjs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.publish.package import Gone, Package

EXTENSION = "ninjs16.json"
STANDARD = {
    "name": "ninjs",
    "version": "1.6",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_1.6.json",
}
_BODIES = {"main": "html"}


def render(package: Package) -> bytes:
    """The JSON document, UTF-8; bodies are ``body_html``, ``body_markdown`` and ``body_proof`` (see `ninjs.render`)."""
    return ninjs.written(_object(ninjs.item(package)))


def notice(gone: Gone) -> bytes:
    """An item with the status ``canceled``: receivers take down what they have."""
    return ninjs.written({"$standard": STANDARD, **ninjs.canceled(gone)})


def _object(new: Mapping[str, Any]) -> dict[str, Any]:
    bodies = new["bodies"]
    item = {
        "$standard": STANDARD,
        "uri": new["uri"],
        "type": new["type"],
        "representationtype": "complete",
        "profile": new.get("profile"),
        "version": new.get("version"),
        "firstcreated": new.get("firstCreated"),
        "versioncreated": new.get("versionCreated"),
        "embargoed": new.get("embargoedUntil"),
        "pubstatus": new.get("pubStatus"),
        "language": new.get("language"),
        "title": new.get("title"),
        "headline": _by_role(new.get("headlines", ())).get("main"),
        "slugline": new.get("slugline"),
        "byline": new.get("by"),
        "located": new.get("located"),
        "charcount": bodies[0]["charCount"],
        "ednote": new.get("edNote"),
        **_described(new),
        "person": [_only(person, "name", "rel") for person in new.get("people", ())],
        "organisation": new.get("organisations", []),
        "subject": new.get("subjects", []),
        "genre": [_renamed(genre, {"literal": "code"}) for genre in new.get("genres", ())],
        "infosource": [_source(source) for source in new.get("infoSources", ())],
        "associations": {each["name"]: _association(each) for each in new.get("associations", ())},
        "altids": {each["role"]: each["value"] for each in new.get("altIds", ())},
        "trustindicator": new.get("trustIndicators", []),
    }
    said = {key: value for key, value in item.items() if value not in ("", [], {}, None)}
    return said | {f"body_{_BODIES.get(body['role'], body['role'])}": body["value"] for body in bodies}


def _by_role(texts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {text["role"]: text["value"] for text in texts}


def _described(new: Mapping[str, Any]) -> dict[str, str]:
    """Everything that is a text about the object: its descriptions, and its headlines but the main one."""
    texts = _by_role(new.get("headlines", ())) | _by_role(new.get("descriptions", ()))
    return {f"description_{role}": text for role, text in texts.items() if role != "main"}


def _association(new: Mapping[str, Any]) -> dict[str, Any]:
    renditions = {
        each["name"]: _renamed(
            {key: value for key, value in each.items() if key != "name"},
            {"contentType": "mimetype", "sizeInBytes": "sizeinbytes"},
        )
        for each in new.get("renditions", ())
    }
    item = {"uri": new["uri"], "type": new["type"], "byline": new.get("by"), **_described(new)}
    item["headline"] = _by_role(new.get("headlines", ())).get("main")
    item["renditions"] = {name: rendition for name, rendition in renditions.items() if rendition}
    return {key: value for key, value in item.items() if value not in ("", {}, None)}


def _source(source: Mapping[str, str]) -> dict[str, str]:
    """1.6 has no address of a source: it is its code."""
    return _renamed(dict(source), {"role": "rel", "uri": "code", "literal": "code"})


def _only(record: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: record[name] for name in names if name in record}


def _renamed(record: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {names.get(key, key): value for key, value in record.items()}
