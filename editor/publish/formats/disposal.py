"""撤稿处置单 as one page (A4): what was withdrawn, by whom and why, and what became of it wherever it stood.

It stays in the house and goes into a binder, so that it is set for print by the desk's one maker. What is still open
or still to be entered is red, and says what to do.
"""

from __future__ import annotations

import base64
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import resources
from editor.publish.template import NOTHING, Html, escaped, joined, source, template
from editor.publish.words import moment, shown_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.records.disposal import DisposalSheet, Looked, PlaceOfArticle

FOLDER = "templates/disposal"
_SEEN, _MISSING = 200, 404
_KNOWN = frozenset({0, 200, 404, 410})
_WAYS = ("list", "feed", "search", "map")
_SPOTS = 5


@cache
def _table() -> dict[str, Any]:
    return resources.table(f"{FOLDER}/words.toml")


def words(language: str) -> Mapping[str, str]:
    """Words of the sheet in a language (``en``, ``zh_CN``)."""
    found: Mapping[str, str] = _table()[language]
    return found


def render(sheet: DisposalSheet, language: str, pictures: Mapping[str, tuple[str, bytes]]) -> str:
    """The page; everything is in it, nothing is loaded.

    Args:
        sheet: What is told.
        language: ``en`` or ``zh_CN``.
        pictures: MIME type and bytes of screenshots by sha256 hex; one that is not here leaves its caption.
    """
    said = words(language)
    page = _Page(sheet, language, said)
    return template("disposal/sheet.html")(
        lang="en" if language == "en" else "zh-CN",
        title=f"{said['what']} {sheet.number} {sheet.headline}".strip(),
        style=Html(source("disposal/style.css")),
        what=said["what"],
        kind="done" if sheet.complete else "open",
        mark=page.mark(),
        facts=page.facts(),
        places_title=said["places"],
        heads=page.heads(),
        places=page.places(),
        pictures=page.pictures(pictures),
        hands=page.hands(),
        foot=said["foot"].format(time=page.time(sheet.made_at), entry=sheet.entry),
    )


class _Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


class _Page:
    """The pieces of one sheet in one language."""

    def __init__(self, sheet: DisposalSheet, language: str, said: Mapping[str, str]) -> None:
        self._sheet, self._language, self._said = sheet, language, said
        every = dict.fromkeys(place.picture for place in sheet.places if place.picture)
        self._numbers = {picture: number for number, picture in enumerate(every, 1)}

    def time(self, told: str) -> str:
        """A time as the language writes it; what is none stays."""
        at = moment(told)
        if self._language != "en" or at is None:
            return shown_time(told)
        return f"{at:%Y-%m-%d %H:%M}"

    def mark(self) -> str:
        """Whether anything is left to be done."""
        if self._sheet.open:
            return self._said["open"].format(count=self._sheet.open)
        return self._said["complete" if self._sheet.complete else "entries_missing"]

    def facts(self) -> Html:
        """What was withdrawn, by whom, when, on whose order, why."""
        sheet = self._sheet
        form = self._said["notice" if sheet.form == "notice" else "takedown"]
        rows = [
            [("number", escaped(sheet.number or sheet.id)), ("column", escaped(sheet.column or "–"))],
            [("headline", Html(f'<span class="headline">{escaped(sheet.headline)}</span>'))],
            [("by", escaped(sheet.by)), ("at", escaped(f"{self.time(sheet.at)}\u3000{form}"))],
            [("order", self._given(sheet.order))],
            [("why", joined([self._given(sheet.why), self._later()]))],
            *([[("again", escaped(again))]] if (again := self._again()) else []),
        ]
        return Html("\n".join(f"<tr>{''.join(self._cell(key, value, row) for key, value in row)}</tr>" for row in rows))

    def _cell(self, key: str, value: Html, row: list[tuple[str, Html]]) -> str:
        span = "" if len(row) > 1 else ' colspan="3"'
        return f"<th>{escaped(self._said[key])}</th><td{span}>{value}</td>"

    def _given(self, told: str) -> Html:
        return escaped(told) if told else Html(f'<span class="missing">{escaped(self._said["missing"])}</span>')

    def _later(self) -> Html:
        if not self._sheet.noted_by:
            return NOTHING
        told = self._said["later"].format(name=self._sheet.noted_by, time=self.time(self._sheet.noted_at))
        return Html(f'<br><span class="later">{escaped(told)}</span>')

    def _again(self) -> str:
        """That it was published again since, "" = it was not."""
        if self._sheet.again:
            return self._said["again_at"].format(time=self.time(self._sheet.again))
        return self._said["again_signed"] if self._sheet.again_signed else ""

    def heads(self) -> Html:
        """Heads of the table of places."""
        names = (("place", "w-name"), ("stood", ""), ("disposed", "w-done"), ("seen", "w-seen"))
        return Html("".join(f'<th class="{css}">{escaped(self._said[name])}</th>' for name, css in names))

    def places(self) -> Html:
        """A row for each place."""
        if not self._sheet.places:
            return Html(f'<tr><td colspan="4">{escaped(self._said["no_places"])}</td></tr>')
        return Html("\n".join(self._row(place) for place in self._sheet.places))

    def _row(self, place: PlaceOfArticle) -> str:
        variant = f"<small>{escaped(place.variant)}</small>" if place.variant else ""
        css = ' class="is-open"' if place.state == "open" else ""
        return (
            f'<tr{css}><td><span class="name">{escaped(place.name)}</span>{variant}</td>'
            f"<td>{self._stood(place)}</td><td>{self._disposed(place)}</td><td>{self._seen(place)}</td></tr>"
        )

    def _stood(self, place: PlaceOfArticle) -> str:
        said = self._said
        key = "put_by" if place.kind == "hand" and place.put_by else "put"
        told = said[key].format(time=self.time(place.put_at), name=place.put_by)
        lines = [escaped(told if place.put_at else said["put_unknown"])]
        lines.append(Html(f'<span class="address">{escaped(place.address or said["no_address"])}</span>'))
        before = [escaped(said["before"].format(address=address)) for address in place.before]
        lines += [Html(f'<span class="address">{told}</span>') for told in before]
        return "<br>".join(lines)

    def _disposed(self, place: PlaceOfArticle) -> str:
        said = self._said
        if place.state == "open":
            pending, why = escaped(said["pending"]), escaped(self._why(place))
            return f'<span class="state missing">{pending}</span><br><span class="why">{why}</span>'
        word = said["notice_stands" if place.state == "notice" else "down"]
        key = "down_by" if place.down_by else "down_at"
        told = said[key].format(time=self.time(place.down_at), name=place.down_by) if place.down_at else ""
        return f'<span class="state done">{escaped(word)}</span><small>{escaped(told)}</small>'

    def _why(self, place: PlaceOfArticle) -> str:
        """What is to be done, in a sentence; what nobody filled shows as an ellipsis."""
        sentences = resources.found(place.why) if place.why else None
        values = {k: self.time(v) if k in {"at", "when"} else v for k, v in place.values.items()}
        return sentences[self._language].format_map(_Filled(values)) if sentences is not None else ""

    def _seen(self, place: PlaceOfArticle) -> str:
        if place.kind == "hand":
            number = self._numbers.get(place.picture)
            if number is not None:
                return escaped(self._said["picture"].format(number=number, place="", time="").strip())
            return escaped(self._said["no_visitor_open" if place.state == "open" else "no_visitor"])
        looks = [self._look(place, look) for look in place.looks]
        return "".join([*looks, *self._spots(place)]) or "–"

    def _spots(self, place: PlaceOfArticle) -> Iterator[str]:
        """What lists, feeds, searches and maps showed: what is in order in one line, the rest line by line."""
        gone = Counter(spot.where for spot in place.spots if spot.state == "gone")
        if gone:
            counted = [self._said["spots_count"].format(what=self._where(w), count=gone[w]) for w in _WAYS if gone[w]]
            told = self._said["spots_gone"].format(what=self._said["spots_join"].join(counted))
            at = max((spot.at for spot in place.spots if spot.state == "gone"), default="")
            yield self._spot(told, "", at, "")
        for spot in [spot for spot in place.spots if spot.state == "there"][:_SPOTS]:
            told = self._said["spot_there"].format(what=self._where(spot.where))
            yield self._spot(told, spot.address, spot.at, "missing")
        for where, why, detail in dict.fromkeys((s.where, s.why, s.detail) for s in place.spots if s.state == "unseen"):
            sentences = resources.found(why)
            reason = sentences[self._language].format(status=detail) if sentences is not None else "…"
            told = self._said["spot_unseen" if where in _WAYS else "spot_unseen_all"]
            yield self._spot(told.format(what=self._where(where), why=reason), "", "", "unseen")

    def _where(self, where: str) -> str:
        return self._said[f"where_{where}"] if where in _WAYS else ""

    def _spot(self, told: str, address: str, at: str, css: str) -> str:
        kind = f' class="{css}"' if css else ""
        shown = f'<small class="address">{escaped(address)}</small>' if address else ""
        time = f"<small>{escaped(self._said['looked'].format(time=self.time(at)))}</small>" if at else ""
        return f"<div><span{kind}>{escaped(told)}</span>{shown}{time}</div>"

    def _look(self, place: PlaceOfArticle, look: Looked) -> str:
        said = self._said
        if place.kind == "disk":
            word = said["file_404" if look.status == _MISSING else "file_200"]
            bad = look.status != _MISSING and place.state != "notice"
        else:
            key = f"status_{look.status}" if look.status in _KNOWN else "status_other"
            key += "_notice" if look.status == _SEEN and place.state == "notice" else ""
            word = said[key].format(status=look.status)
            bad = look.status in {0, _SEEN} and place.state != "notice"
        css = ' class="missing"' if bad else ""
        many = f'<small class="address">{escaped(look.address)}</small>' if len(place.looks) > 1 else ""
        at = escaped(said["looked"].format(time=self.time(look.at)))
        return f"<div><span{css}>{escaped(word)}</span>{many}<small>{at}</small></div>"

    def pictures(self, kept: Mapping[str, tuple[str, bytes]]) -> Html:
        """The screenshots, with number, place and time."""
        figures = "".join(self._figures(kept))
        return Html(f'<div class="pictures">\n{figures}</div>') if figures else NOTHING

    def _figures(self, kept: Mapping[str, tuple[str, bytes]]) -> Iterator[str]:
        for picture, number in self._numbers.items():
            places = [place for place in self._sheet.places if place.picture == picture]
            time = self.time(places[0].down_at or places[0].put_at)
            named = " / ".join(place.name for place in places)
            told = self._said["picture"].format(number=number, place=named, time=time)
            found = kept.get(picture)
            source = f"data:{found[0]};base64,{base64.b64encode(found[1]).decode()}" if found else ""
            image = f'<img alt="" src="{source}">' if source else ""
            yield f"<figure>{image}<figcaption>{escaped(told)}</figcaption></figure>\n"

    def hands(self) -> Html:
        """Where people sign on paper."""
        names = ("handled", "checked", "dated")
        return Html("".join(f"<td>{escaped(self._said[name])} <span></span></td>" for name in names))
