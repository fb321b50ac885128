"""Words, colors and icons of what is in the outbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.outbox.names import field_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.records.outbox import KindShown, LineShown, TargetShown
    from ui.sentences import Sentences

STATES = ("waiting", "sending", "checking", "done", "held", "canceled")
"""States in the order in which a batch shows them."""
HERE, THERE = "here", "target"
UNTIL = "until"
PUBLISH, TAKE_DOWN, UNTICKED = "by_hand", "by_hand_down", "withdrawn_unticked"
TASKS = frozenset({PUBLISH, TAKE_DOWN})
"""Reasons of what waits for a person where there is no interface."""
DONE_BY_HAND = "by_hand_done"
HELD_BACK = "held_back"
"""Reason of what waits at a target that is held back (一键暂缓)."""
_UNSAID = "-"  # nobody gave a reason
_BY_HAND = frozenset({DONE_BY_HAND, "adopted"})
_NO_NETWORK = frozenset({"wire_no_network", "wire_no_host"})
_TONES = {
    "waiting": "gray",
    "sending": "violet",
    "checking": "amber",
    "done": "green",
    "held": "red",
    "canceled": "gray",
}
_ICONS = {
    "waiting": "clock",
    "sending": "send",
    "checking": "refresh-cw",
    "done": "circle-check",
    "held": "pause",
    "canceled": "minus",
}


def holds(targets: Iterable[TargetShown]) -> dict[str, str]:
    """Targets that are held back, and why ("" = nobody gave a reason)."""
    return {one.name: "" if one.held == _UNSAID else one.held for one in targets if one.held}


def with_holds(lines: Iterable[LineShown], held: Mapping[str, str]) -> list[LineShown]:
    """The same lines; what waits at a target that is held back says so: whatever else it waits for comes after that."""
    return [_held_back(line, held[line.target]) if line.target in held else line for line in lines]


def _held_back(line: LineShown, why: str) -> LineShown:
    if line.state != "waiting":
        return line
    sentence = "waits.held_back" if why else "waits.held_back_unsaid"
    return line._replace(code=HELD_BACK, sentence=sentence, values={"target": line.target, "why": why})


def ended_at(line: LineShown) -> str:
    """When this attempt ended, "" when it has not: what is queued again still knows the end of the one before."""
    return line.done_at if line.state == "done" else ""


def state_word(state: str) -> str:
    """What a state is called where many are counted."""
    translate = QCoreApplication.translate
    return {
        "waiting": translate("Outbox", "Waiting"),
        "sending": translate("Outbox", "Being sent"),
        "checking": translate("Outbox", "Unknown, being checked"),
        "done": translate("Outbox", "Done"),
        "held": translate("Outbox", "Held"),
        "canceled": translate("Outbox", "Canceled"),
    }.get(state, state)


def line_word(line: LineShown) -> str:
    """How far one piece of work is, as a person would say it."""
    if line.state == "done":
        return _done_word(line)
    if line.state == "waiting" and line.code:
        return _waiting_word(line)
    if line.state == "held" and line.code in TASKS:
        return QCoreApplication.translate("Outbox", "To be done by hand")
    return state_word(line.state)


def _waiting_word(line: LineShown) -> str:
    translate = QCoreApplication.translate
    if line.code == HELD_BACK:
        return translate("Outbox", "Held back")
    if line.code == UNTIL:
        return translate("Outbox", "Scheduled")
    if line.code in _NO_NETWORK:
        return translate("Outbox", "Goes when there is a network")
    return translate("Outbox", "Tried again soon")


def _done_word(line: LineShown) -> str:
    translate = QCoreApplication.translate
    if line.action == "remove":
        return translate("Outbox", "Taken down")
    if line.gone:
        return translate("Outbox", "Taken down since")
    if line.code in _BY_HAND:
        return translate("Outbox", "Published by hand")
    return translate("Outbox", "Scheduled there") if line.keeper == THERE else translate("Outbox", "On the site")


def tone(line: LineShown) -> str:
    """Which colors a line's state has."""
    if line.state == "waiting" and line.code == HELD_BACK:
        return "amber"
    if line.state == "done" and (line.action == "remove" or line.gone):
        return "gray"
    if line.keeper and line.state in {"waiting", "done"}:
        return "teal"
    if line.state == "waiting" and line.code:
        return "amber"
    if line.state == "held" and line.code == PUBLISH:
        return "amber"
    return _TONES.get(line.state, "gray")


def tone_of_state(state: str) -> str:
    """Which colors a state has where many are counted."""
    return _TONES.get(state, "gray")


def icon(state: str) -> str:
    """The picture of a state."""
    return _ICONS.get(state, "circle")


def keeper_word(keeper: str) -> str:
    """Who keeps the time of what is scheduled."""
    translate = QCoreApplication.translate
    words = {HERE: translate("Outbox", "this computer sends"), THERE: translate("Outbox", "the target publishes")}
    return words.get(keeper, "")


def keeper_told(line: LineShown) -> str:
    """Who sees to it that a line appears at its time; nobody does while its target is held back."""
    if line.code == HELD_BACK:
        return QCoreApplication.translate("Outbox", "held back")
    return keeper_word(line.keeper)


def why(line: LineShown, sentences: Sentences, now: datetime | None = None) -> str:
    """The reason of a line's state and what to do, "" when there is none."""
    if not line.sentence:
        return line.code
    times = {name: time_told(str(line.values[name]), now) for name in ("at", "when") if line.values.get(name)}
    values = {**line.values, **times}
    if isinstance(named := values.get("fields"), str):
        values["fields"] = field_words(named.split(", "))
    return sentences.sentence(line.sentence, values)


def moment(told: str) -> datetime | None:
    """A time of the core (ISO 8601) in the zone of this computer, None when it is none."""
    try:
        return datetime.fromisoformat(told).astimezone()
    except ValueError:
        return None


def time_told(told: str, now: datetime | None = None) -> str:
    """A time as short as it can be understood: 16:38 of today, 3-12 16:38 of this year."""
    at = moment(told)
    if at is None:
        return told
    if now is None:
        return f"{at:%Y-%m-%d %H:%M}"
    at = at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    if at.date() == (now + timedelta(days=1)).date():
        return QCoreApplication.translate("Outbox", "tomorrow {time}").format(time=f"{at:%H:%M}")
    return f"{at:%m-%d %H:%M}" if at.year == now.year else f"{at:%Y-%m-%d %H:%M}"


def kind_word(kind: str) -> str:
    """What a kind of target is called; one of another package is called by its own name."""
    translate = QCoreApplication.translate
    return {
        "wordpress": translate("Outbox", "WordPress"),
        "wagtail": translate("Outbox", "Wagtail"),
        "wechat": translate("Outbox", "WeChat Official Account (drafts)"),
        "hugo": translate("Outbox", "Hugo (folder of a site)"),
        "site": translate("Outbox", "Website (folder)"),
        "folder": translate("Outbox", "Folder with files"),
        "sftp": translate("Outbox", "Server by SFTP"),
        "hand": translate("Outbox", "Without an interface (by hand)"),
    }.get(kind, kind)


def kind_told(kind: KindShown) -> str:
    """What a kind of target is, in one sentence."""
    translate = QCoreApplication.translate
    return {
        "wordpress": translate("Outbox", "The site's REST interface with an application password of an editor."),
        "wagtail": translate("Outbox", "The site's interface for writing, with a token."),
        "wechat": translate("Outbox", "Articles become drafts there; an editor sends them out by phone."),
        "hugo": translate("Outbox", "Pages with front matter; the site is built from them."),
        "site": translate("Outbox", "A whole site of web pages, made here."),
        "folder": translate("Outbox", "One file for each article, for whatever reads them."),
        "sftp": translate("Outbox", "A folder of another computer."),
        "hand": translate("Outbox", "抖音, 视频号, 头条 …: a person publishes there and registers it here."),
    }.get(kind.name, "")
