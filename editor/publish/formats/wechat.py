"""The text of an article for a WeChat Official Account: inline styles only, few elements, no address but uploaded ones.

WeChat keeps no style sheets, ids or anchors, drops scripts, and takes out pictures from other hosts and most links. So
every element carries its own style, footnotes and links are figures with a list at the end, and the indent of a
paragraph is a style alone. There is no blank between elements: its editor makes an empty item of one.
"""

from __future__ import annotations

from functools import cache
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import resources
from editor.errors import EditorError
from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Mark, Paragraph, Quote, Rule, Table
from editor.markup.html import list_html
from editor.markup.links import safe_href
from editor.publish.formats import page
from editor.publish.formats.notes import numbered
from editor.publish.formats.terms import terms_of
from editor.publish.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.markup.blocks import Block, Run, Runs
    from editor.publish.package import Package

TEMPLATES = ("plain", "paper", "card")
TAGS = frozenset(
    {"section", "p", "span", "strong", "em", "sup", "a", "br", "hr", "img", "h2", "h3", "blockquote", "ul", "ol", "li"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
"""All elements that are ever written; none but `a` (`href`) and `img` (`src`, `alt`) has more than a style."""
OWN_HOST = "mp.weixin.qq.com"
"""Links to other hosts are taken out of the text by WeChat, so they are written as text."""

_MARKS = (
    (Mark.STRONG, "strong", "strong"),
    (Mark.EMPHASIS, "em", "em"),
    (Mark.STRIKE, "span", "s"),
    (Mark.UNDERLINE, "span", "u"),
)


def render(package: Package, *, template: str = TEMPLATES[0], pictures: Mapping[str, str] | None = None) -> bytes:
    """The ``content`` of a draft, UTF-8.

    Args:
        package: The article. Its headline is a field of the draft and not in the text.
        template: One of `TEMPLATES`.
        pictures: ``asset:<sha256>`` or address → the address that ``media/uploadimg`` gave; a picture that is not in it
            leaves its caption (`wechat_limits.findings` names it).

    Raises:
        EditorError: There is no such template (exit 2).
    """
    if template not in TEMPLATES:
        raise EditorError.usage("wechat_template", template=template, templates=", ".join(TEMPLATES))
    return _Writing(package, _styles(template), pictures or {}).page().encode()


def pictures_of(package: Package) -> tuple[str, ...]:
    """Sources of the pictures that have to be uploaded, in the order of the text, each once; the cover is not one."""
    return tuple(dict.fromkeys(block.source for block in package.article.blocks if isinstance(block, Image)))


@cache
def _styles(template: str) -> dict[str, str]:
    """Inline styles by what they are for."""
    return resources.table(f"templates/formats/wechat/{template}.toml")


class _Writing:
    def __init__(self, package: Package, styles: Mapping[str, str], pictures: Mapping[str, str]) -> None:
        self._package = package
        self._styles = styles
        self._pictures = pictures
        self._numbers = numbered(package.article.blocks)
        self._links: dict[str, int] = {}

    def page(self) -> str:
        """Everything in one section."""
        body = "".join(self._block(block) for block in page.with_dateline(self._package))
        return self._made("section", "section", self._opening() + body + self._notes() + self._foot())

    def _made(self, tag: str, style: str, content: str) -> str:
        return f"<{tag}{self._style(style)}>{content}</{tag}>"

    def _style(self, key: str) -> str:
        found = self._styles[key]
        return f' style="{escape(found)}"' if found else ""

    def _line(self, style: str, text: str) -> str:
        return self._made("p", style, _text(text)) if text else ""

    def _opening(self) -> str:
        slip = self._package.article.slip
        summary = page.summary_apart(self._package)
        lines = (("kicker", slip.kicker), ("subheadline", slip.subheadline), ("summary", summary))
        return "".join(self._line(style, text) for style, text in lines)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._made("p", "p", self._runs(block.runs))
            case Heading():
                return self._made(f"h{block.level}", f"h{block.level}", self._runs(block.runs))
            case Quote():
                inner = "".join(self._made("p", "quote_p", self._runs(runs)) for runs in block.paragraphs)
                return self._made("blockquote", "quote", inner)
            case ListBlock():
                return list_html(block, self._runs, self._style, apart="")
            case Table():
                return self._table(block)
            case _:
                return self._rest(block)

    def _rest(self, block: Block) -> str:
        if isinstance(block, Image):
            return self._image(block)
        return f"<hr{self._style('hr')}>" if isinstance(block, Rule) else ""

    def _table(self, table: Table) -> str:
        rows = [self._row(row, "th" if table.header and not at else "td") for at, row in enumerate(table.rows)]
        head = f"<thead>{rows.pop(0)}</thead>" if table.header and rows else ""
        return self._made("table", "table", f"{head}<tbody>{''.join(rows)}</tbody>")

    def _row(self, row: Sequence[Runs], tag: str) -> str:
        return f"<tr>{''.join(self._made(tag, tag, self._runs(cell)) for cell in row)}</tr>"

    def _image(self, image: Image) -> str:
        address = self._pictures.get(image.source, "")
        shown = f'<img src="{escape(address)}" alt="{escape(image.alt or image.caption)}"{self._style("img")}>'
        said = "　".join(text for text in (image.caption, image.credit) if text)
        inner = (shown if address else "") + self._line("caption", said)
        return self._made("section", "figure", inner) if inner else ""

    def _runs(self, runs: Runs) -> str:
        return "".join(self._linked(href, list(together)) for href, together in groupby(runs, key=lambda run: run.href))

    def _linked(self, href: str | None, runs: Iterable[Run]) -> str:
        inner = "".join(self._run(run) for run in runs)
        address = safe_href(href) or ""
        if not address.lower().startswith(("http:", "https:", "mailto:", "tel:")):
            return inner
        if is_own(address):
            return f'<a href="{escape(address)}"{self._style("a")}>{inner}</a>'
        number = self._links.setdefault(address, len(self._numbers) + len(self._links) + 1)
        return inner + self._mark(number)

    def _run(self, run: Run) -> str:
        html = _text(run.text)
        if html:
            for mark, tag, style in reversed(_MARKS):
                if mark in run.marks:
                    html = self._made(tag, style, html)
        if run.note is not None:
            html += self._mark(self._numbers[run.note]) if run.note in self._numbers else _text(f"[^{run.note}]")
        return html

    def _mark(self, number: int) -> str:
        return self._made("sup", "sup", f"[{number}]")

    def _notes(self) -> str:
        """Texts of the footnotes, then the addresses of links, by their numbers."""
        texts = {block.label: block for block in self._package.article.blocks if isinstance(block, Footnote)}
        ordered = sorted(texts, key=lambda label: self._numbers[label])
        lines = [f"[{self._numbers[label]}] {self._runs(texts[label].runs)}" for label in ordered]
        lines += [f"[{number}] {_text(_plain_address(address))}" for address, number in self._links.items()]
        if not lines:
            return ""
        return self._made("section", "notes", "".join(self._made("p", "note", line) for line in lines))

    def _foot(self) -> str:
        slip, variant = self._package.article.slip, self._package.article.variant
        words = words_of(variant)
        lines = [(words["source"], slip.source), (terms_of(variant)["byline"], page.byline_text(slip, variant))]
        lines += [*page.foot_lines(self._package), *page.detail_lines(self._package)]
        shown = "".join(self._line("foot_line", f"{label}：{text}") for label, text in lines if text)
        return self._made("section", "foot", shown) if shown else ""


def is_own(address: str) -> bool:
    """Whether a link leads to an article of an Official Account."""
    try:
        return urlsplit(address).hostname == OWN_HOST
    except ValueError:
        return False


def _plain_address(address: str) -> str:
    return address.removeprefix("mailto:").removeprefix("tel:")


def _text(text: str) -> str:
    """Escaped, line breaks as such."""
    return escape(text, quote=False).replace("\n", "<br>")


def shown_text(content: str) -> str:
    """The characters that a reader sees, without blanks: to compare what was sent with what stands there."""
    from html.parser import HTMLParser  # noqa: PLC0415

    found: list[str] = []
    parser: Any = HTMLParser(convert_charrefs=True)
    parser.handle_data = found.append
    parser.feed(content)
    parser.close()
    return "".join("".join(found).split())
