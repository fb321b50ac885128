"""Packing: the package that goes out for an approval, with everything that proves it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from editor.article import Article
from editor.errors import EditorError
from editor.markup.reader import read
from editor.newsroom.signature import signed_by
from editor.operations.content import from_revision
from editor.publish.formats.corrected import with_notes
from editor.publish.package import (
    WEB,
    Asset,
    Package,
    Proof,
    SignedEntry,
    SignOff,
    cover_of,
    covers_hash,
    outlets_of,
    outward,
)
from editor.store import kept_files

if TYPE_CHECKING:
    from editor.operations.articles import Sheet
    from editor.operations.content import Content
    from editor.operations.desk import Session
    from editor.workflow.entry import Entry
    from editor.workflow.state import Approval

_LEVEL_NAMES = {1: "初审", 2: "复审", 3: "终审签发"}


def package_of(session: Session, sheet: Sheet, release: Approval, outlet: str = WEB) -> Package:
    """The package that goes out for an approval; an outlet that the slip does not name prints what the web does."""
    content = from_revision(release.revision)
    outlet = outlet if outlet in outlets_of(content.slip) else WEB
    blocks = with_notes(read(content.text), content.slip, content.variant)
    shown = Article(sheet.article, content.variant, outward(content.slip, outlet), blocks)
    assets = {identifier: _asset(session, identifier) for identifier in content.assets}
    return Package(
        name=sheet.name,
        article=shown,
        text=content.text,
        outlet=outlet,
        modified_at=release.revision.at,
        proof=_proof(session, sheet, release, content, outlet),
        assets=assets,
        cover=cover_of(content.slip, outlet),
    )


def _asset(session: Session, identifier: str) -> Asset:
    def kept() -> bytes:
        found = kept_files.find(session.connection, session.newsroom, identifier)
        if found is None or hashlib.sha256(found[1]).hexdigest() != identifier:
            raise EditorError.library("asset_damaged", asset=identifier)
        return found[1]

    found = kept_files.find(session.connection, session.newsroom, identifier)
    return Asset(found[0] if found else "application/octet-stream", len(found[1]) if found else 0, kept)


def _proof(session: Session, sheet: Sheet, release: Approval, content: Content, outlet: str) -> Proof:
    last = release.round.setting.levels[-1] if release.round.setting else 0
    sign_offs = tuple(
        SignOff(
            level=sign.level,
            label=_LEVEL_NAMES[3 if sign.level == last else sign.level],
            name=_name(session, sign),
            member=sign.author,
            entry=sign.id,
            at=sign.at,
        )
        for sign in release.signs
    )
    return Proof(
        newsroom=session.newsroom,
        revision=release.revision.id,
        covers=covers_hash(sheet.article, content.variant, content.slip, content.text, outlet),
        sign_offs=sign_offs,
        counterchecked_by=tuple(dict.fromkeys(_name(session, entry) for entry in release.counterchecks)),
        bundle=_bundle(session, release),
    )


def _name(session: Session, entry: Entry) -> str:
    member = session.roster.standing(entry)
    return member.name if member is not None else ""


def _bundle(session: Session, release: Approval) -> tuple[SignedEntry, ...]:
    """The entries that the proof rests on, and the `member` entries of everybody who wrote one of them."""
    wanted = [release.revision, release.round.submit, *release.signs, *release.counterchecks]
    people = {entry.author for entry in wanted}
    roster = [session.roster.entries[person] for person in sorted(people) if person in session.roster.entries]
    founding = session.roster.founding
    if founding is not None and founding not in roster:
        roster.append(founding)
    return tuple(
        SignedEntry(entry.id, entry.body, entry.sig, _key(session, entry))
        for entry in {entry.id: entry for entry in [*roster, *wanted]}.values()
    )


def _key(session: Session, entry: Entry) -> str:
    """The key that signed an entry; with one key there is nothing to try, the gate has checked the signature."""
    keys = session.roster.keys(entry)
    return keys[0] if len(keys) == 1 else signed_by(entry, keys) or ""
