"""Completion in the slip: what fields offer, and what happens when it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.records.words import Known
from ui.desk import offers
from ui.desk.byline import ROLES
from ui.desk.slip_values import choices_of, length
from ui.desk.suggestions import Suggestions

if TYPE_CHECKING:
    from ui.desk.offers import Offer, Token
    from ui.desk.slip_field import SlipField
    from ui.desk.slip_form import SlipForm
    from ui.theme.look import Look

_MOST_ROLES = ("记者", "通讯员", "摄影", "实习生")
_MOST_ROLES_HANT = ("記者", "通訊員", "攝影", "實習生")


class Offering(QObject):
    """Shows under a field what may be written there; nothing is written that was not chosen.

    Signals:
        wanted: Somebody goes to a field that offers words: what is known should be new.
    """

    wanted = Signal()

    def __init__(self, look: Look, form: SlipForm) -> None:
        super().__init__(form)
        self._form = form
        self._known = Known()
        self._field: SlipField | None = None
        self.traditional = False
        self.list = form.suggestions = Suggestions(look, form.window())
        self.list.taken.connect(self._on_clicked)
        form.entered.connect(self._on_entered)
        form.typed.connect(self._on_typed)
        form.list_wanted.connect(self._on_list_wanted)
        form.offer_taken.connect(self.take)
        form.edited.connect(self._show_length)

    def show_known(self, known: Known) -> None:
        """What is known now."""
        self._known = known
        self._show_length()

    def planned(self) -> int | None:
        """计划字数 of the slip, else of its column; None when nobody planned any."""
        return length(self._form.field("planned_length").text()) or length(self._of_column())

    def _of_column(self) -> str:
        return self._known.lengths.get(self._form.field("column").text().strip(), "")

    def _show_length(self) -> None:
        """The length that is usual in the column stands in the empty field."""
        usual = self._of_column()
        text = self.tr("{n} as usual in this column").format(n=usual) if usual else ""
        self._form.field("planned_length").setPlaceholderText(text)

    def _on_entered(self, field: SlipField) -> None:
        self._field = field
        self.wanted.emit()

    def _on_typed(self, field: SlipField) -> None:
        if self._token(field).typed.strip():
            self.offer(field)
        else:
            self.list.hide()

    def _on_list_wanted(self, field: SlipField) -> None:
        """Down: everything for a field of one word, else what fits the word at the caret."""
        self._field = field
        token = self._token(field)
        typed = "" if field.field.whole else token.typed
        self.list.show_under(field, offers.fitting(self._all(field, token), typed))

    def offer(self, field: SlipField) -> None:
        """Show what fits what is typed in a field at its caret."""
        self._field = field
        token = self._token(field)
        self.list.show_under(field, offers.fitting(self._all(field, token), token.typed))

    def _token(self, field: SlipField) -> Token:
        return offers.token_at(field.text(), field.cursorPosition(), whole=field.field.whole)

    def _all(self, field: SlipField, token: Token) -> list[Offer]:
        name, text = field.field.name, field.text()
        if name == "byline":
            common = _MOST_ROLES_HANT if self.traditional else _MOST_ROLES
            known = dict.fromkeys((*self._known.roles, *common))
            return offers.of_byline(self._known._replace(roles=tuple(known)), text, token, ROLES)
        fixed = choices_of(name)
        if fixed:
            return offers.choices(fixed)
        if name == "planned_length":
            lengths = dict.fromkeys(filter(None, (self._of_column(), *self._known.lengths.values())))
            return [offers.Offer(each, each) for each in lengths]
        return offers.of_field(self._known.fields.get(name, ()), text, token)

    def take(self, field: SlipField, offer: Offer) -> None:
        """Write an offer in the place of the word at the caret."""
        self.list.hide()
        text, caret = offers.replaced(field.text(), self._token(field), offer, whole=field.field.whole)
        field.put(text, caret)

    def _on_clicked(self, offer: Offer) -> None:
        if self._field is not None:
            self.take(self._field, offer)
