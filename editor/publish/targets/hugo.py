"""The content of a Hugo site: one page bundle an article, ``content/<section>/<key>/index.md``, pictures beside it.

A bundle is written aside and takes its place in one step, so that Hugo sees the old article or the new one. The text
is our own HTML (front matter ``markup: html``): Markdown would lose bold beside Chinese marks, and raw HTML in it is
left out. Hugo runs no template in it, since ``{{`` is written as character references.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.publish.targets.destination import Health, Look, Loss, Piece, RefusedError, Standing, Status, Traits
from editor.publish.targets.failures import failing_at
from editor.publish.targets.hugo_build import built
from editor.publish.targets.hugo_bundle import Bundle
from editor.publish.targets.hugo_trail import seen, trail
from editor.publish.targets.kinds import Option
from editor.publish.targets.web_piece import ABOVE, composed, web_text
from editor.publish.template import escaped
from editor.publish.words import moment, shown_time, utc_text, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone, Package
    from editor.publish.targets.traces import Trace, Trail
    from editor.publish.targets.web_piece import WebText

_KEY = re.compile(r"(nx-[a-z2-7]{26})-([a-z-]+)")
_SECTION = re.compile(r"[^\s/\\.][^/\\\x00-\x1f]{0,99}(?:/[^\s/\\.][^/\\\x00-\x1f]{0,99})*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SOON = 60.0
"""Seconds by which the clock of whoever runs Hugo may be behind ours."""
_FIRST_YEAR = 1000
_PLACES = ("config.toml", "config.yaml", "config.json", "hugo.toml", "hugo.yaml", "hugo.json", "config")


class HugoKind:
    """See `kinds.Kind`."""

    name = "hugo"
    whole = False
    secret = False
    options = (
        Option("path", required=True),
        Option("section", default="news"),
        Option("languages"),
        Option("details", default="text", choices=("text", "fields")),
        Option("indent", default="css", choices=("css", "none")),
        Option("build", default="no", choices=("no", "yes")),
    )

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind.address`."""
        languages(options.get("languages", ""))
        section = options.get("section") or "news"
        if not _SECTION.fullmatch(section):
            raise EditorError.usage("hugo_section", value=section)
        return f"hugo:{Path(options['path']).expanduser().resolve()}#{section}"

    def link(self, options: Mapping[str, str], key: str) -> str:
        """From the page of an article to another of the same language: bundles lie beside each other."""
        parts = _KEY.fullmatch(key)
        shared = parts is not None and parts[2] in languages(options.get("languages", ""))
        return f"../{parts[1] if parts is not None and shared else key}/"

    def open(self, options: Mapping[str, str], _secret: str) -> HugoContent:
        """See `kinds.Kind.open`."""
        return HugoContent(options)


KIND = HugoKind()


def languages(told: str) -> dict[str, str]:
    """``zh-CN=zh,zh-Hant-TW=tw``: variant in lower case → how its file ends, ``index.tw.md``.

    Raises:
        EditorError: It is not written like this, or two variants would be one file (exit 2).
    """
    found: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in told.replace("，", ",").split(","))):
        variant, _, language = (piece.strip().lower() for piece in part.partition("="))
        if not (_LANGUAGE.fullmatch(variant) and _LANGUAGE.fullmatch(language)) or language in found.values():
            raise EditorError.usage("hugo_languages", value=part)
        found[variant] = language
    return found


class HugoContent:
    """The content folder of a site, see `destination.Destination`."""

    def __init__(self, options: Mapping[str, str]) -> None:
        """Nothing is read yet."""
        self._options = options
        self._builds = options.get("build") == "yes"
        self.traits = Traits(page=1000, settle=0.0, unseen="" if self._builds else "built_elsewhere")
        self._site = Path(options["path"]).expanduser().resolve()
        self._folder = self._site / "content" / (options.get("section") or "news")
        self._languages = languages(options.get("languages", ""))
        self._unbuilt = self._site / ".gaotai-unbuilt"
        self._due = True

    def probe(self) -> Health:
        """See `Destination.probe`."""
        with failing_at(self._site):
            if not any((self._site / name).exists() for name in _PLACES):
                raise EditorError.target("hugo_no_site", folder=str(self._site))
            self._folder.mkdir(parents=True, exist_ok=True)
            trial = self._folder / ".gaotai-trial"
            trial.write_bytes(b"")
            trial.unlink()
        return Health()

    def piece(self, package: Package, key: str, publish_at: str) -> Piece:
        """See `Destination.piece`."""
        text = web_text(package, key)
        lines = self._options.get("details") != "fields"
        told = package.article.slip.published_at or text.facts["first_published"]
        at = moment(told) if told else None
        fields: dict[str, Any] = {
            "title": text.title,
            "content": composed(text, above=ABOVE if lines else (), indent=self._options.get("indent") != "none"),
            "summary": text.summary,
            "date": utc_text(told),
            "modified": utc_text(package.modified_at),
            "categories": [text.column] if text.column else [],
            "tags": list(text.keywords),
            "cover": text.cover,
            "facts": dict(text.facts),
        }
        bad = bool(told) and (at is None or at.year < _FIRST_YEAR or not fields["date"])
        dates = (Loss("hugo_date", "date", told[:40], stops=True),) if bad else ()
        when = utc_text(publish_at) if moment(publish_at) else ""
        return Piece(key, package.name, fields, text.pictures, when, (*text.losses, *dates, *self._about(text)))

    def _about(self, text: WebText) -> tuple[Loss, ...]:
        return () if text.column else (Loss("no_column", "categories"),)

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """See `Destination.find`."""
        found = {key: self.read(key) for key in keys}
        return {key: (standing,) for key, standing in found.items() if standing is not None}

    def read(self, thing: str) -> Standing | None:
        """See `Destination.read`; a thing is known by its key."""
        bundle = self._bundle(thing)
        with failing_at(self._site):
            return bundle.standing(thing)

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:  # noqa: ARG002  what stands there is written over whole
        """See `Destination.put`.

        Raises:
            RefusedError: Hugo would leave it out, since its date is still to come.
        """
        until = moment(piece.fields["date"])
        if status == Status.PUBLIC and until is not None and until.timestamp() > time.time() + _SOON:
            raise RefusedError("hugo_future", at=shown_time(piece.fields["date"]))
        bundle = self._bundle(piece.key)
        with failing_at(self._site):
            self._touch()
            bundle.write(piece, draft=status != Status.PUBLIC)
            standing = bundle.standing(piece.key)
        if standing is None:
            raise EditorError.target("target_failed", folder=str(self._folder), reason=piece.key)
        return standing

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """See `Destination.remove`."""
        bundle = self._bundle(at.thing)
        with failing_at(self._site):
            self._touch()
            if gone.notice:
                bundle.write(_notice(at, gone), draft=False)
                return bundle.standing(at.thing)
            bundle.remove()
        return Standing(at.thing, at.key, Status.GONE, at.address)

    def look(self, address: str) -> Look:
        """See `Destination.look`: what Hugo would make a page of, and what it has made."""
        place = Path(address)
        with failing_at(self._site):
            if self._folder in place.parents and place.name.startswith("index."):
                text = Bundle(place.parent, place.name).public_text()
                return Look(404) if text is None else Look(200, text)
            return seen(self._site, place) or Look(404)

    def trail(self, trace: Trace) -> Trail:
        """See `traces.Traceable`. A bundle that another variant shares stays in the lists by its name."""
        bundle = self._bundle(trace.key)
        with failing_at(self._site):
            return trail(self._site, () if trace.notice or bundle.is_there() else (bundle.name,))

    def finish(self) -> None:
        """See `destination.Finishing`: let Hugo make the pages, when that is wanted and something has changed."""
        if self._builds and self._due and self._unbuilt.exists():
            self._due = False  # what fails now fails again in a moment; the next connection tries it again
            built(self._site)
            self._unbuilt.unlink(missing_ok=True)

    def close(self) -> None:
        """See `finish`.

        Raises:
            EditorError: With what Hugo says (exit 6). What was written stays.
        """
        self.finish()

    def _touch(self) -> None:
        """Note that pages have to be made: a build that fails, or a program that dies, leaves it to the next time."""
        if self._builds:
            self._due = True
            self._unbuilt.touch()

    def _bundle(self, key: str) -> Bundle:
        """Where an article stands: variants that have a language of the site share a bundle."""
        if "/" in key or key.startswith("."):
            raise EditorError.target("package_name", name=key)
        parts = _KEY.fullmatch(key)
        language = self._languages.get(parts[2], "") if parts else ""
        if parts and language:
            return Bundle(self._folder / parts[1], f"index.{language}.md")
        return Bundle(self._folder / key, "index.md")


def _notice(at: Standing, gone: Gone) -> Piece:
    """A page that only says that the article was withdrawn."""
    told = words_of(gone.variant)
    content = f"<p>{escaped(told['notice_text'])}{escaped(told['notice_at'])}：{escaped(shown_time(gone.at))}。</p>"
    fields: dict[str, Any] = {
        "title": told["notice_title"],
        "content": content,
        "summary": "",
        "date": utc_text(gone.at),
        "modified": utc_text(gone.at),
        "categories": [],
        "tags": [],
        "cover": "",
        "facts": {"withdrawn": "yes"},
    }
    return Piece(at.key, gone.name, fields)
