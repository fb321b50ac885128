"""What stands in place of an article that was withdrawn by public notice: nothing of the article, not its headline."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING

from editor.publish.template import Html, template
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.publish.package import Gone


def markdown(gone: Gone) -> bytes:
    """A Markdown file with front matter."""
    words = words_of(gone.variant)
    lines = [
        "---",
        f"id: {json.dumps(gone.name, ensure_ascii=False)}",
        f"variant: {json.dumps(str(gone.variant))}",
        'state: "withdrawn"',
        f"withdrawn_at: {json.dumps(gone.at, ensure_ascii=False)}",
        "---",
        "",
        f"{words['notice_title']}",
        "",
        f"{words['notice_text']}{words['notice_at']}：{shown_time(gone.at)}。",
    ]
    return ("\n".join(lines) + "\n").encode()


def html(gone: Gone) -> bytes:
    """An HTML page of its own."""
    words = words_of(gone.variant)
    page = template("page/notice.html")(
        lang=gone.variant,
        title=words["notice_title"],
        text=words["notice_text"],
        at=f"{words['notice_at']}：{shown_time(gone.at)}",
    )
    return Html(f"{page}\n").encode()


def ninjs(gone: Gone) -> bytes:
    """A ninjs 3.1 item with the status ``canceled``: receivers take down what they have."""
    item = {
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
        },
        "uri": f"urn:gaotai:{gone.name}",
        "type": "text",
        "language": str(gone.variant),
        "pubStatus": "canceled",
        "versionCreated": gone.at,
    }
    return (json.dumps(item, ensure_ascii=False, indent=1) + "\n").encode()


def _own(kind: str) -> Callable[[Gone], bytes]:
    """The notice of a format that makes its own; the format is loaded when there is one."""

    def made(gone: Gone) -> bytes:
        found: bytes = import_module(f"editor.publish.formats.{kind}").notice(gone)
        return found

    return made


_WITH_THEIR_OWN = ("ninjs16", "ninjs22", "newsml", "txt", "typeset", "spoken", "docx", "pdf", "longpicture")
NOTICES: dict[str, Callable[[Gone], bytes]] = {
    "markdown": markdown,
    "html": html,
    "ninjs": ninjs,
    **{kind: _own(kind) for kind in _WITH_THEIR_OWN},
}
