"""ninjs 2.2 (IPTC News in JSON), for receivers that do not read 3.1 yet: the same news object under its older names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.publish.formats import ninjs

if TYPE_CHECKING:
    from editor.publish.package import Gone, Package

EXTENSION = "ninjs22.json"
STANDARD = {
    "name": "ninjs",
    "version": "2.2",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.2.json",
}
_NAMES = {"embargoedUntil": "embargoed"}


def render(package: Package) -> bytes:
    """The JSON document, UTF-8, in the order and with the values of 3.1 (see `ninjs.render`)."""
    item = _older(ninjs.item(package)) | {"standard": STANDARD}
    for picture in item.get("associations", ()):
        del picture["rel"]  # 2.2 says how things belong together by their type alone
    return ninjs.written(item)


def notice(gone: Gone) -> bytes:
    """An item with the status ``canceled``: receivers take down what they have."""
    return ninjs.written({"standard": STANDARD, **ninjs.canceled(gone)})


def _older(value: Any) -> Any:
    """A value of 3.1 with the names of 2.2, which are all lower case."""
    if isinstance(value, dict):
        return {_NAMES.get(key, key.lower()): _older(item) for key, item in value.items()}
    return [_older(item) for item in value] if isinstance(value, list) else value
