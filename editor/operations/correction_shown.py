"""A correction as a person sees it before he passes it: which one it is, its form, and what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.findings import Finding, Severity
from editor.operations import articles, correcting
from editor.operations.outbox.fixed import fixed_places
from editor.records.review import CorrectionShown
from editor.workflow.correction import Form, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.workflow.correction import Correction


def shown(session: Session, sheet: Sheet) -> CorrectionShown | None:
    """What there is to say of corrections of an article, None when it is neither out nor a notice."""
    corrected = correcting.corrected_by(session, sheet)
    if corrected is not None:
        slip = corrected.content.slip
        return CorrectionShown(corrects=corrected.name, corrects_called=f"{slip.number} {slip.headline}".strip())
    before = sheet.published
    if before is None:
        return None
    marker = correcting.marker_of(sheet)
    going = _going(sheet)
    state = "begun" if marker is not None else "review" if going is not None else ""
    form = _form(marker, going)
    found = sheet.standing.corrections
    number = going.number if going is not None else len(found) + (1 if state == "begun" else 0)
    notice = str((marker or {}).get("notice", "")) or (going.notice if going is not None else "")
    fixed = fixed_places(session, sheet.article, str(sheet.variant))
    rules = session.roster.settings_in_force(session.roster_heads, sheet.content.slip.column)
    return CorrectionShown(
        number=number,
        state=state,
        form=str(form or ""),
        usual=str(rules[0].correction),
        what=correcting.suggested(sheet, before),
        why=str((marker or {}).get("why", "")),
        notice=notice,
        notice_called=_called(session, notice),
        fixed=fixed,
        remarks=tuple(_remarks(sheet, form, state, notice, fixed)),
    )


def _going(sheet: Sheet) -> Correction | None:
    """The correction that is under review."""
    going = correcting.round_of(sheet)
    if going is None:
        return None
    found = sheet.standing.corrections
    return next((one for one in found if one.round is not None and one.round.submit.id == going.submit.id), None)


def _form(marker: dict[str, object] | None, going: Correction | None) -> Form | None:
    if marker is not None:
        return form_of(marker.get("form"))
    return going.form if going is not None else None


def _called(session: Session, article: str) -> str:
    if not article:
        return ""
    try:
        slip = articles.find(session, article).content.slip
    except EditorError:
        return article
    return f"{slip.number} {slip.headline}".strip()


def _remarks(sheet: Sheet, form: Form | None, state: str, notice: str, fixed: tuple[str, ...]) -> Iterator[Finding]:
    """What whoever passes it should know; only while something is going on."""
    if state:
        yield from _told(sheet, form, notice)
    if state and fixed and form != Form.NOTICE:
        yield _finding("cannot_change", Severity.WARNING, places="、".join(fixed))


def _told(sheet: Sheet, form: Form | None, notice: str) -> Iterator[Finding]:
    """Whether readers are told as was decided."""
    before = sheet.published
    added = correcting.added(sheet.content, before) if before is not None else ()
    if form is None:
        yield _finding("unsaid", Severity.WARNING)
    elif form == Form.NOTE and not added:
        yield _finding("no_note", Severity.ERROR)
    elif form != Form.NOTE and added:
        yield _finding("note_besides", Severity.WARNING)
    if form == Form.NOTICE and not notice:
        yield _finding("no_notice", Severity.WARNING)


def _finding(code: str, severity: Severity, **values: str) -> Finding:
    return Finding("correction", severity, "", field="corrections", message=f"correct.remark_{code}", values=values)


def remarks(session: Session, sheet: Sheet) -> tuple[Finding, ...]:
    """What `shown` remarks, for commands."""
    told = shown(session, sheet)
    return told.remarks if told is not None else ()
