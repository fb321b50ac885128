"""更正与撤稿: one page an edition that lists what was corrected, the notices, and what was withdrawn, newest first."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from editor.publish.formats.page import time_html
from editor.publish.site.listpages import framed
from editor.publish.site.manifest import called
from editor.publish.template import NOTHING, Html, escaped
from editor.publish.words import utc_text, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.site.lists import Edition
    from editor.publish.site.manifest import Entry
    from editor.publish.site.options import SiteOptions


def corrected(edition: Edition) -> tuple[Entry, ...]:
    """Articles with a note, notices, and what was withdrawn; nothing is decoded of the others."""
    found = [e for e in edition.entries if e.withdrawn or '"corrected":' in e.public or '"corrects":' in e.public]
    by_name = sorted(found, key=lambda entry: entry.name)
    return tuple(sorted(by_name, key=lambda entry: utc_text(_at(entry.fields())), reverse=True))


def _at(held: Mapping[str, object]) -> str:
    """When it was corrected, or withdrawn, or the notice was published."""
    note = held.get("corrected")
    return str(note.get("at") or held["modified_at"]) if isinstance(note, dict) else str(held["published_at"])


def mark(edition: Edition, held: Sequence[Entry], frame: str) -> str:
    """Hash of everything that the page is made from."""
    parts = [frame, edition.folder, *(entry.public for entry in held)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def corrections_page(
    edition: Edition, options: SiteOptions, style: str, shown: Sequence[Edition], held: Sequence[Entry]
) -> bytes:
    """The page.

    Args:
        edition: Whose entries.
        options: Choices of the newsroom.
        style: Name of the style sheet.
        shown: All editions, for the switch between them.
        held: See `corrected`.
    """
    said = words(traditional=edition.traditional)
    heading = said["corrections"]
    items = "\n".join(_item(entry, edition, said) for entry in held)
    title = f'<h1 class="page-title">{escaped(heading)}</h1>'
    return framed(
        edition,
        options,
        shown,
        "",
        title=f"{heading} - {options.title}",
        about=f"{options.title} {heading}",
        head=NOTHING,
        style=style,
        navigation=NOTHING,
        main=Html(f'<div class="only">\n{title}\n<ol class="list">\n{items}\n</ol>\n</div>'),
    )


def _item(entry: Entry, edition: Edition, said: Mapping[str, str]) -> str:
    held = entry.fields()
    note = held.get("corrected")
    kind = "withdrawn" if entry.withdrawn else "corrected" if isinstance(note, dict) else "correction_notice"
    text = str(note.get("text", "")) if isinstance(note, dict) else str(held.get("summary", ""))
    headline = said["notice_title"] if entry.withdrawn else called(held)
    lang = f' lang="{escaped(entry.variant)}"' if entry.variant != edition.variant else ""
    url = escaped(f"{edition.root}{held['url']}")
    told = f'<p class="summary">{escaped(text)}</p>\n' if text else ""
    return (
        f'<li class="item"{lang}>\n<div class="text">\n<h2><a href="{url}">{escaped(headline)}</a></h2>\n{told}'
        f'<p class="facts"><span><b class="tag">{escaped(said[kind])}</b></span>'
        f"<span>{time_html(_at(held))}</span></p>\n</div>\n</li>"
    )
