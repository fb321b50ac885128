"""A draft as a page to look at: nothing of it was signed, and the page says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.markup.writer import write
from editor.publish.formats.corrected import with_notes
from editor.publish.formats.html import page_of
from editor.publish.package import WEB, Package, Proof, outward
from editor.publish.template import Html, escaped
from editor.publish.words import words_of

if TYPE_CHECKING:
    from editor.article import Article


def render(article: Article) -> bytes:
    """The page, UTF-8, without pictures of the library."""
    blocks = with_notes(article.blocks, article.slip, article.variant)
    shown = Package(
        name=article.id,
        article=article.__class__(article.id, article.variant, outward(article.slip, WEB), blocks),
        text=write(article.blocks),
        outlet=WEB,
        modified_at="",
        proof=Proof("", "", "", (), (), ()),
        assets={},
    )
    return page_of(shown, Html(f'<p class="keywords">{escaped(words_of(article.variant)["unsigned"])}</p>\n'))
