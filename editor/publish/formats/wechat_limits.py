"""What WeChat refuses or takes out, found before the first call (M14, M15, M18): lengths, pictures, links.

Each limit names where it was read. Where two of WeChat's own places differ, the smaller figure is a warning and the
larger one an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from editor.findings import Finding, Severity
from editor.markup.blocks import Image, block_text
from editor.publish.formats import wechat
from editor.publish.formats.notes import texts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from editor.publish.package import Package

PICTURE_HOSTS = frozenset({"mmbiz.qpic.cn", "mmbiz.qlogo.cn"})
"""Where ``media/uploadimg`` puts pictures; those of other hosts are filtered out of the text without a word."""

_AN_ADDRESS = "https://mmbiz.qpic.cn/mmbiz_jpg/" + "x" * 110
"""As long as the addresses that come back from an upload, so that lengths are right before it."""
_API = "developers.weixin.qq.com, api_draft_add"
_EDITOR = "mp.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class Limit:
    """A length that a field may have.

    Attributes:
        most: Characters, or bytes of UTF-8 for `unit` ``bytes``.
        source: Where the figure was read.
    """

    field: str
    most: int
    unit: str
    severity: Severity
    source: str


LIMITS = (
    Limit("content", 1_048_575, "bytes", Severity.ERROR, _API),
    Limit("content", 19_999, "characters", Severity.ERROR, _API),
    Limit("headline", 64, "characters", Severity.ERROR, _EDITOR),
    Limit("headline", 32, "characters", Severity.WARNING, _API),
    Limit("byline", 16, "characters", Severity.ERROR, _API),
    Limit("summary", 128, "characters", Severity.ERROR, _API),
)
"""Of each field and unit the first that is passed counts. The page of the API says of ``content`` "fewer than 20,000
characters and less than 1 MB", markup counted, and beside it "at most 2 KB", which no article keeps and none is refused
for. Of the title it says 32 characters while its web editor takes 64."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields of a draft (``draft/add``) that an article gives; ``digest`` "" = WeChat takes the first 54 characters."""

    title: str
    author: str
    digest: str
    content: str


def draft_of(package: Package, *, template: str = "plain", pictures: Mapping[str, str] | None = None) -> Draft:
    """The fields of a draft.

    Raises:
        EditorError: There is no such template (exit 2).
    """
    slip = package.article.slip
    content = wechat.render(package, template=template, pictures=pictures).decode()
    author = " ".join(credit.name for credit in slip.byline if credit.name)
    return Draft(slip.headline, author, re.sub(r"\s+", " ", slip.summary).strip(), content)


def findings(
    package: Package,
    *,
    template: str = "plain",
    pictures: Mapping[str, str] | None = None,
    hosts: Collection[str] = PICTURE_HOSTS,
) -> tuple[Finding, ...]:
    """What would be refused, cut or taken out.

    Args:
        package: The article.
        template: See `wechat.render`.
        pictures: Source → uploaded address; None before the upload: then only the sources themselves are looked at.
        hosts: Hosts that uploaded pictures stand at.

    Raises:
        EditorError: There is no such template (exit 2).
    """
    placed = pictures if pictures is not None else dict.fromkeys(wechat.pictures_of(package), _AN_ADDRESS)
    draft = draft_of(package, template=template, pictures=placed)
    return (*_lengths(draft), *_pictures(package, pictures, hosts), *_links(package))


def _lengths(draft: Draft) -> Iterator[Finding]:
    texts = {"content": draft.content, "headline": draft.title, "byline": draft.author, "summary": draft.digest}
    told: set[tuple[str, str]] = set()
    for limit in LIMITS:
        text = texts[limit.field]
        length = len(text.encode()) if limit.unit == "bytes" else len(text)
        if length > limit.most and (limit.field, limit.unit) not in told:
            told.add((limit.field, limit.unit))
            yield Finding(
                "T02",
                limit.severity,
                text[limit.most : limit.most + 20] if limit.unit == "characters" else "",
                field=None if limit.field == "content" else limit.field,
                message=f"formats.wechat_{limit.field}_{limit.unit}",
                values={"length": f"{length:,}", "most": f"{limit.most:,}", "source": limit.source},
            )
    if not draft.title:
        yield Finding("T02", Severity.ERROR, "", field="headline", message="formats.wechat_no_title")


def _pictures(package: Package, pictures: Mapping[str, str] | None, hosts: Collection[str]) -> Iterator[Finding]:
    for index, block in enumerate(package.article.blocks):
        if not isinstance(block, Image):
            continue
        here = block.source.removeprefix("asset:") in package.assets
        address = "" if pictures is None else pictures.get(block.source, "")
        if pictures is None and not here:
            yield _picture(index, block, "formats.wechat_picture_not_here")
        elif pictures is not None and not address:
            yield _picture(index, block, "formats.wechat_picture_not_uploaded")
        elif address and not _at(address, hosts):
            yield _picture(index, block, "formats.wechat_picture_foreign", address)


def _picture(index: int, image: Image, message: str, address: str = "") -> Finding:
    shown = image.caption or image.alt or image.source
    return Finding(
        "T03", Severity.ERROR, address or image.source, message=message, values={"picture": shown}, block=index
    )


def _at(address: str, hosts: Collection[str]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and (parts.hostname or "") in hosts


def _links(package: Package) -> Iterator[Finding]:
    """Links that become figures with their address at the end: nothing is lost, but nobody can press them."""
    for index, block in enumerate(package.article.blocks):
        for runs in texts_of(block):
            for run in runs:
                if run.href and not wechat.is_own(run.href):
                    yield Finding(
                        "T04",
                        Severity.INFO,
                        run.href,
                        message="formats.wechat_link",
                        values={"text": run.text or block_text(block)[:20]},
                        block=index,
                    )
