"""Which actions stand in the review pane, and why those that may not be done may not. Plain data, no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.review import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.review import Action, BarStep, Dossier

# What belongs to a state: it is shown, gray where this person may not. Anything else is shown only where it is allowed.
_OF_STATE = {
    "draft": ("submit",),
    "returned": ("submit",),
    "level1": ("sign", "return", "take", "hold", "refuse"),
    "level2": ("sign", "return", "take", "hold", "refuse"),
    "level3": ("sign", "return", "take", "hold", "refuse"),
    "approved": ("countercheck", "withdraw"),
    "sent": ("correct", "withdraw"),
    "held": ("reopen",),
    "refused": ("reopen",),
    "withdrawn": (),
}
ORDER = ("take", "recall", "countercheck", "hold", "refuse", "reopen", "correct", "withdraw")
_ELSEWHERE = frozenset({"edit", "deliver", "comment"})  # the text, the batch, the field for an opinion
REASON_NEEDED = frozenset({"return", "refuse"})
ASKED_FIRST = REASON_NEEDED | {"withdraw"}
"""Takes a second key: a reason is asked for, which a withdrawal may do without for now."""
PRIMARY = ("sign", "submit", "reopen", "countercheck")


@dataclass(frozen=True, slots=True)
class Judgment:
    """What somebody decided to do.

    Attributes:
        name: Of the action; level: of a sign.
        why: The reason, or the opinion that was written; of a return the reason from the list comes first.
        to: Of a return: author, editor or level.
        order: Of a withdrawal: who ordered it, by which paper or call; it may be entered later.
        notice: Of a withdrawal: a public notice stands in its place.
    """

    name: str
    level: int = 0
    why: str = ""
    to: str = ""
    order: str = ""
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What stands in the pane.

    Attributes:
        primary: The one that goes on with the article, None when there is none now.
        back: The return, None where nothing can be returned.
        others: Beside these two, in their order.
    """

    primary: Action | None
    back: Action | None
    others: tuple[Action, ...]

    def all(self) -> tuple[Action, ...]:
        """Everything, the main ones first."""
        return tuple(action for action in (self.primary, self.back) if action is not None) + self.others


def choices(dossier: Dossier) -> Choices:
    """What a person can choose from with an article as it is now."""
    found = {action.name: action for action in dossier.actions if action.name != "sign"}
    sign = _sign(dossier)
    if sign is not None:
        found["sign"] = sign
    belongs = _OF_STATE.get(dossier.state, ())
    shown = {
        name: action
        for name, action in found.items()
        if name not in _ELSEWHERE and (action.allowed or name in belongs or action.code == "under_review")
    }
    if found.get("sign") is not None and "sign" in shown and dossier.state not in {"level1", "level2", "level3"}:
        del shown["sign"]
    primary = next((shown[name] for name in PRIMARY if name in shown and shown[name].allowed), None)
    if primary is None:
        primary = next((shown[name] for name in PRIMARY if name in shown and name in belongs), None)
    rest = tuple(shown[name] for name in ORDER if name in shown and shown[name] is not primary)
    return Choices(primary, shown.get("return"), rest)


def _sign(dossier: Dossier) -> Action | None:
    """The sign that is due, else the first that may be done."""
    signs = [action for action in dossier.actions if action.name == "sign"]
    due = dossier.waiting.level if dossier.waiting.action == "sign" else 0
    at_level = [action for action in signs if action.level == due]
    allowed = [action for action in signs if action.allowed]
    return next(iter([*allowed, *at_level]), None)


def following_level(bar: Sequence[BarStep], level: int) -> int:
    """The review level after one, 0 after the last."""
    levels = [int(step.key.removeprefix("level")) for step in bar if step.key.startswith("level")]
    return min((other for other in levels if other > level), default=0)


def label(action: Action, dossier: Dossier) -> str:
    """What is written on the button of an action."""
    if action.name == "sign":
        return words.pass_on(action.level, following_level(dossier.bar, action.level))
    return words.action_word(action.name, action.level)


def reasons_why(shown: Choices, dossier: Dossier, why: Callable[[Action], str]) -> tuple[tuple[str, str], ...]:
    """Why something may not be done: the actions that one sentence is about, and the sentence, the main ones first."""
    found: dict[str, list[str]] = {}
    for action in shown.all():
        if not action.allowed:
            found.setdefault(why(action) or action.code, []).append(label(action, dossier))
    return tuple((words.listed(names), sentence) for sentence, names in found.items())
