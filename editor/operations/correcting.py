"""更正: begun as a draft, decided when it is submitted.

Nothing stands in the book until the corrected text, or its notice, is submitted; until then it can be undone without a
trace. Then a `correct` entry says in which form readers are told, before anybody passes the text (decision 0011).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.article import Note
from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, correction_words, objections
from editor.operations.acting import actor
from editor.operations.content import Content, from_revision
from editor.operations.desk import new_id
from editor.operations.numbering import next_number
from editor.operations.outbox.fixed import fixed_places
from editor.operations.projection import drop_rows
from editor.operations.revising import before_another_writes
from editor.store import drafts, listing
from editor.workflow.correction import Form, before_of, form_of, lawful, notice_of, out
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.workflow.entry import Entry
    from editor.workflow.rules import Round

FORMS = tuple(str(form) for form in Form)


@dataclass(frozen=True, slots=True)
class Begun:
    """A correction that was begun.

    Attributes:
        name: Of the article as commands write it.
        form: notice, note or silent.
        what: What readers are told, as it stands in the draft; "" = nothing yet.
        notice: Name of the notice's draft, "" for other forms.
        count: 更正第N次.
        decided: Whether a `correct` entry was written at once, since the corrected text is under review.
    """

    name: str
    number: str
    actor: str
    form: str
    what: str
    notice: str
    notice_number: str
    count: int
    decided: bool
    changes: Changes


def round_of(sheet: Sheet) -> Round | None:
    """The round of review in which a correction goes on, None when there is none."""
    current = sheet.standing.current
    if current is None or objections.no_open_round(sheet) or current.next_level is None:
        return None
    return current if before_of(sheet.standing, current) else None


def correct(
    desk: Desk, name: str, form: str = "", *, what: str = "", why: str = "", person: str | None = None
) -> Begun:
    """更正: the draft of the corrected text, with a note at its end or with a notice of its own, or with neither.

    Args:
        desk: Where.
        name: Which article or variant.
        form: ``notice`` 更正启事, ``note`` 文末更正说明, ``silent`` 静默订正; "" = as the newsroom's rules say.
        what: What was wrong and what is right, for readers; "" = drafted from what was changed in the draft so far.
        why: Why, for the newsroom.
        person: Who begins it; None = the only one here who may.

    Raises:
        EditorError: Nothing of it is out, it was withdrawn, the person lacks the level, or there is no such form.
    """
    if form and form_of(form) is None:
        raise EditorError.usage("correct_form", form=form, forms=", ".join(FORMS))
    with desk.writing() as session:
        sheet = articles.find(session, name)
        chosen = Form(form or _default(session, sheet))
        identity = actor(session, person, lambda who: objections.correct(session, sheet, who.person, chosen))
        sheet = before_another_writes(session, sheet, identity.person)
        before = sheet.published
        if before is None:
            raise EditorError.refused("not_out", id=sheet.name)
        said = correction_words.whole(what) or suggested(sheet, before)
        marker: dict[str, Any] = {"form": str(chosen), "what": said, "why": why.strip()}
        notice = _notice(session, sheet, marker, before, identity.person) if chosen == Form.NOTICE else None
        if notice is not None:
            marker["notice"] = notice.article
        content = dataclasses.replace(_noted(session, sheet, before, chosen, said), correct=marker)
        decided = _decided(session, sheet, identity, marker)
        if decided:
            content = dataclasses.replace(content, correct=None)
        if not decided or not content.same_text(sheet.content):
            drafts.save(desk.library, articles.drafted(session, sheet, content, identity.person))
        articles.refresh(session, sheet.article)
        return _begun(sheet, identity, marker, notice, decided=decided)


def _begun(
    sheet: Sheet, identity: Identity, marker: dict[str, Any], notice: Sheet | None = None, *, decided: bool = False
) -> Begun:
    touched = {sheet.article} | ({notice.article} if notice is not None else set())
    return Begun(
        name=sheet.name,
        number=sheet.content.slip.number,
        actor=identity.name,
        form=str(marker.get("form", "")),
        what=str(marker.get("what", "")),
        notice=notice.name if notice is not None else "",
        notice_number=notice.content.slip.number if notice is not None else "",
        count=_count(sheet),
        decided=decided,
        changes=Changes(drafts=frozenset(touched)),
    )


def _count(sheet: Sheet) -> int:
    """N of 更正第N次: the one that goes on, else the next."""
    found = sheet.standing.corrections
    going = round_of(sheet)
    if going is not None:
        return next((one.number for one in found if one.round is not None and one.round.submit == going.submit), 1)
    return len(found) + 1


def _default(session: Session, sheet: Sheet) -> Form:
    rules = session.roster.settings_in_force(session.roster_heads, sheet.content.slip.column)
    return rules[0].correction


def suggested(sheet: Sheet, before: Entry) -> str:
    """What readers are told: what was said already, else what was changed so far."""
    notes = added(sheet.content, before)
    if notes:
        return notes[-1].text
    article = sheet.article
    return str((sheet.content.correct or {}).get("what") or "") or correction_words.what_changed(
        from_revision(before).article(article), sheet.content.article(article)
    )


def added(content: Content, before: Entry) -> tuple[Note, ...]:
    """Notes that what is out does not have yet."""
    old = from_revision(before).slip.corrections
    kept = content.slip.corrections
    return kept[len(old) :] if kept[: len(old)] == old else ()


def _noted(session: Session, sheet: Sheet, before: Entry, form: Form, what: str) -> Content:
    """The content with a note of this correction, or without one; notes of earlier corrections stay."""
    content = sheet.content
    kept = content.slip.corrections
    kept = kept[: len(kept) - len(added(content, before))]
    if form == Form.NOTE and what:
        kept = (*kept, Note(what, session.stamp()[:10]))
    return dataclasses.replace(content, slip=dataclasses.replace(content.slip, corrections=kept))


def _notice(session: Session, sheet: Sheet, marker: dict[str, Any], before: Entry, person: str) -> Sheet:
    """The notice's draft: the one that was begun for this correction, else a new one."""
    known = (sheet.content.correct or {}).get("notice")
    if isinstance(known, str) and (there := _draft_of_notice(session, sheet, known)) is not None:
        return there
    slip = from_revision(before).slip
    article = new_id()
    when = min((entry.at for entry in out(sheet.case, sheet.variant)), default="")
    made = Content(
        variant=sheet.variant,
        slip=dataclasses.replace(
            correction_words.notice_slip(slip, sheet.article, sheet.variant), number=next_number(session, article)
        ),
        text=correction_words.notice_text(slip, slip.published_at or when, str(marker["what"]), sheet.variant),
    )
    drafts.save(session.desk.library, articles.new_draft(session, article, made, person))
    articles.refresh(session, article)
    return articles.of_article(session, article)[sheet.variant]


def _draft_of_notice(session: Session, sheet: Sheet, article: str) -> Sheet | None:
    """A notice that was begun and not submitted yet."""
    if not listing.articles_named(session.connection, session.newsroom, article):
        return None
    there = articles.of_article(session, article).get(sheet.variant)
    unsent = there is not None and there.draft is not None and there.revision is None
    return there if unsent else None


def undo(desk: Desk, name: str, person: str | None = None) -> Begun:
    """Take back a correction that was begun and not submitted: its note, its form and its untouched notice go.

    What was changed in the text meanwhile stays in the draft.

    Raises:
        EditorError: None was begun.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        marker = marker_of(sheet)
        before = sheet.published
        if marker is None or before is None:
            raise EditorError.refused("no_correction", id=sheet.name)
        identity = actor(session, person, lambda who: objections.not_active(session, who.person))
        content = dataclasses.replace(_noted(session, sheet, before, Form.SILENT, ""), correct=None)
        revision = sheet.revision
        if sheet.draft is not None and revision is not None and content.same_text(from_revision(revision)):
            drafts.drop(session.connection, sheet.draft)
        else:
            drafts.save(desk.library, articles.drafted(session, sheet, content, identity.person))
        notice = _draft_of_notice(session, sheet, str(marker.get("notice", "")))
        begun = _begun(sheet, identity, {"form": marker.get("form", "")})
        if notice is not None and notice.draft is not None and _untouched(notice, sheet, before, marker):
            drafts.drop(session.connection, notice.draft)
            drop_rows(session, notice.article, [])
            begun = dataclasses.replace(begun, changes=begun.changes | Changes(drafts=frozenset({notice.article})))
        articles.refresh(session, sheet.article)
        return begun


def _untouched(notice: Sheet, sheet: Sheet, before: Entry, marker: dict[str, Any]) -> bool:
    """Whether nobody has written in the notice since it was drafted."""
    slip = from_revision(before).slip
    when = min((entry.at for entry in out(sheet.case, sheet.variant)), default="")
    text = correction_words.notice_text(slip, slip.published_at or when, str(marker.get("what", "")), sheet.variant)
    fresh = correction_words.notice_slip(slip, sheet.article, sheet.variant)
    there = notice.content
    return there.text == text and dataclasses.replace(there.slip, number="") == fresh


def marker_of(sheet: Sheet) -> dict[str, Any] | None:
    """What was decided about the correction that the draft is, None when it is none."""
    if sheet.draft is None:
        return None
    marker = sheet.content.correct
    return dict(marker) if marker and form_of(marker.get("form")) is not None else None


def _decided(session: Session, sheet: Sheet, identity: Identity, marker: dict[str, Any]) -> bool:
    """Under review the form is decided at once: whoever passes the text next has seen it."""
    going = round_of(sheet)
    if going is None:
        return False
    _write(session, sheet, identity, marker, before_of(sheet.standing, going), going.submit.id)
    return True


def _write(
    session: Session, sheet: Sheet, identity: Identity, marker: dict[str, Any], target: str, submit: str
) -> Entry:
    content = {"target": target, **{key: value for key, value in marker.items() if value}}
    if submit:
        content["submit"] = submit
    case = session.case(sheet.article)
    entry = session.compose(identity.person, Kind.CORRECT, sheet.article, sheet.variant, content, case)
    return session.write(identity, entry)


def objection_to_submit(session: Session, sheet: Sheet, person: str) -> str:
    """Why somebody may not submit the draft of a correction or of a notice: he decides its form by that."""
    marker = marker_of(sheet)
    if marker is not None and sheet.published is not None:
        return objections.correct(session, sheet, person, Form(str(marker["form"])))
    corrected = corrected_by(session, sheet)
    return objections.correct(session, corrected, person, Form.NOTICE) if corrected is not None else ""


def decide(
    session: Session, sheet: Sheet, identity: Identity, marker: dict[str, Any] | None, submit: Entry
) -> frozenset[str]:
    """Write down what was decided, once the text is submitted; gives the articles that were touched besides.

    Args:
        session: An open unit of work.
        sheet: The article as it was before.
        identity: Who submits.
        marker: What the draft said, see `marker_of`.
        submit: The entry that opened the round.
    """
    before = sheet.published
    if marker is not None and before is not None:
        _write(session, sheet, identity, marker, before.id, submit.id)
    corrected = corrected_by(session, sheet)
    if corrected is None:
        return frozenset()
    known = corrected.case.history.of_kind(Kind.CORRECT, corrected.variant)
    if any(notice_of(entry) == sheet.article and lawful(corrected.case, entry) for entry in known):
        return frozenset()
    target = corrected.published
    if target is None:
        return frozenset()
    said = marker_of(corrected) or {}
    told = {"form": str(Form.NOTICE), "notice": sheet.article, "what": said.get("what", ""), "why": said.get("why", "")}
    _write(session, corrected, identity, told, target.id, "")
    _drop_empty(session, corrected, sheet.article)
    articles.refresh(session, corrected.article)
    return frozenset({corrected.article})


def _drop_empty(session: Session, corrected: Sheet, notice: str) -> None:
    """The draft of a corrected text in which nothing was changed is not waited for: its notice says it all."""
    marker = marker_of(corrected)
    if corrected.draft is not None and marker is not None and marker.get("notice") == notice:
        if objections.has_changes(corrected):
            return
        drafts.drop(session.connection, corrected.draft)


def corrected_by(session: Session, sheet: Sheet) -> Sheet | None:
    """The article that a notice corrects, in the notice's variant where it has that; None where it is none."""
    article = sheet.content.slip.corrects
    if not article or article == sheet.article:
        return None
    if not listing.articles_named(session.connection, session.newsroom, article):
        return None
    there = articles.of_article(session, article)
    own = next(iter(there.values())).own
    return there.get(sheet.variant) or there[own]


def unchangeable(desk: Desk, name: str) -> tuple[str, ...]:
    """Names of the places where what is out of an article cannot be changed: there a notice is what is left."""
    with desk.reading() as session:
        sheet = articles.find(session, name)
        return fixed_places(session, sheet.article, str(sheet.variant))
