"""Notes at the foot of a saved page, to which raised numbers in its text lead: they become footnotes.

Only where nothing is left to guess: every number leads to a note below the text, every note says by its number, by a
link back or by its list that it is one, and nothing but notes stands between them. Else all of it stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import lxml.html

from editor.intake.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.intake.losses import LossBook

_MARK = re.compile(r"[\[(]?(?P<digits>\d{1,3})[\])]?|\*{1,3}")
_BRACKETED = re.compile(r"[\[(]\d{1,3}[\])]")
"""Of ASCII alone: these are no words of a text when it is held against its original (`operations.faithful`), so that it
stays as it was entered; ① and 〔注1〕 would be missed there."""
_BACK = re.compile(r"[\^↑↩︎⏎⇑a-z]{1,2}|\d{1,3}\.\d{1,3}|返回(?:正文|原文)?|回到正文|back", re.IGNORECASE)
_AROUND = re.compile(r"[\s\[\]［］()（）,，、–-]*")
_BEFORE_NOTE = re.compile(r"[\s\u3000\u00a0]*[\^↑]?[\s\u3000\u00a0]*")
_BEHIND_MARK = re.compile(r"[.．、:：]?[\s\u3000\u00a0]*")
_TITLE = re.compile(
    r"(?:注释|注解|附注|脚注|尾注|注|参考文献|参考资料|参考来源|资料来源|notes|references) ?:?", re.IGNORECASE
)
_BLOCKS = frozenset({"p", "li", "div", "dd", "td", "section", "aside", "blockquote", "body", "article"})
_NOTES = frozenset({"p", "li", "div", "dd"})
_MOST = 500
_DEEPEST = 200
_ROUND = 4
_SHOWN = 40
_OURS = frozenset({"footnote-ref", "footnote-back", "footnote-backref"})


@dataclass(frozen=True, slots=True)
class _Reference:
    """A number in the text: the element that shows it, and the link itself."""

    shown: Any
    link: Any
    mark: str


@dataclass(slots=True)
class _Note:
    """A note: the block that holds it, and the numbers that lead to it."""

    block: Any
    references: list[_Reference]

    @property
    def mark(self) -> str:
        """The first number that leads to it."""
        return self.references[0].mark


def made(tree: Any, address: str, losses: LossBook) -> list[Any]:
    """Make footnotes of the notes of a page, as the reader of HTML knows them; gives their sections.

    Args:
        tree: The page.
        address: Where it stood, "" when it does not say: browsers save links within a page with it in front.
        losses: The report.
    """
    _shorten(tree, address)
    if not any(_reference(link) is not None for link in tree.iter("a")):
        return []
    places = {element: place for place, element in enumerate(tree.iter())}
    notes = _notes(tree, places)
    if not notes or not _nothing_between([note.block for note in notes]):
        return []
    numbers = _names(reference for note in notes for reference in note.references)
    if not all(_is_note(note, numbers) for note in notes):
        return []
    labels = _labels(notes)
    _without_title(notes[0].block, losses)
    for note, label in zip(notes, labels, strict=True):
        _strip(note, numbers)
        for reference in note.references:
            _refer(reference, label)
    return _sections(notes, labels)


def attach(article: Any, sections: Sequence[Any]) -> None:
    """Notes that stand below the article's element belong to it."""
    for section in sections:
        if article not in section.iterancestors():
            article.append(section)


# --- finding --------------------------------------------------------------------------------------------------------


def _shorten(tree: Any, address: str) -> None:
    """Links to a place in the page itself name that place alone."""
    own = unquote(address.partition("#")[0])
    for link in tree.iter("a") if own else ():
        where, sign, name = link.get("href", "").partition("#")
        if where and sign and name and unquote(where) == own:
            link.set("href", f"#{name}")


def _notes(tree: Any, places: dict[Any, int]) -> list[_Note]:
    """Notes in the order of the page; [] when a number leads somewhere else than to the foot."""
    named = _named(tree)
    found: dict[Any, _Note] = {}
    last = -1
    for link in tree.iter("a"):
        reference = _reference(link)
        target = named.get(unquote(link.get("href", "").partition("#")[2])) if reference is not None else None
        if reference is None or target is None or places[target] <= places[link]:
            continue  # what leads upward leads back
        block = _block(target)
        if block is None or len(found) >= _MOST:
            return []
        found.setdefault(block, _Note(block, [])).references.append(reference)
        last = max(last, places[link])
    notes = sorted(found.values(), key=lambda note: places[note.block])
    return notes if notes and places[notes[0].block] > last else []


def _named(tree: Any) -> dict[str, Any]:
    """Elements by the names that links lead to."""
    named: dict[str, Any] = {}
    for element in tree.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                named.setdefault(name, element)
    return named


def _reference(link: Any) -> _Reference | None:
    """A link within the page that is a number of a note: raised, or in brackets."""
    if not link.get("href", "").startswith("#") or _OURS & set((link.get("class") or "").split()):
        return None
    own = _squeezed(link)
    above = link.getparent()
    if not "".join(link.itertext()).isascii():
        return None
    raised = above is not None and above.tag == "sup"
    if raised and len(list(islice(above.iter("a"), 2))) == 1 and _MARK.fullmatch(_squeezed(above)):
        return _Reference(above, link, _squeezed(above))
    inside = any(_squeezed(child) == own for child in link.iter("sup"))
    if _BRACKETED.fullmatch(own) or ((raised or inside) and _MARK.fullmatch(own)):
        return _Reference(link, link, own)
    return None


def _squeezed(element: Any) -> str:
    return "".join(fold("".join(element.itertext())).split())


def _block(target: Any) -> Any:
    """The block that begins with what a number leads to, None when it begins with something else."""
    block = target
    for _ in range(_DEEPEST):
        if block is None or block.tag in _BLOCKS:
            break
        block = block.getparent()
    if block is None or block.tag not in _NOTES:
        return None
    begins = block is target or not _MARK.sub("", _before(block, target), count=1).strip(" ^↑\u3000\u00a0")
    return block if begins and _is_one(block) else None


def _before(block: Any, target: Any) -> str:
    """The text of a block before an element in it."""
    text = ""
    for element, part in _slots(block):
        if (element is target and part == "text") or len(text) > _SHOWN:
            break
        text += (getattr(element, part) or "").lstrip()
    return fold(text)


def _is_one(block: Any) -> bool:
    """Whether a block is one note and not the box round several."""
    return block.tag != "div" or sum(1 for _ in block.iter("p", "li", "div")) <= 2  # noqa: PLR2004  itself and one


def _slots(block: Any) -> Iterator[tuple[Any, str]]:
    """The text of a block, piece by piece, in order: (element, ``text`` or ``tail``)."""
    waiting: list[tuple[Any, bool]] = [(block, False)]
    while waiting:
        element, done = waiting.pop()
        if done:
            if element is not block:
                yield element, "tail"
            continue
        yield element, "text"
        waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))


def _nothing_between(blocks: list[Any]) -> bool:
    """Whether nothing but notes stands from the first to the last of them; of a list, all of it."""
    ours = set(blocks)
    if any(above in ours for block in blocks for above in islice(block.iterancestors(), _DEEPEST)):
        return False
    lists = [block.getparent() for block in blocks if block.tag == "li"]
    if any(child not in ours for one in dict.fromkeys(lists) for child in one if child.tag == "li"):
        return False
    paths = [[*reversed([block, *block.iterancestors()])] for block in (blocks[0], blocks[-1])]
    shared = [one for one, other in zip(*paths, strict=False) if one is other]
    if not shared or shared[-1] is blocks[0]:
        return True
    level = len(shared)
    children = list(shared[-1])
    first, last = (children.index(path[level]) for path in paths)
    between = "".join(_squeezed(child) for child in children[first : last + 1])
    tails = "".join((child.tail or "").strip() for child in children[first:last])
    return not tails and between == "".join(_squeezed(block) for block in blocks)


def _names(references: Iterable[_Reference]) -> set[str]:
    """Names by which a link back may call a number: its own, and those of what is directly round it."""
    found: set[str] = set()
    for reference in references:
        element = reference.link
        for _ in range(_ROUND):
            found |= {element.get("id") or "", element.get("name") or ""}
            element = element.getparent()
            if element is None or element.tag in _BLOCKS:
                break
    return found - {""}


def _is_note(note: _Note, numbers: set[str]) -> bool:
    """Whether a block says that it is the note of the numbers that lead to it, and says anything else."""
    backs = [link for link in note.block.iter("a") if _leads_back(link, numbers)]
    text = _squeezed(note.block)
    marked = _digits(_MARK.match(text.lstrip("^↑"))) == _digits(_MARK.fullmatch(note.mark))
    known = bool(backs) or marked or note.block.tag == "li"
    rest = len(text) - sum(len(_squeezed(link)) for link in backs) - (len(note.mark) if marked and not backs else 0)
    return known and rest > 1


def _digits(match: re.Match[str] | None) -> str:
    return (match["digits"] or match[0]) if match is not None else ""


def _leads_back(link: Any, numbers: set[str]) -> bool:
    """Whether a link in a note leads to its number, and shows nothing but a sign for that."""
    name = unquote(link.get("href", "").partition("#")[2])
    if not link.get("href", "").startswith("#") or name not in numbers:
        return False
    words = _squeezed(link)
    return bool(_MARK.fullmatch(words) or _BACK.fullmatch(words))


def _labels(notes: Sequence[_Note]) -> list[str]:
    """The numbers of the page where each is there once, else numbers in the order of the notes."""
    told = [_digits(_MARK.fullmatch(note.mark)) for note in notes]
    if len(set(told)) == len(told) and all(label.isascii() and label.isdigit() for label in told):
        return told
    return [str(number) for number, _ in enumerate(notes, 1)]


# --- changing -------------------------------------------------------------------------------------------------------


def _strip(note: _Note, numbers: set[str]) -> None:
    """A note without its own number and the links back."""
    for link in [link for link in note.block.iter("a") if _leads_back(link, numbers)]:
        above = link.getparent()
        link.drop_tree()
        while above is not note.block and not _squeezed(above).strip("^↑"):  # the box of the link, with its sign
            box, above = above, above.getparent()
            box.drop_tree()
    _cut(note.block, _BEFORE_NOTE)
    words = "".join(note.block.itertext())
    mark = _MARK.match(fold(words[:12]))
    if mark is not None and _digits(mark) == _digits(_MARK.fullmatch(note.mark)):
        _cut(note.block, re.compile(re.escape(words[: mark.end()])))
        _cut(note.block, _BEHIND_MARK)


def _cut(block: Any, pattern: re.Pattern[str]) -> None:
    """Take what a pattern matches away from the beginning of a block's text."""
    match = pattern.match("".join(block.itertext()))
    left = match.end() if match is not None else 0
    for element, part in _slots(block):
        if not left:
            return
        text = getattr(element, part) or ""
        setattr(element, part, text[left:])
        left -= min(left, len(text))


def _refer(reference: _Reference, label: str) -> None:
    """Put a reference where the number was."""
    new = lxml.html.Element("a", {"class": "footnote-ref", "href": f"#fn-{label}"})
    shown = reference.shown
    above = shown.getparent()
    new.tail = shown.tail
    above.replace(shown, new)
    if above.tag == "sup" and not above.xpath(".//a[not(@class='footnote-ref')]"):
        words = "".join(above.itertext())
        if _AROUND.fullmatch(words):  # [1, 2]: what stood round several numbers
            above.text = None
            for child in above:
                child.tail = None


def _without_title(first: Any, losses: LossBook) -> None:
    """The line that says what follows (注释), and the rule above the notes, have done their work."""
    before = _previous(first)
    while before is not None and not _squeezed(before) and not (before.tail or "").strip():
        empty, before = before, _previous(before)
        if empty.tag == "hr":
            empty.drop_tree()
    if before is not None and not (before.tail or "").strip():
        words = " ".join("".join(before.itertext()).split())
        if _TITLE.fullmatch(fold(words)):
            losses.add("notes_title", words)
            before.drop_tree()


def _previous(element: Any) -> Any:
    """The element before one, or before the boxes that begin with it; None when text stands before it."""
    for _ in range(_DEEPEST):
        above = element.getparent()
        if element.getprevious() is not None:
            return element.getprevious()
        if above is None or above.tag in {"body", "article"} or (above.text or "").strip():
            return None
        element = above
    return None


def _sections(notes: Sequence[_Note], labels: Sequence[str]) -> list[Any]:
    """The notes as the reader of HTML knows footnotes: items of lists in sections, where they stand."""
    sections: dict[Any, None] = {}
    for note, label in zip(notes, labels, strict=True):
        block = note.block
        place = block.getparent() if block.tag == "li" else block
        section = place.getparent() if block.tag == "li" and place.getparent() in sections else None
        if section is None:
            section = lxml.html.Element("section", {"class": "footnotes"})
            section.tail = place.tail
            place.tail = None
            place.getparent().replace(place, section)
            if block.tag == "li":
                section.append(place)
            else:
                box = lxml.html.Element("ol")
                section.append(box)
                box.append(block)
            sections[section] = None
        if block.tag != "li":
            block.tag = "li"
        block.set("id", f"fn-{label}")
    return list(sections)
