"""The sign-off record as lines: what the core tells step by step, told for people. No widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.review import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from editor.records.review import Step, Waiting

    Why = Callable[[str], str]  # code of a rule → its sentence

_LOOKS = {
    "revision": ("pencil", "gray"),
    "submit": ("send", "teal"),
    "recall": ("undo-2", "gray"),
    "take": ("hand", "gray"),
    "sign": ("check", "green"),
    "return": ("corner-up-left", "red"),
    "hold": ("pause", "teal"),
    "refuse": ("ban", "gray"),
    "reopen": ("lock-open", "teal"),
    "correct": ("square-pen", "teal"),
    "withdraw": ("megaphone-off", "red"),
    "countercheck": ("list-checks", "green"),
    "comment": ("message-square", "amber"),
    "receipt": ("newspaper", "green"),
}
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record.

    Attributes:
        kind: Of the step, WAITING for who is waited for.
        icon: Its icon; tone: the pill whose colors it has.
        who: Name; what: what he did.
        caption: When, which version, how much.
        quote: Words that a remark is about; card: reason or remark.
        warning: What is owed, or why it does not count; grave: whether it does not count.
        revision: What can be looked at.
    """

    kind: str
    icon: str
    tone: str
    who: str
    what: str
    caption: str
    quote: str = ""
    card: str = ""
    warning: str = ""
    grave: bool = False
    revision: str = ""

    def told(self) -> str:
        """The line for those who cannot see it."""
        return " · ".join(part for part in (f"{self.who} {self.what}", self.caption, self.card, self.warning) if part)


def lines(steps: Sequence[Step], waiting: Waiting, now: datetime, why: Why) -> tuple[Line, ...]:
    """The record, oldest first, and at its end who is waited for."""
    found: list[Line] = []
    skip = False
    for number, step in enumerate(steps):
        following = steps[number + 1] if number + 1 < len(steps) else None
        if skip:
            skip = False
            continue
        if following is not None and _one_deed(step, following):
            found.append(_both(step, following, now, why))
            skip = True
        else:
            found.append(_line(step, now, why))
    last = _waiting(waiting, now)
    return (*found, last) if last is not None else tuple(found)


def _one_deed(step: Step, following: Step) -> bool:
    """Whether somebody wrote a version and handed it on in one go."""
    same = step.person == following.person and step.revision == following.revision
    return step.kind == "revision" and following.kind in {"submit", "sign"} and same and step.counts


def _both(made: Step, step: Step, now: datetime, why: Why) -> Line:
    line = _line(step, now, why)
    changed = words.done(made) if made.made == "reviewed" else ""
    caption = _caption(step, now, changed, words.amount(made.added, made.removed))
    if line.warning or made.countersigned is not False:
        return replace(line, caption=caption)
    return replace(line, caption=caption, warning=_owed())


def _line(step: Step, now: datetime, why: Why) -> Line:
    icon, tone = _LOOKS.get(step.kind, ("circle-alert", "gray"))
    if step.kind == "sign" and step.level == words.FINAL:
        icon = "signature"
    card, what = step.text, words.done(step)
    if step.kind == "receipt":
        card, what = "", words.published(step.text, step.action)
    elif step.kind not in _LOOKS:
        card = QCoreApplication.translate("Review", "Written by a newer version of the program.")
    return Line(
        kind=step.kind,
        icon=icon,
        tone=tone if step.counts else "gray",
        who=step.name or QCoreApplication.translate("Review", "Somebody unknown here"),
        what=what,
        caption=_caption(step, now, "", words.amount(step.added, step.removed)),
        quote=step.quote,
        card=card,
        warning=_warning(step, why),
        grave=not step.counts,
        revision=step.revision,
    )


def _caption(step: Step, now: datetime, *more: str) -> str:
    number = words.version(step.version) if step.version else ""
    outlets = QCoreApplication.translate("Review", ", ").join(words.outlet_word(name) for name in step.covers)
    return " · ".join(part for part in (words.when(step.at, now), number, *more, outlets) if part)


def _warning(step: Step, why: Why) -> str:
    if not step.counts:
        told = QCoreApplication.translate("Review", "Does not count: {why}")
        return told.format(why=why(step.code) or step.code)
    return _owed() if step.countersigned is False else ""


def _owed() -> str:
    return QCoreApplication.translate("Review", "Still to be counterchecked by somebody else")


def _waiting(waiting: Waiting, now: datetime) -> Line | None:
    """Who is waited for; None when the article waits for nobody."""
    translate = QCoreApplication.translate
    people = (waiting.taken_by,) if waiting.taken_by else waiting.people
    what = {
        "submit": translate("Review", "to submit it"),
        "sign": words.level_word(waiting.level),
        "countercheck": translate("Review", "to countercheck"),
        "reopen": translate("Review", "to reopen it"),
        "deliver": translate("Review", "to publish it"),
    }.get(waiting.action)
    if what is None or (waiting.action == "submit" and not people):
        return None
    nobody = not people and waiting.action in {"sign", "countercheck"}
    since = words.when(waiting.since, now)
    return Line(
        kind=WAITING,
        icon="clock",
        tone="violet",
        who=translate("Review", "Waiting for {names}").format(names=words.names(people)) if people else _for_whom(),
        what=what,
        caption=translate("Review", "since {when}").format(when=since) if since else "",
        warning=translate("Review", "Nobody in the newsroom may do this for this article.") if nobody else "",
        grave=nobody,
    )


def _for_whom() -> str:
    return QCoreApplication.translate("Review", "Waiting")
