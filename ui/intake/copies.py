"""A copy of the article for a file: Markdown with its slip above, or a page; made by the window, without the core."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from editor.article import Origin, slip_to_plain
from editor.markup.frontmatter import join
from editor.markup.writer import write
from ui.writing.clipboard_html import to_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip
    from editor.markup.blocks import Block

_FIRST = ("number", "genre", "kicker", "headline", "subheadline", "authors")
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<article>
{body}
</article>
</body>
</html>
"""


def markdown(slip: Slip, blocks: Sequence[Block], variant: str) -> str:
    """Markdown with front matter; taken in again it gives the same slip and the same text."""
    plain = {key: value for key, value in slip_to_plain(slip).items() if value not in ("", None, [], {})}
    if "byline" in plain:
        plain["authors"] = plain.pop("byline")
    first = {key: plain.pop(key) for key in _FIRST if key in plain}
    return join({**first, **plain, "variant": variant}, write(tuple(blocks)))


def page(slip: Slip, blocks: Sequence[Block], variant: str) -> str:
    """A page without any style."""
    names = "　".join(" ".join(part for part in (one.label, one.name) if part) for one in slip.byline)
    line = "　".join(part for part in (slip.source, names) if part)
    origin = {Origin.REPRINT: "转载", Origin.WIRE_COPY: "通稿"}.get(slip.origin) if slip.origin is not None else None
    above = [
        f"<p>{escape(slip.kicker)}</p>" if slip.kicker else "",
        f"<h1>{escape(slip.headline)}</h1>" if slip.headline else "",
        f"<p>{escape(slip.subheadline)}</p>" if slip.subheadline else "",
        f"<p>{escape('　'.join(part for part in (origin, line) if part))}</p>" if line or origin else "",
    ]
    body = "\n".join([*(part for part in above if part), to_html(blocks)])
    return _PAGE.format(language=escape(variant), title=escape(slip.headline), body=body)
