"""Drafts of a WeChat Official Account. What is delivered stands in the draft box; a person there publishes it.

WeChat knows no id of ours: the key stands in the address of 阅读原文 (``content_source_url``), and after an answer that
was lost the box is looked through for it. A draft that was published leaves the box and is out of our hands.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.findings import Severity
from editor.publish.formats import wechat_limits
from editor.publish.formats.page import first_paragraph
from editor.publish.formats.wechat import TEMPLATES, pictures_of, shown_text
from editor.publish.targets.destination import BusyError, Health, Look, Loss, Piece, RefusedError, Traits
from editor.publish.targets.kinds import Option
from editor.publish.targets.web_piece import web_text
from editor.publish.targets.wechat_api import Api
from editor.publish.targets.wechat_drafts import Drafts, Marks, marked
from editor.publish.wire import Wire, checked_address
from editor.publish.words import moment, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.findings import Finding
    from editor.publish.package import Gone, Package
    from editor.publish.targets.destination import Standing, Status

_DIGEST = 54
"""Characters of the text that WeChat takes when there is no summary; we take them, so that they can be compared."""
_LINK = 900
"""Bytes of the address of 阅读原文 without our marks; with them WeChat takes 1,024."""


@dataclass(frozen=True, slots=True)
class DraftPiece(Piece):
    """A piece with the HTML that goes; WeChat rewrites it, so that fields hold what can be compared.

    Attributes:
        html: Pictures as ``asset:<sha256>``; its hash is part of the field ``version``.
    """

    html: str = ""


class WeChatKind:
    """See `kinds.Kind`."""

    name = "wechat"
    whole = False
    secret = True
    changes = False
    """A draft can be changed; once it is published, nobody can change it but by taking it down."""
    options = (
        Option("appid", required=True),
        Option("link", required=True),
        Option("template", default=TEMPLATES[0], choices=TEMPLATES),
        Option("comments", default="no", choices=("no", "yes", "fans")),
        Option("url", default="https://api.weixin.qq.com/"),
        Option("authority"),
    )

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind.address`."""
        appid = options["appid"].strip()
        if not (appid.isascii() and appid.isalnum()):
            raise EditorError.usage("wechat_appid_shape", value=appid)
        _link(options["link"])
        checked_address(options["url"])
        return f"wechat:{appid}"

    def link(self, options: Mapping[str, str], key: str) -> str:  # noqa: ARG002  only the account knows it
        """The address of what a person published there is not known to us: the other half is named without a link."""
        return ""

    def open(self, options: Mapping[str, str], secret: str) -> WeChat:
        """See `kinds.Kind.open`."""
        return WeChat(options, secret)


KIND = WeChatKind()


def _link(told: str) -> str:
    """Where 阅读原文 leads, with room for our marks.

    Raises:
        EditorError: It is no address of the web, or too long (exit 2).
    """
    address = told.strip()
    base, _, rest = address.partition("?")
    checked_address(base)
    if "#" in address or len(address.encode()) > _LINK or any(c.isspace() for c in rest):
        raise EditorError.usage("wechat_link_shape", value=address[:100], most=_LINK)
    return address


class WeChat:
    """The draft box of an account, see `destination.Destination`."""

    traits = Traits(page=1000, settle=120.0, leaves=True, unseen="drafts")

    def __init__(self, options: Mapping[str, str], secret: str) -> None:
        """Nothing is called yet."""
        self._options = options
        self._link = _link(options["link"])
        self._template = options.get("template") or TEMPLATES[0]
        connections = int(options.get("connections") or 4)
        wire = Wire(options["url"], connections=connections, authority=options.get("authority", ""))
        self._api = Api(wire, options["appid"].strip(), secret)
        self._drafts = Drafts(self._api, comments=options.get("comments") or "no")

    def probe(self) -> Health:
        """See `Destination.probe`."""
        try:
            self._api.token()
            self._api.call("draft/batchget", {"offset": 0, "count": 1, "no_content": 1})
        except (RefusedError, BusyError) as error:
            raise _told(error) from error
        return Health(self._options["appid"], self._api.wire.calls.clock_offset, (Loss("wechat_drafts_only"),))

    def piece(self, package: Package, key: str, publish_at: str) -> DraftPiece:
        """See `Destination.piece`."""
        text = web_text(package, key)
        sources = {source: source for source in pictures_of(package)}
        draft = wechat_limits.draft_of(package, template=self._template, pictures=sources)
        digest = draft.digest or first_paragraph(package.article.blocks)[:_DIGEST].strip()
        cover = text.cover.removeprefix("asset:")
        version = hashlib.sha256(f"{draft.content}\n{cover}".encode()).hexdigest()[:16]
        fields: dict[str, Any] = {
            "title": draft.title.strip(),
            "author": draft.author.strip(),
            "digest": digest,
            "content": shown_text(draft.content),
            "pictures": draft.content.count("<img "),
            "cover": cover[:16],
            "version": version,
            "link": marked(self._link, Marks(key, version, cover[:16])),
        }
        losses = [loss for loss in text.losses if loss.code != "link"]
        losses += _losses(wechat_limits.findings(package, template=self._template))
        if not cover:
            losses.append(Loss("wechat_no_cover", "cover", stops=True))
        losses.append(Loss("wechat_drafts_only"))
        when = utc_text(publish_at) if moment(publish_at) else ""
        return DraftPiece(key, package.name, fields, text.pictures, when, tuple(losses), draft.content)

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """See `Destination.find`."""
        return self._drafts.find(keys)

    def read(self, thing: str) -> Standing | None:
        """See `Destination.read`."""
        return self._drafts.read(thing)

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:  # noqa: ARG002  all there is is a draft
        """See `Destination.put`."""
        html = piece.html if isinstance(piece, DraftPiece) else ""
        if not html:
            raise RefusedError("wechat_content", errcode=0, words="-", rid="-")
        return self._drafts.put(piece, html, at)

    def remove(self, at: Standing, gone: Gone) -> Standing | None:  # noqa: ARG002  nobody has seen it: no notice is needed
        """See `Destination.remove`."""
        return self._drafts.remove(at)

    def look(self, address: str) -> Look:  # noqa: ARG002  the same for all
        """See `Destination.look`: a draft is seen by nobody, and of what was made public of it we know no address."""
        return Look(0)

    def close(self) -> None:
        """Hang up."""
        self._api.wire.close()


_SENTENCES = {
    "formats.wechat_headline_characters": ("wechat_too_long", "title"),
    "formats.wechat_byline_characters": ("wechat_too_long", "author"),
    "formats.wechat_summary_characters": ("wechat_too_long", "digest"),
    "formats.wechat_content_characters": ("wechat_too_long", "content"),
    "formats.wechat_content_bytes": ("too_many_bytes", "content"),
    "formats.wechat_no_title": ("wechat_no_title", "title"),
}


def _losses(findings: Sequence[Finding]) -> Iterator[Loss]:
    """What the limits say, in the words of losses; pictures that are not here are told of by `web_text`."""
    links = 0
    for finding in findings:
        known = _SENTENCES.get(finding.message or "")
        links += finding.message == "formats.wechat_link"
        if known:
            code, field = known
            detail = f"{finding.values['length']} > {finding.values['most']}" if finding.values else ""
            yield Loss(code, field, detail, stops=finding.severity == Severity.ERROR)
    if links:
        yield Loss("wechat_links", "content", str(links))


def _told(error: RefusedError | BusyError) -> EditorError:
    """What went wrong at a test of the connection; what is wrong with the account has a sentence of its own."""
    if isinstance(error, RefusedError) and error.stops:
        return EditorError.target(error.code, **error.details)
    words = error.details.get("words", error.code)
    return EditorError.target("wechat_probe", errcode=error.details.get("errcode", "?"), words=words)
