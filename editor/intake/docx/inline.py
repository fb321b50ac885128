"""One paragraph of a DOCX file: its text runs wherever they hide, with marks, links, notes and what is drawn in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake.docx.drawn import chosen, drawn
from editor.intake.docx.fields import Field, equation_text, link_of
from editor.intake.docx.styles import Look, look_of
from editor.intake.docx.symbols import symbol
from editor.intake.docx.xml import attribute, child, tag, text_in, value
from editor.markup.blocks import Image, Mark, Run
from editor.markup.links import safe_href

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.intake.docx.source import Source
    from editor.intake.docx.xml import Element
    from editor.markup.blocks import Block

_INSERTED = frozenset({"w:ins", "w:moveTo"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_NO_TEXT = frozenset(
    {
        "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:fldData",
        "w:lastRenderedPageBreak",
        "w:footnoteRef", "w:endnoteRef", "w:annotationRef", "w:separator", "w:continuationSeparator", "w:pgNum",
        "w:commentReference", "w:commentRangeStart", "w:commentRangeEnd", "w:bookmarkStart", "w:bookmarkEnd",
        "w:proofErr", "w:rubyPr",
    }
)  # fmt: skip
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_SHIFTED = {"superscript": _RAISED, "subscript": _LOWERED}
_SYMBOLS = re.compile("[\uf020-\uf0ff]")
_SPACE = str.maketrans("\n\r", "  ")


class Line:
    """A paragraph while it is read.

    Args:
        source: The document.
        part: The part in which it stands.
        style: Id of its paragraph style.
        box: Reads the blocks of a text box.

    Attributes:
        runs: Its text.
        before: Pictures that stand before any of its text.
        after: What else is drawn in it.
        size: Greatest size of its characters, in half points, 0 = not said.
    """

    def __init__(self, source: Source, part: str, style: str, box: Callable[[Element], list[Block]]) -> None:
        self.runs: list[Run] = []
        self.before: list[Block] = []
        self.after: list[Block] = []
        self.size = 0
        self._source = source
        self._part = part
        self._style = source.styles.look(style)
        self._box = box

    def read(self, element: Element, href: str | None = None) -> None:
        """Take in all that stands in an element: whatever holds runs is looked through, known or not."""
        for each in element:
            self._one(each, href)

    def _one(self, each: Element, href: str | None) -> None:
        name = tag(each)
        if name in _NO_TEXT:
            return
        if name == "w:r":
            self._run(each, href)
        elif name in _INSERTED or name in _DELETED:
            self._change(each, href)
        elif name == "w:hyperlink":
            address = self._source.address(self._part, attribute(each, "r:id") or "")
            self.read(each, self._link(address) or href)
        elif name == "w:fldSimple":
            self._simple_field(each, href)
        elif name == "w:sdt":
            self._control(each, href)
        elif name == "mc:AlternateContent":
            self.read(chosen(each), href)
        elif name in {"m:oMath", "m:oMathPara"}:
            self._formula(each, href)
        else:
            self.read(each, href)

    def _change(self, change: Element, href: str | None) -> None:
        if self.is_there(change):
            outer, self._source.in_change = self._source.in_change, True
            self.read(change, href)
            self._source.in_change = outer

    def is_there(self, change: Element) -> bool:
        """Whether tracked text is read, as accepted or as it was before; the report has it either way."""
        source = self._source
        gone = (tag(change) in _INSERTED) == source.original
        text = "" if source.in_change else text_in(change)
        if text:
            source.losses.add(
                "tracked_insertion" if tag(change) in _INSERTED else "tracked_deletion", text, kept=not gone
            )
        return not gone

    def _link(self, address: str | None) -> str | None:
        if not address:
            return None
        href = safe_href(address)
        if href is None:
            self._source.losses.add("link", address)
        return href

    def _simple_field(self, element: Element, href: str | None) -> None:
        instruction = attribute(element, "w:instr") or ""
        before = len(self.runs)
        self.read(element, self._link(link_of(instruction)) or href)
        if len(self.runs) == before:
            self._equation(instruction, href)

    def _control(self, element: Element, href: str | None) -> None:
        """A content control; the words that ask to fill it in are none of the author's."""
        content = child(element, "w:sdtContent")
        if content is None:
            return
        if child(element, "w:sdtPr", "w:showingPlcHdr") is not None:
            self._source.losses.add("placeholder", text_in(content))
        else:
            self.read(content, href)

    def _formula(self, element: Element, href: str | None) -> None:
        text = text_in(element)
        self._source.losses.add("formula", text, kept=True)
        self._text(text, Look({}), href)

    # --- runs -------------------------------------------------------------------------------------------------------

    def _run(self, run: Element, href: str | None) -> None:
        properties = child(run, "w:rPr")
        look = self._look(properties)
        if look.hidden:
            text = text_in(run)
            if text.strip():
                self._source.losses.add("hidden_text", text)
            return
        if properties is not None and (value(properties, "w:highlight") or "none") != "none" and text_in(run).strip():
            self._source.losses.add("highlight", text_in(run), kept=True)
        for each in run:
            self._piece(each, look, href)

    def _look(self, properties: Element | None) -> Look:
        own = look_of(properties)
        by_style = self._source.styles.look(value(properties, "w:rStyle") or "") if properties is not None else Look({})
        base = self._style
        first = (own, by_style, base)
        return Look(
            base.marks | by_style.marks | own.marks,
            next((look.hidden for look in first if look.hidden is not None), None),
            next((look.size for look in first if look.size is not None), None),
            next((look.raised for look in first if look.raised is not None), None),
            next((look.font for look in first if look.font is not None), None),
        )

    def _piece(self, each: Element, look: Look, href: str | None) -> None:
        name = tag(each)
        if name in {"w:t", "w:delText"}:
            kept = each.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            text = self._symbols((each.text or "").translate(_SPACE), look.font)
            self._text(text if kept else text.strip(" \t"), look, href)
        elif name in _SIGNS:
            self._text(_SIGNS[name], look, href)
        elif name in {"w:instrText", "w:delInstrText"}:
            if self._source.fields:
                self._source.fields[-1].code.append(each.text or "")
        elif name == "w:fldChar":
            self._field(attribute(each, "w:fldCharType") or "", look, href)
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            kind = name[2:-9]
            label = self._source.note(kind, attribute(each, "w:id") or "")
            self.runs.append(Run("", note=label))
        elif name in {"w:drawing", "w:pict", "w:object"}:
            self._drawing(each)
        elif name not in _NO_TEXT:
            self._rare(each, name, look, href)

    def _symbols(self, text: str, font: str | None) -> str:
        """Characters of symbol fonts, which stand as private ones among the text."""
        if not _SYMBOLS.search(text):
            return text
        found = {sign: symbol(font or "", f"{ord(sign):x}") for sign in set(_SYMBOLS.findall(text))}
        for sign, (_, known) in found.items():
            if not known:
                self._source.losses.add("symbol", f"{font or ''} {ord(sign):X}", kept=True, count=text.count(sign))
        return _SYMBOLS.sub(lambda match: found[match[0]][0], text)

    def _rare(self, each: Element, name: str, look: Look, href: str | None) -> None:
        if name == "w:sym":
            sign, known = symbol(attribute(each, "w:font") or "", attribute(each, "w:char") or "")
            if not known:
                self._source.losses.add("symbol", f"{attribute(each, 'w:font')} {attribute(each, 'w:char')}", kept=True)
            self._text(sign, look, href)
        elif name == "w:softHyphen":
            self._source.losses.add("soft_hyphen")
        elif name == "w:ruby":
            base, reading = child(each, "w:rubyBase"), child(each, "w:rt")
            if base is not None:
                self.read(base, href)
            words = (text_in(found) if found is not None else "" for found in (base, reading))
            self._source.losses.add("ruby", "{}({})".format(*words))
        elif name == "mc:AlternateContent":
            for inner in chosen(each):
                self._piece(inner, look, href)
        else:
            for inner in each:
                if tag(inner) == "w:r":
                    self._run(inner, href)
                else:
                    self._piece(inner, look, href)

    def _text(self, text: str, look: Look, href: str | None) -> None:
        open_fields = self._source.fields
        if not text:
            return
        if open_fields and not open_fields[-1].result:
            open_fields[-1].stray.append(Run(text))
            return
        if open_fields:
            for each in open_fields:
                each.has_result = True
            href = next((each.href for each in reversed(open_fields) if each.href), href)
        marks = frozenset(mark for mark, on in look.marks.items() if on and not (href and mark == Mark.UNDERLINE))
        if look.size and text.strip():
            self.size = max(self.size, look.size)
        table = _SHIFTED.get(look.raised or "")
        if table is not None and text.strip():
            if all(ord(sign) in table for sign in text):
                text = text.translate(table)
            else:
                self._source.losses.add("raised_text", text, kept=True)
        self.runs.append(Run(text, marks, href))

    def _field(self, kind: str, look: Look, href: str | None) -> None:
        open_fields = self._source.fields
        if kind == "begin":
            open_fields.append(Field())
        elif kind == "separate" and open_fields:
            open_fields[-1].result = True
            open_fields[-1].href = self._link(link_of(open_fields[-1].instruction))
        elif kind == "end" and open_fields:
            ended = open_fields.pop()
            if not ended.has_result and not self._equation(ended.instruction, href, look) and not ended.result:
                self.runs.extend(ended.stray)

    def close(self) -> None:
        """The paragraph ends: an instruction that goes on beyond it is a broken one and must not swallow the text."""
        open_fields = self._source.fields
        while open_fields and not open_fields[-1].result:
            self.runs.extend(open_fields.pop().stray)

    def _equation(self, instruction: str, href: str | None, look: Look | None = None) -> bool:
        found = equation_text(instruction)
        if found is None:
            return False
        text, whole = found
        if not whole:
            self._source.losses.add("field_text", instruction, kept=True)
        self._text(text, look or Look({}), href)
        return True

    def _drawing(self, element: Element) -> None:
        for block in drawn(element, self._source, self._part, self._box):
            lead = isinstance(block, Image) and not any(run.text.strip() for run in self.runs) and not self.after
            (self.before if lead else self.after).append(block)


def strong_only(runs: list[Run]) -> bool:
    """Whether all that is to be seen of some runs is bold."""
    return any(run.text.strip() for run in runs) and all(
        Mark.STRONG in run.marks or not run.text.strip() for run in runs
    )
