"""Words of review: levels, what was done, when, what is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from ui.articles.words import moment
from ui.destinations import place_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from editor.records.review import Before, Comparison, Step

FINAL = 3  # review levels are 1, 2, 3 or 1, 3: the last one signs off
_FEW = 3


def level_word(level: int) -> str:
    """What a review level is called."""
    translate = QCoreApplication.translate
    return {
        1: translate("Review", "First review"),
        2: translate("Review", "Second review"),
        FINAL: translate("Review", "Final review"),
    }.get(level, "")


def step_word(key: str) -> str:
    """What a step of the bar is called: draft, level1, level2, level3, sent."""
    translate = QCoreApplication.translate
    return {
        "draft": translate("Review", "Draft"),
        "level1": level_word(1),
        "level2": level_word(2),
        "level3": translate("Review", "Final sign-off"),
        "sent": translate("Review", "Published"),
    }.get(key, key)


def action_word(name: str, level: int = 0) -> str:
    """What is written on the button of an action."""
    translate = QCoreApplication.translate
    if name == "sign":
        return _sign_word(level)
    return {
        "submit": translate("Review", "Submit for review"),
        "return": translate("Review", "Return"),
        "countercheck": translate("Review", "Countercheck"),
        "hold": translate("Review", "Hold"),
        "refuse": translate("Review", "Do not use"),
        "reopen": translate("Review", "Reopen"),
        "recall": translate("Review", "Recall"),
        "take": translate("Review", "Take"),
        "comment": translate("Review", "Remark"),
        "correct": translate("Review", "Correct…"),
        "withdraw": translate("Review", "Withdraw"),
        "deliver": translate("Review", "Publish"),
        "edit": translate("Review", "Edit"),
    }.get(name, name)


def _sign_word(level: int) -> str:
    translate = QCoreApplication.translate
    return {
        1: translate("Review", "Pass first review"),
        2: translate("Review", "Pass second review"),
        FINAL: translate("Review", "Pass and sign off"),
    }.get(level, translate("Review", "Pass"))


def pass_on(level: int, following: int) -> str:
    """What is written on the button that passes, where there is room to say what comes next (0 = nothing)."""
    translate = QCoreApplication.translate
    if not following:
        return _sign_word(level)
    return translate("Review", "Pass to {level}").format(level=level_word(following))


def reasons() -> tuple[str, ...]:
    """Reasons for a return that are offered where the newsroom has no list of its own; at most nine."""
    translate = QCoreApplication.translate
    return (
        translate("Review", "Facts to be verified"),
        translate("Review", "Orientation"),
        translate("Review", "Essentials missing"),
        translate("Review", "Errors in the text"),
        translate("Review", "Pictures"),
        translate("Review", "Source unclear"),
        translate("Review", "Duplicate"),
        translate("Review", "Talked about on the phone"),
    )


def withdrawal_reasons() -> tuple[str, ...]:
    """Reasons for a withdrawal that are offered; at most nine."""
    translate = QCoreApplication.translate
    return (
        translate("Review", "Facts are wrong"),
        translate("Review", "By order"),
        translate("Review", "Rights or privacy"),
        translate("Review", "Published twice"),
        translate("Review", "Other reason"),
    )


def receivers() -> tuple[tuple[str, str], ...]:
    """To whom an article can go back: code and word."""
    translate = QCoreApplication.translate
    return (
        ("author", translate("Review", "Author")),
        ("editor", translate("Review", "Editor in charge")),
        ("level", translate("Review", "Level before")),
    )


def outlet_word(name: str) -> str:
    """What an outlet is called; one that the newsroom named itself as it is."""
    translate = QCoreApplication.translate
    return {
        "web": translate("Review", "website"),
        "app": translate("Review", "app"),
        "wechat": translate("Review", "WeChat"),
        "paper": translate("Review", "newspaper"),
    }.get(name, name)


def field_word(name: str) -> str:
    """What a field of the slip, or of a picture, is called; those of an outlet with the outlet before."""
    translate = QCoreApplication.translate
    if name.startswith("outlets."):
        _, outlet, field = name.split(".", 2)
        return translate("Review", "{outlet}: {field}").format(outlet=outlet_word(outlet), field=field_word(field))
    return _field(name) or name


def _field(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "genre": translate("Review", "Genre"),
        "kicker": translate("Review", "Kicker"),
        "headline": translate("Review", "Headline"),
        "subheadline": translate("Review", "Subheadline"),
        "byline": translate("Review", "Byline"),
        "editor": translate("Review", "Editor"),
        "responsible_editor": translate("Review", "Responsible editor"),
        "source": translate("Review", "Source"),
        "column": translate("Review", "Column"),
        "dateline": translate("Review", "Dateline"),
        "keywords": translate("Review", "Keywords"),
        "summary": translate("Review", "Summary"),
        "origin": translate("Review", "Origin"),
        "origin_url": translate("Review", "Original page"),
        "published_at": translate("Review", "First published"),
        "original_headline": translate("Review", "Original headline"),
        "original_authors": translate("Review", "Original authors"),
        "page_credits": translate("Review", "Credits of the page"),
        "deadline": translate("Review", "Deadline"),
        "publish_at": translate("Review", "Publish at"),
        "embargo": translate("Review", "Embargo"),
        "contact": translate("Review", "Contact"),
        "planned_length": translate("Review", "Planned length"),
        "corrections": translate("Review", "Correction notes"),
        "corrects": translate("Review", "Corrects"),
        "cover": translate("Review", "Cover"),
        "credit": translate("Review", "Credit"),
        "alt": translate("Review", "Description"),
    }.get(name, "")


def value(name: str, text: str) -> str:
    """The value of a field as people read it: words for codes, times without their zone; any other text as it is."""
    translate = QCoreApplication.translate
    field = name.rpartition(".")[2]
    if field == "origin":
        return {
            "own": translate("Review", "Own report"),
            "first": translate("Review", "First publication"),
            "reprint": translate("Review", "Reprint"),
            "wire_copy": translate("Review", "Wire copy"),
        }.get(text, text)
    if field == "genre":
        return {
            "news": translate("Review", "News"),
            "feature": translate("Review", "Feature"),
            "commentary": translate("Review", "Commentary"),
            "interview": translate("Review", "Interview"),
            "notice": translate("Review", "Notice"),
            "picture": translate("Review", "Picture story"),
            "other": translate("Review", "Other"),
        }.get(text, text)
    if field in {"deadline", "publish_at", "embargo", "published_at"} and "T" in text:
        found = moment(text)
        return f"{found:%Y-%m-%d %H:%M}" if found is not None else text
    return text


def when(iso: str, now: datetime) -> str:
    """A time of the record: day and minute, the year where it is another one; "" for none."""
    found = moment(iso)
    if found is None:
        return ""
    here = found.astimezone(now.tzinfo)
    pattern = (
        QCoreApplication.translate("Review", "MMM d, HH:mm")
        if here.year == now.year
        else QCoreApplication.translate("Review", "MMM d, yyyy, HH:mm")
    )
    point = QDateTime(QDate(here.year, here.month, here.day), QTime(here.hour, here.minute))
    return QLocale().toString(point, pattern)


def version(number: int) -> str:
    """第N版."""
    return QCoreApplication.translate("Review", "version {n}").format(n=number)


def amount(added: int, removed: int) -> str:
    """+312 −88, "" when nothing changed."""
    parts = [f"+{added:,}"] if added else []
    if removed:
        parts.append(f"−{removed:,}")
    if not parts:
        return ""
    return QCoreApplication.translate("Review", "{amount} characters").format(amount=" ".join(parts))


def extent(comparison: Comparison) -> str:
    """How much differs: characters, and pictures where some do."""
    told = [amount(comparison.added, comparison.removed)]
    if comparison.images:
        count = len(comparison.images)
        told.append(QCoreApplication.translate("Review", "{n} pictures changed").format(n=count))
    return " · ".join(part for part in told if part)


def names(people: Sequence[str]) -> str:
    """Some names; the first three and how many there are when there are more."""
    translate = QCoreApplication.translate
    joined = translate("Review", ", ").join(people[:_FEW])
    if len(people) <= _FEW:
        return joined
    return translate("Review", "{names} and others ({count})").format(names=joined, count=len(people))


def listed(parts: Sequence[str]) -> str:
    """Some words in a row."""
    return QCoreApplication.translate("Review", ", ").join(parts)


def compared(before: Before, timeline: Sequence[Step] = ()) -> str:
    """The header of a comparison: what stands at the left ↔ now; the record tells which level passed it."""
    translate = QCoreApplication.translate
    number = before.version.number if before.version is not None else 0
    told = {
        "passed": _passed(before, timeline),
        "read": translate("Review", "Version {n}, as you read it before ↔ now"),
        "returned": translate("Review", "Version {n}, as it was returned ↔ now"),
        "source": translate("Review", "Source text (version {n}) ↔ this variant"),
        "nothing": translate("Review", "Nobody has read this yet: read all of it"),
    }.get(before.why, translate("Review", "Version {n} ↔ now"))
    return told.format(n=number)


def against(number: int) -> str:
    """The header of a comparison with a version that somebody chose."""
    return QCoreApplication.translate("Review", "Version {n} ↔ now").format(n=number)


def _passed(before: Before, timeline: Sequence[Step]) -> str:
    translate = QCoreApplication.translate
    revision = before.version.revision if before.version is not None else ""
    level = max((s.level for s in timeline if s.kind == "sign" and s.counts and s.revision == revision), default=0)
    return {
        1: translate("Review", "Version {n}, passed in first review ↔ now"),
        2: translate("Review", "Version {n}, passed in second review ↔ now"),
    }.get(level, translate("Review", "Version {n}, as it was passed ↔ now"))


def scope(comparison: Comparison) -> str:
    """仅改稿签 and the like, "" where the text itself differs."""
    translate = QCoreApplication.translate
    return {
        "slip": translate("Review", "Slip only"),
        "captions": translate("Review", "Captions only"),
        "style": translate("Review", "Formatting only"),
    }.get(comparison.scope, "")


def done(step: Step) -> str:
    """What somebody did, as it stands behind the name in the record."""
    translate = QCoreApplication.translate
    match step.kind:
        case "revision":
            return _made(step)
        case "correct":
            return correction_decided(step)
        case "submit":
            return _submitted(step)
        case "sign":
            return _signed(step.level)
        case "return":
            return _returned(step.to)
    return {
        "recall": translate("Review", "recalled it"),
        "take": translate("Review", "took it"),
        "hold": translate("Review", "put it on hold"),
        "refuse": translate("Review", "decided not to use it"),
        "reopen": translate("Review", "reopened it"),
        "withdraw": translate("Review", "withdrew it"),
        "countercheck": translate("Review", "counterchecked the changes"),
        "comment": translate("Review", "remarked"),
    }.get(step.kind, step.kind)


def form_word(form: str) -> str:
    """How readers are told of a correction."""
    translate = QCoreApplication.translate
    return {
        "notice": translate("Review", "Notice of correction"),
        "note": translate("Review", "Note at the end"),
        "silent": translate("Review", "Silent correction"),
    }.get(form, translate("Review", "no form given"))


def form_told(form: str) -> str:
    """What a form of correction means."""
    translate = QCoreApplication.translate
    return {
        "notice": translate("Review", "An article of its own; it and the corrected article link to each other."),
        "note": translate("Review", "A dated note under the corrected article, part of what is signed."),
        "silent": translate("Review", "Readers are told nothing; signed and kept in the record. Takes the last level."),
    }.get(form, "")


def correction(number: int) -> str:
    """更正第N次."""
    return QCoreApplication.translate("Review", "Correction {n}").format(n=number)


def correction_decided(step: Step) -> str:
    """What somebody decided about a correction."""
    told = QCoreApplication.translate("Review", "correction {n}: {form}")
    return told.format(n=step.correction or "?", form=form_word(step.form))


def published(destination: str, action: str = "put") -> str:
    """已发布, and where; of other receipts what they say."""
    translate = QCoreApplication.translate
    others = {
        "remove": translate("Receipts", "taken down"),
        "adopted": translate("Receipts", "published by hand, adopted"),
        "looked": translate("Receipts", "looked as a visitor"),
    }
    if action in others:
        return " · ".join(part for part in (others[action], place_word(destination)) if part)
    if not destination:
        return translate("Review", "published")
    return translate("Review", "published to {where}").format(where=place_word(destination))


def _submitted(step: Step) -> str:
    translate = QCoreApplication.translate
    if step.correction:
        return translate("Review", "submitted correction {n}").format(n=step.correction)
    return translate("Review", "submitted again") if step.round > 1 else translate("Review", "submitted")


def _made(step: Step) -> str:
    translate = QCoreApplication.translate
    if step.made == "reviewed":
        return translate("Review", "corrected {n} places").format(n=step.places)
    return {
        "entered": translate("Review", "entered it for somebody else"),
        "derived": translate("Review", "converted it"),
    }.get(step.made, translate("Review", "wrote"))


def _signed(level: int) -> str:
    translate = QCoreApplication.translate
    return {
        1: translate("Review", "passed first review"),
        2: translate("Review", "passed second review"),
        FINAL: translate("Review", "signed off"),
    }.get(level, translate("Review", "passed"))


def _returned(to: str) -> str:
    translate = QCoreApplication.translate
    return {
        "editor": translate("Review", "returned it to the editor in charge"),
        "level": translate("Review", "returned it to the level before"),
    }.get(to, translate("Review", "returned it to the author"))
