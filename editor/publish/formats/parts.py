"""Parts of the page of an article, as HTML: what stands above, in and below the text. Shared by site and file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from editor.publish.formats import page
from editor.publish.formats.proof import proof_address
from editor.publish.template import NOTHING, Html, Template, escaped, template
from editor.publish.words import level_name, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article import Variant
    from editor.publish.package import Package


def line(kind: str, text: str) -> str:
    """A paragraph of a class, nothing for an empty text."""
    return f'<p class="{kind}">{escaped(text)}</p>' if text else ""


def opening(package: Package) -> Html:
    """Kicker, headline, subheadline, byline, time and source."""
    slip, variant = package.article.slip, package.article.variant
    words = words_of(variant)
    names = "".join(
        f"<span>{f'<i>{escaped(label)}</i>' if label else ''}{escaped(who)}</span>"
        for label, who in page.credits_line(slip.byline, variant)
    )
    origin = page.origin_name(slip, variant)
    facts = [
        str(page.time_html(page.published_at(package))),
        f"{escaped(words['source'])}：{escaped(slip.source)}" if slip.source else "",
        f'<b class="tag">{escaped(origin)}</b>' if origin else "",
    ]
    lines = [
        line("kicker", slip.kicker),
        f"<h1>{escaped(slip.headline)}</h1>",
        line("subhead", slip.subheadline),
        f'<p class="byline">{names}</p>' if names else "",
        f'<p class="facts">{"".join(f"<span>{fact}</span>" for fact in facts if fact)}</p>',
    ]
    return Html("\n".join(line for line in lines if line))


def abstract(package: Package) -> Html:
    """The summary, unless the text begins with it."""
    summary = page.summary_apart(package)
    return Html(f'<p class="abstract">{escaped(summary)}</p>\n') if summary else NOTHING


def body(package: Package, asset_url: page.AssetUrl) -> Html:
    """The text, its dateline before it when it stands in the slip alone."""
    dateline = page.dateline_apart(package)
    before = f"{line('dateline', dateline)}\n" if dateline else ""
    return Html(f"{before}{page.body_html(package, asset_url)}")


def _pairs(lines: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<div><dt>{escaped(label)}</dt><dd>{escaped(value)}</dd></div>\n" for label, value in lines)


def signed(package: Package) -> Html:
    """Foot lines: 责编 and the levels, from the sign-offs."""
    lines = page.foot_lines(package)
    return Html(f'<dl class="signed">\n{_pairs(lines)}</dl>\n') if lines else NOTHING


def details(package: Package) -> Html:
    """Original headline, authors and address of a reprint, and the names that a scraped page printed."""
    address = words_of(package.article.variant)["original_address"]
    given = [(label, _linked(text) if label == address else text) for label, text in page.detail_lines(package)]
    return Html(f'<dl class="details">\n{_pairs(given)}</dl>\n') if given else NOTHING


def _linked(address: str) -> Html:
    return Html(f'<a rel="external noreferrer" href="{escaped(address)}">{escaped(address)}</a>')


def keywords_list(keywords: Sequence[str], words: Mapping[str, str]) -> Html:
    """The keywords."""
    if not keywords:
        return NOTHING
    shown = "".join(f"<li>{escaped(keyword)}</li>" for keyword in keywords)
    return Html(f'<ul class="keywords" aria-label="{escaped(words["keywords"])}">{shown}</ul>\n')


def proof_box(package: Package, bundle: Html | None = None) -> Html:
    """Who passed the text, and everything to check it with sha256sum and openssl.

    Args:
        package: The article.
        bundle: What stands for the proof's address when it is put in later (`proof.with_proof`).
    """
    proof, variant = package.proof, package.article.variant
    words = words_of(variant)
    signs = "\n".join(
        f"<li><span>{escaped(level_name(sign.label, variant))}</span><b>{escaped(sign.name)}</b>"
        f"{page.time_html(sign.at)}<code>{escaped(sign.entry)}</code></li>"
        for sign in proof.sign_offs
    )
    facts = [
        (words["number"], package.article.slip.number),
        (words["revision"], proof.revision),
        (words["covers"], proof.covers),
        (words["newsroom"], proof.newsroom),
    ]
    return _proof_frame(variant)(
        who=" · ".join(dict.fromkeys(level_name(sign.label, variant) for sign in proof.sign_offs)),
        signs=Html(signs),
        facts=Html(_pairs([(label, value) for label, value in facts if value])),
        bundle=proof_address(package) if bundle is None else bundle,
        name=package.name,
    )


@cache
def _proof_frame(variant: Variant) -> Template:
    words = words_of(variant)
    return template("site/proof.html").filled(
        title=words["proof"],
        intro=words["proof_intro"],
        how=words["proof_how"],
        command=words["proof_command"],
        download=words["proof_download"],
    )
