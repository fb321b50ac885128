"""Variants of an article link to each other; which ones stand on the site decides, not which ones there are.

The links stand between two pairs of marks in the page, so that a page whose article was not delivered this time can
have them replaced when a variant comes or goes. The text of an article cannot hold such a mark: it is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.article import Variant
from editor.publish.template import NOTHING, Html, address_of, escaped, template
from editor.publish.words import variant_name, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.publish.site.manifest import Entry

_ALTERNATES = re.compile(r"(?<=<!--alternates-->).*?(?=<!--/alternates-->)", re.DOTALL)
_SWITCH = re.compile(r"(?<=<!--variants-->).*?(?=<!--/variants-->)", re.DOTALL)


def linked(family: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those variants of an article that link to each other: none when it stands there only once."""
    readable = tuple(entry for entry in family if not entry.withdrawn)
    return readable if len(readable) > 1 else ()


def alternates(family: Sequence[tuple[str, str]], base: str) -> Html:
    """``hreflang`` links of a page to all variants, itself among them; the article's own is the default.

    Args:
        family: Names and variants.
        base: Whole address of the folder of the pages, which search engines want; "" when unknown.
    """
    if not family:
        return NOTHING
    link = template("site/alternate.html")
    own = next((pair for pair in family if "@" not in pair[0]), family[0])
    lines = [link(lang=variant, url=f"{base}{address_of(name)}.html") for name, variant in family]
    lines.append(link(lang="x-default", url=f"{base}{address_of(own[0])}.html"))
    return Html("".join(lines))


def switch(family: Sequence[tuple[str, str]], here: str, variant: Variant) -> Html:
    """The visible switch between the variants."""
    if not family:
        return NOTHING
    shown = []
    for name, other in family:
        label = escaped(variant_name(other, traditional=Variant(other).traditional))
        current = (
            '<b aria-current="page">' if name == here else f'<a href="{address_of(name)}.html" hreflang="{other}">'
        )
        shown.append(f'<li lang="{other}">{current}{label}</{"b" if name == here else "a"}></li>')
    words = words_of(variant)
    return Html(f'<ul class="switch" aria-label="{escaped(words["variants"])}">{"".join(shown)}</ul>')


def relinked(page: str, family: Sequence[tuple[str, str]], here: str, variant: Variant, base: str) -> str:
    """A page of the site with its links to the other variants made anew."""
    fresh = str(alternates(family, base))
    page = _ALTERNATES.sub(lambda _: fresh, page, count=1)
    shown = str(switch(family, here, variant))
    return _SWITCH.sub(lambda _: shown, page, count=1)
