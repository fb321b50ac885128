"""Pieces of the page of an article, shared by the site and the standalone HTML file. All of them are pure functions."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from editor.article import Origin
from editor.markup.blocks import Heading, Image, Paragraph, Run, block_text, plain
from editor.markup.html import to_html
from editor.publish.formats.proof import embedded
from editor.publish.template import NOTHING, Html, escaped
from editor.publish.words import level_name, moment, passed_name, role_name, shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from editor.article import Credit, Slip, Variant
    from editor.markup.blocks import Block
    from editor.publish.package import Package

    AssetUrl: TypeAlias = Callable[[str], str]

DESCRIPTION_LENGTH = 120
"""Characters of a summary that search engines and previews show, as a rule (DOMAIN 1, 摘要)."""

_TOP = 2
"""Level of headings below the headline."""

_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_NO_PICTURE = re.compile(r'<img alt="[^"]*">')
_BLANKS = re.compile(r"\s+")


def web_address(text: str) -> str:
    """The address when it is one of the web (http, https), else "": nothing else becomes a link."""
    address = text.strip()
    return address if _WEB.match(address) and not _BLANKS.search(address) else ""


def published_at(package: Package) -> str:
    """When the article was first published: the slip's time, else that of the last sign-off, else of the revision."""
    slip = package.article.slip
    if moment(slip.published_at):
        return slip.published_at
    signs = [sign.at for sign in package.proof.sign_offs if moment(sign.at)]
    return signs[-1] if signs else package.modified_at


def first_paragraph(blocks: Iterable[Block]) -> str:
    """Text of the first paragraph that has any."""
    texts = (plain(block.runs).strip() for block in blocks if isinstance(block, Paragraph))
    return next((text for text in texts if text), "")


def description(package: Package) -> str:
    """The summary, else the beginning of the text, in one line."""
    summary = package.article.slip.summary or first_paragraph(package.article.blocks)
    line = _BLANKS.sub(" ", summary).strip()
    return line if len(line) <= DESCRIPTION_LENGTH else line[: DESCRIPTION_LENGTH - 1] + "…"


def pictures(package: Package) -> list[str]:
    """Ids (sha256 hex) of the pictures that the text shows and the package has, in order, each once."""
    named = (block.source.removeprefix("asset:") for block in package.article.blocks if isinstance(block, Image))
    return [name for name in dict.fromkeys(named) if name in package.assets]


def picture_sources(package: Package) -> tuple[str, ...]:
    """Sources of all pictures of the text in its order, also of those that come twice."""
    return tuple(block.source for block in package.article.blocks if isinstance(block, Image))


def credits_line(credits_given: Sequence[Credit], variant: Variant) -> tuple[tuple[str, str], ...]:
    """Names with what they did, neighbors of a kind together: ``(("记者", "周燕妮 于晓"), ("通讯员", "彭沛"))``."""
    labeled = [(credit.label or _role(credit.role, variant), credit.name) for credit in credits_given if credit.name]
    grouped = groupby(labeled, key=lambda pair: pair[0])
    return tuple((label, " ".join(name for _, name in pairs)) for label, pairs in grouped)


def _role(role: str, variant: Variant) -> str:
    return "" if role == "author" else role_name(role, variant)


def genre_name(slip: Slip, variant: Variant) -> str:
    """消息, 通讯 …; a genre that has no name here is called as the slip calls it."""
    return words_of(variant)[slip.genre] if slip.genre in _NAMED_GENRES else slip.genre or ""


def byline_text(slip: Slip, variant: Variant) -> str:
    """The byline in one line: ``记者 周燕妮 于晓 通讯员 彭沛``."""
    return " ".join(part for pair in credits_line(slip.byline, variant) for part in pair if part)


def foot_lines(package: Package) -> tuple[tuple[str, str], ...]:
    """Lines under the text, label and names: 责编 from the signed slip, 一审 二审 三审 from the sign-offs alone."""
    variant = package.article.variant
    words = words_of(variant)
    slip = package.article.slip
    lines = [(words["responsible_editor"], slip.responsible_editor), (words["editor"], slip.editor)]
    if slip.editor == slip.responsible_editor:
        lines.pop()
    lines += [(passed_name(at, variant), sign.name) for at, sign in enumerate(package.proof.sign_offs, 1)]
    lines.append((words["countercheck"], " ".join(package.proof.counterchecked_by)))
    return tuple((label, names) for label, names in lines if names)


def origin_name(slip: Slip, variant: Variant) -> str:
    """转载 or 通稿, which readers are told; "" for the newsroom's own."""
    return words_of(variant)[str(slip.origin)] if slip.origin in {Origin.REPRINT, Origin.WIRE_COPY} else ""


def dateline_apart(package: Package) -> str:
    """The dateline when the text does not begin with it already, else ""."""
    dateline = package.article.slip.dateline.strip()
    start = next((block_text(block).lstrip("　 ") for block in package.article.blocks), "")
    return "" if not dateline or start.startswith(dateline) else dateline


def with_dateline(package: Package) -> tuple[Block, ...]:
    """The text as it is printed: a dateline that stands in the slip alone begins the first paragraph."""
    blocks = package.article.blocks
    dateline = dateline_apart(package)
    if not dateline:
        return blocks
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((Run(f"{dateline}\u3000"), *blocks[0].runs)), *blocks[1:])
    return (Paragraph((Run(dateline),)), *blocks)


def summary_apart(package: Package) -> str:
    """The summary, "" when the text begins with it."""
    summary = package.article.slip.summary.strip()
    begins = summary and first_paragraph(package.article.blocks).startswith(summary.rstrip("…。."))
    return "" if begins else summary


def detail_lines(package: Package) -> tuple[tuple[str, str], ...]:
    """What a page says of a reprint, label and text: original headline, authors, address; and names a page printed."""
    slip, variant = package.article.slip, package.article.variant
    words = words_of(variant)
    lines = [
        (words["original_headline"], slip.original_headline),
        (words["original_authors"], slip.original_authors),
        (words["original_address"], web_address(slip.origin_url)),
        (words["page_credits"], "　".join(" ".join(pair).strip() for pair in credits_line(slip.page_credits, variant))),
    ]
    return tuple((label, text) for label, text in lines if text)


def body_html(package: Package, asset_url: AssetUrl) -> Html:
    """The text of the article as safe HTML.

    Tables stand in a ``div`` of class ``table``, so that wide ones can scroll. A picture that is not at hand leaves its
    caption and no empty frame.

    Args:
        package: The article.
        asset_url: ``asset:<sha256>`` → address of the picture as seen from the page.
    """
    html = to_html(_in_steps(package.article.blocks), asset_url=asset_url)
    # The text itself is escaped, so these are elements wherever they stand.
    html = _NO_PICTURE.sub("", html)
    return Html(html.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>"))


def _in_steps(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The text with no level of headings left out: below the headline, level 3 before the first level 2 is level 2."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    if first is None or first.level == _TOP:
        return blocks
    found: list[Block] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            if block.level == _TOP:
                return (*found, *blocks[at:])
            found.append(Heading(block.runs, _TOP))
        else:
            found.append(block)
    return tuple(found)


def json_ld(package: Package, *, publisher: str, url: str = "", images: Sequence[str] = ()) -> Html:
    """The slip as schema.org NewsArticle in JSON-LD, to stand in ``<script type="application/ld+json">``.

    Args:
        package: The article.
        publisher: Name of the newsroom or of the site.
        url: Absolute address of the page, "" when unknown.
        images: Addresses of its pictures.
    """
    slip = package.article.slip
    variant = package.article.variant
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": slip.headline,
        "alternativeHeadline": " ".join(part for part in (slip.kicker, slip.subheadline) if part),
        "description": description(package),
        "url": url,
        "image": list(images),
        "inLanguage": str(variant),
        "datePublished": published_at(package),
        "dateModified": package.modified_at,
        "dateline": slip.dateline,
        "articleSection": slip.column,
        "genre": words_of(variant)[slip.genre] if slip.genre in _GENRES else "",
        "keywords": list(slip.keywords),
        "author": [_person(credit.name, credit.label or _role(credit.role, variant)) for credit in slip.byline],
        "editor": [_person(name) for name in slip.responsible_editor.split() or slip.editor.split()],
        "correction": [
            {"@type": "CorrectionComment", "text": note.text, "datePublished": note.at} for note in slip.corrections
        ],
        "contributor": [
            {"@type": "Role", "roleName": level_name(sign.label, variant), "contributor": _person(sign.name)}
            for sign in package.proof.sign_offs
        ],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "sourceOrganization": [{"@type": "Organization", "name": name} for name in slip.source.split()],
        "isBasedOn": web_address(slip.origin_url),
        "identifier": slip.number,
    }
    return embedded({key: value for key, value in data.items() if value})


_GENRES = frozenset({"news", "feature", "commentary", "interview", "notice", "picture"})
_NAMED_GENRES = _GENRES | {"other"}


def _person(name: str, job: str = "") -> dict[str, str]:
    person = {"@type": "Person", "name": name}
    return person | {"jobTitle": job} if job else person


def head_meta(package: Package, *, site: str, url: str = "", image: str = "") -> Html:
    """``meta`` elements of the page: description, keywords, authors and OpenGraph, a line each.

    Args:
        package: The article.
        site: Name of the site, "" for a file of its own.
        url: Absolute address of the page, "" when unknown: OpenGraph has no relative ones.
        image: Address of the picture for previews, "" for none.
    """
    slip = package.article.slip
    about = description(package)
    named = [
        ("description", about),
        ("keywords", ",".join(slip.keywords)),
        ("author", " ".join(credit.name for credit in slip.byline)),
    ]
    graph = [
        ("og:type", "article"),
        ("og:title", slip.headline),
        ("og:description", about),
        ("og:site_name", site),
        ("og:url", url),
        ("og:image", image),
        ("og:locale", _locale(package.article.variant)),
        ("article:published_time", published_at(package)),
        ("article:modified_time", package.modified_at),
        ("article:section", slip.column),
        *(("article:author", credit.name) for credit in slip.byline),
        *(("article:tag", keyword) for keyword in slip.keywords),
    ]
    lines = [_meta("name", name, value) for name, value in named if value]
    lines += [_meta("property", name, value) for name, value in graph if value]
    return Html("\n".join(lines))


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escaped(value)}">'


def _locale(variant: Variant) -> str:
    return {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}.get(str(variant), str(variant).replace("-", "_"))


def time_html(text: str) -> Html:
    """A time as ``time`` element; nothing for "", the plain text for what is no time."""
    if not text:
        return NOTHING
    if moment(text) is None:
        return escaped(text)
    return Html(f'<time datetime="{escaped(text)}">{escaped(shown_time(text))}</time>')
