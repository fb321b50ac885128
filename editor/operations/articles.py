"""Finding articles by what people call them, reading what stands there, and keeping the list true."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.article import Variant
from editor.errors import EditorError
from editor.operations import projection
from editor.operations.content import Content, from_draft, from_revision, to_draft
from editor.store import deliveries, drafts, listing
from editor.store.dates import moment
from editor.workflow.correction import out
from editor.workflow.entry import Kind
from editor.workflow.history import derived_from
from editor.workflow.rules import RevisionKind
from editor.workflow.state import Standing, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.operations.desk import Session
    from editor.store.drafts import Draft
    from editor.workflow.entry import Entry
    from editor.workflow.rules import Case


@dataclass(frozen=True)
class Sheet:
    """One variant of an article as it lies on the desk.

    Attributes:
        name: Id as commands write it (``ID`` or ``ID@variant``).
        own: The article's own variant.
        draft: What somebody is writing on it, None when nobody is.
        standing: Its rounds and sign-offs.
        delivered: Revisions that this computer has delivered somewhere → when it did so last.
    """

    article: str
    variant: Variant
    own: Variant
    case: Case
    draft: Draft | None
    standing: Standing
    delivered: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Id as commands write it."""
        return self.article if self.variant == self.own else f"{self.article}@{self.variant}"

    @property
    def revision(self) -> Entry | None:
        """The revision that a reader is shown, None before the first."""
        return self.standing.text

    @property
    def content(self) -> Content:
        """What it says now: the draft where there is one, else the revision."""
        if self.draft is not None:
            return from_draft(self.variant, self.draft.text)
        revision = self.revision
        if revision is None:
            raise EditorError.unreadable("variant_unknown", id=self.article, variant=str(self.variant))
        return from_revision(revision)

    @property
    def published(self) -> Entry | None:
        """The newest revision that readers see or saw, None when nothing is out."""
        history = self.case.history
        known = {*(entry.target for entry in out(self.case, self.variant)), *self.delivered}
        revisions = [entry for entry in history.of_kind(Kind.REVISION, self.variant) if entry.id in known]
        return max(revisions, key=lambda entry: (len(history.ancestry(entry.id)), entry.at, entry.id), default=None)

    @property
    def as_original(self) -> bool | None:
        """Whether the text is the kept original but for mended damage (与原件一致); None before the first revision."""
        revision = self.revision
        if revision is None:
            return None
        history = self.case.history
        kinds = {self.case.kind(history.entries[identifier]) for identifier in history.ancestry(revision.id)}
        return self.draft is None and kinds <= {RevisionKind.ENTERED, RevisionKind.DERIVED}

    @property
    def state(self) -> State:
        """The one word for it: that of the entries, and 已发布 also where this computer itself delivered it."""
        state = self.standing.state
        release = self.standing.release
        if state != State.APPROVED or release is None:
            return state
        delivered = self.delivered.get(release.revision.id)
        before = self.standing.withdrawn_before(release)
        if delivered is None or any((moment(gone.at) or 0) > (moment(delivered) or 0) for gone in before):
            return state
        return State.SENT


def find(session: Session, name: str) -> Sheet:
    """The variant of an article that an id or 稿号, with or without ``@variant``, names.

    Raises:
        EditorError: There is none (exit 3), or a 稿号 names several (exit 2).
    """
    identifier, _, variant = name.partition("@")
    found = listing.articles_named(session.connection, session.newsroom, identifier)
    if not found:
        raise EditorError.unreadable("article_unknown", id=name)
    if len(found) > 1:
        raise EditorError.usage("number_twice", number=identifier, ids=" ".join(found))
    there = of_article(session, found[0])
    own = next(iter(there.values())).own
    try:
        wanted = Variant(variant) if variant else own
    except ValueError:
        raise EditorError.usage("variant_not_known", variant=variant) from None
    if wanted not in there:
        raise EditorError.unreadable("variant_unknown", id=identifier, variant=str(wanted))
    return there[wanted]


def of_article(session: Session, article: str) -> dict[Variant, Sheet]:
    """Every variant of an article, its own first."""
    return sheets(session, article, session.case(article))


def sheets(session: Session, article: str, case: Case) -> dict[Variant, Sheet]:
    """The same from entries that were read already."""
    kept = drafts.find(session.connection, session.newsroom, article)
    revisions = case.history.of_kind(Kind.REVISION)
    names = {*kept, *(entry.variant for entry in revisions)}
    known = [variant for variant in Variant if variant in names]
    if not known:
        raise EditorError.unreadable("article_unknown", id=article)
    own = _own(revisions, kept, known)
    delivered = deliveries.revisions(session.connection, session.newsroom, article)
    return {
        variant: Sheet(article, variant, own, case, kept.get(variant), Standing(case, variant), delivered)
        for variant in sorted(known, key=lambda item: item != own)
    }


def _own(revisions: list[Entry], kept: dict[str, Draft], known: list[Variant]) -> Variant:
    """The variant that was not derived from another; of several the one that was there first."""
    roots = sorted((e for e in revisions if not e.parents and not derived_from(e)), key=lambda e: (e.at, e.id))
    if roots:
        return Variant(roots[0].variant)
    drafted = [v for v, draft in kept.items() if _stands_alone(v, draft)]
    return Variant(drafted[0]) if drafted else known[0]


def _stands_alone(variant: str, draft: Draft) -> bool:
    """Whether a draft was not converted from another variant; of a damaged one nobody knows."""
    try:
        return from_draft(variant, draft.text).derived is None
    except EditorError:
        return False


def refresh(session: Session, article: str) -> None:
    """Make the rows of the list and the search index anew from entries and drafts of an article."""
    projection.refresh(session, article, of_article(session, article))


def drafted(session: Session, sheet: Sheet, content: Content, author: str) -> Draft:
    """The draft row for a content that goes on from what stands there."""
    base = sheet.revision.id if sheet.revision is not None else ""
    if sheet.draft is not None and not base:
        base = sheet.draft.base
    return dataclasses.replace(
        new_draft(session, sheet.article, content, author),
        base=base,
    )


def new_draft(session: Session, article: str, content: Content, author: str) -> Draft:
    """The draft row for a content that goes on from nothing."""
    return drafts.Draft(session.newsroom, article, content.variant, to_draft(content), "", author, session.stamp())
