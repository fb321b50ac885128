"""Ways and judgments: what the person at work may do with the article on the desk, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QPushButton

from ui.review.choices import Judgment
from ui.review.pane import ReviewPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.articles import Loaded
    from editor.records.desk import DoneHere
    from editor.records.review import Action, Dossier, PendingChanges
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork

_OF_ACTION = {
    "submit": "review.submit",
    "sign": "review.pass",
    "return": "review.return",
    "countercheck": "review.countercheck",
    "hold": "review.hold",
    "refuse": "review.refuse",
    "reopen": "review.reopen",
    "recall": "review.recall",
    "take": "review.take",
    "correct": "article.correct",
    "withdraw": "article.withdraw",
}


_WITHOUT_WORDS = frozenset({"sign", "submit", "countercheck"})


def pass_words(level: int) -> str:
    """What the button that passes says at a level."""
    translate = QCoreApplication.translate
    return {
        1: translate("Review", "Pass first review"),
        2: translate("Review", "Pass second review"),
        3: translate("Review", "Pass and sign off"),
    }.get(level, translate("Review", "Pass"))


class ReviewAtWork(QObject):
    """Asks for the dossier of the article on the desk and keeps buttons and actions true to it.

    Signals:
        dossier_came: A `Dossier`.
        done: A `DoneHere`.
        version_wanted: Revision that somebody wants to look at.
        tried: Name of what is to be done with the article on the desk; it may be refused.
    """

    dossier_came = Signal(object)
    done = Signal(object)
    version_wanted = Signal(str)
    tried = Signal(str)

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self.dossier: Dossier | None = None
        self.route: Callable[[Judgment], bool] | None = None
        self.pane = ReviewPane(desktop.context.look, desktop.context.sentences)
        self.pane.judged.connect(self.judge)
        self.pane.opinion_changed.connect(keeping.keep_opinion)
        self.pane.version_wanted.connect(self.version_wanted)
        desktop.inspector.add("review", self.tr("Sign-off"), self.pane)
        self._main = QPushButton()
        self._main.setProperty("role", "primary")
        self._back = QPushButton(self.tr("Return"))
        self._back.setProperty("role", "danger")
        desktop.desk.add_tools((self._back, self._main))
        self._main.clicked.connect(self._on_main)
        self._back.clicked.connect(lambda: self.do("return"))
        keeping.stored.connect(lambda _stored: self._ask_pending())
        for name, action in _OF_ACTION.items():
            desktop.context.actions[action].triggered.connect(lambda _on=False, name=name: self.do(name))
        desktop.sheet.opened.connect(lambda _opened: self.refresh())
        desktop.sheet.closed.connect(self._show_nothing)
        people.changed.connect(self._on_person_changed)
        people.came.connect(lambda _people: self._on_person_changed())
        desktop.context.look.changed.connect(self._draw)
        self._draw()
        self._show_nothing()

    def _on_person_changed(self) -> None:
        self.pane.judging.recall(self._keeping.opinions())
        self.refresh()

    def refresh(self) -> None:
        """Ask what may be done now."""
        lying = self._desktop.sheet.article
        if lying is None:
            return
        if not lying.saved_at and not lying.revision:
            self._show_new()
            return
        ask = self._desktop.context.jobs.ask
        ask("desk.dossier", done=self._on_dossier, key="dossier", name=lying.name, person=self._people.id)

    def _on_dossier(self, dossier: Dossier) -> None:
        self.dossier = dossier
        actions = self._desktop.context.actions
        by_name = {action.name: action for action in dossier.actions if action.name != "sign"}
        sign = self._sign(dossier)
        if sign is not None:
            by_name["sign"] = sign
        for name, target in _OF_ACTION.items():
            action = by_name.get(name)
            allowed = action is not None and action.allowed
            actions[target].setEnabled(allowed)
            actions[target].setStatusTip("" if action is None or allowed else self.why(action))
        self._show_buttons(by_name)
        going = dossier.correction if dossier.correction is not None and dossier.correction.state == "review" else None
        steps = self._desktop.writing.steps
        steps.show_steps(dossier.bar, dossier.state, going.number if going is not None else 0)
        lying = self._desktop.sheet.article
        self.pane.show_dossier(lying.name if lying is not None else "", dossier)
        self._ask_pending()
        self.dossier_came.emit(dossier)

    def _ask_pending(self) -> None:
        """What passing would record of what is being written; asked again whenever something was saved."""
        lying = self._desktop.sheet.article
        if lying is not None and self.dossier is not None and self.dossier.state.startswith("level"):
            ask = self._desktop.context.jobs.ask
            ask("desk.pending", done=self._on_pending, key="pending", name=lying.name, person=self._people.id)

    def _on_pending(self, pending: PendingChanges) -> None:
        self.pane.judging.show_pending(pending)

    def _sign(self, dossier: Dossier) -> Action | None:
        """The sign that is due: of the level that waits, else the first that is told of."""
        signs = [action for action in dossier.actions if action.name == "sign"]
        due = dossier.waiting.level if dossier.waiting.action == "sign" else 0
        allowed = [action for action in signs if action.allowed]
        at_level = [action for action in signs if action.level == due]
        return next(iter([*allowed, *at_level, *signs]), None)

    def why(self, action: Action) -> str:
        """Why something may not be done."""
        return self._desktop.context.sentences.sentence(f"error.{action.code}", action.details)

    def _show_buttons(self, by_name: dict[str, Action]) -> None:
        dossier = self.dossier
        if dossier is None:
            return
        name = "submit"
        if dossier.state.startswith("level"):
            name = "sign"
        elif by_name.get("countercheck") is not None and by_name["countercheck"].allowed:
            name = "countercheck"
        action = by_name.get(name)
        words = {
            "submit": self.tr("Submit for review"),
            "sign": pass_words(action.level if action is not None else 0),
            "countercheck": self.tr("Countercheck"),
        }
        self._what = name
        self._main.setText(words[name])
        self._main.setVisible(action is not None)
        self._main.setEnabled(action is not None and action.allowed)
        self._main.setToolTip("" if action is None or action.allowed else self.why(action))
        back = by_name.get("return")
        self._back.setVisible(dossier.state.startswith("level"))
        self._back.setEnabled(back is not None and back.allowed)
        self._back.setToolTip("" if back is None or back.allowed else self.why(back))
        self._draw()

    def _show_new(self) -> None:
        self.dossier = None
        self.pane.show_dossier("", None)
        self._what = "submit"
        self._main.setText(self.tr("Submit for review"))
        self._main.setEnabled(True)
        self._main.show()
        self._back.hide()

    def _show_nothing(self) -> None:
        self.dossier = None
        self._what = ""
        self.pane.show_dossier("", None)
        self._desktop.writing.steps.show_steps(())
        self._main.hide()
        self._back.hide()

    def _on_main(self) -> None:
        if self._what:
            self.do(self._what)

    def do(self, name: str) -> None:
        """Do something with the article on the desk, by button or key; what needs a reason asks for it in the pane."""
        if self._desktop.sheet.article is None:
            return
        self.tried.emit(name)
        if self.dossier is None:
            self.judge(Judgment(name))
            return
        self.pane.judging.choose(name)
        if self.pane.judging.reasons.isVisibleTo(self.pane) or self.pane.correcting.asking:
            self._desktop.context.actions["view.inspector"].setChecked(True)
            self._desktop.window.show_inspector(shown=True)
            self._desktop.inspector.choose("review")

    def judge(self, judgment: Judgment) -> None:
        """Something was decided: the way through a list goes on with it, else it is done and the article stays."""
        if self.route is not None:
            self.route(judgment)
            return
        self.send(judgment, self.reload, lambda _why: None)

    def send(self, judgment: Judgment, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """What is typed is kept first, then it is done."""
        self._keeping.settle(lambda: self._send(judgment, done, failed))

    def _send(self, judgment: Judgment, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return
        ask, person = self._desktop.context.jobs.ask, self._people.id or None

        def not_done(failure: Failure) -> None:
            if self._people.unlock(failure, lambda: self._send(judgment, done, failed)):
                return
            said = self._desktop.context.sentences.of_failure(failure)
            if failure.code == "article_unknown" and not lying.saved_at and not lying.revision:
                said = self.tr("Nothing is written in this article yet. Write a headline and the text, then submit it.")
            self._on_failed(said)
            failed(said)

        def is_done(answer: DoneHere | list[DoneHere]) -> None:
            self.pane.judging.forget_opinion(lying.name)
            self._on_done(answer[0] if isinstance(answer, list) else answer)
            done()

        what = "desk.withdraw" if judgment.name == "withdraw" else "desk.act"
        told: dict[str, Any] = {"name": lying.name, "person": person, "why": judgment.why}
        if judgment.name == "withdraw":
            told |= {"order": judgment.order, "notice": judgment.notice}
        else:
            told |= {"what": judgment.name, "level": judgment.level, "to": judgment.to}
        if judgment.why and judgment.name in _WITHOUT_WORDS:  # an opinion beside passing is a remark of its own
            remark: dict[str, Any] = {"name": lying.name, "what": "comment", "person": person, "why": judgment.why}
            ask("desk.act", failed=not_done, again=False, **remark)
        ask(what, done=is_done, failed=not_done, again=False, **told)

    def _on_done(self, done: DoneHere) -> None:
        self._desktop.status.tell(
            self.tr("{number}: {state}").format(
                number=done.number, state=self._desktop.context.sentences.sentence(f"cli.state_{done.state}")
            )
        )
        self._desktop.browser.touched(done.articles)
        self.done.emit(done)

    def reload(self) -> None:
        """Lay the article on the desk anew: what was done changed it in the library."""
        lying = self._desktop.sheet.article
        if lying is not None:
            self._desktop.context.jobs.ask("desk.load", done=self._on_loaded, key="load", name=lying.name)

    def _on_loaded(self, loaded: Loaded) -> None:
        self._keeping.lay(loaded)

    def _on_failed(self, said: str) -> None:
        self._desktop.status.tell(said)
        self.pane.judging.fail(said)
        self.refresh()

    def _draw(self) -> None:
        look = self._desktop.context.look
        icons = {"submit": "send", "sign": "check", "countercheck": "list-checks"}
        what = getattr(self, "_what", "")
        self._main.setIcon(look.icon(icons.get(what, "check"), "on_accent"))
        self._back.setIcon(look.icon("corner-up-left", "danger"))
