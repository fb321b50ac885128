"""R03: UTF-8 read as Latin-1, Windows-1252 or GBK, and GBK read as Latin-1; what is gone for good is pointed at.

Our own code, as ftfy does not know the Chinese code pages. A run is taken back to bytes and must decode without any
rest; for GBK the outcome must also be the likelier text, because two Han characters can be valid UTF-8 by chance.
"""

from __future__ import annotations

import re
from functools import cache

from editor.text.lexicon import folded, lexicon
from editor.text.repair.draft import GAP, Edit
from editor.text.repair.gbk import char, pair
from editor.text.repair.scoring import Page, Place

_EXTRA = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN_RUN = re.compile(f"[\x80-\xff{_EXTRA}]{{2,}}")
_LATIN_LEAD = re.compile("[\xc2-\xef][\x80-\xbf" + _EXTRA + "]")
_HAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]")
_HIGH = f"[\x81-\xfe{_EXTRA}]"
_LATIN_GBK = re.compile(f"(?:{_HIGH}(?:{_HIGH}|[@-~\x80\xad]))+")
_GBK_RUN = re.compile("[^\\x00-\\x7f](?:[^\\x00-\\x7f]|[?\ufffd])+")
_GONE = re.compile("(?:锟斤拷)+锟?|锟斤|烫烫烫+|屯屯屯+|\ufffd+|(?<![?？])[?？]{3,}(?![?？])")
_LATIN_LEFT = re.compile("(?:[\xe3-\xe9][\x80-\xbf" + _EXTRA + "]{1,2} ?){2,}|ï¼[\x80-\xbf" + _EXTRA + "]?|â€")
LONGEST = 4000
_TRAILS = range(0x80, 0xC0)
"""Bytes of a character in UTF-8 after its first one."""
_LEAST = 4
"""Bytes of GBK read as Latin-1; fewer can be anything."""
_TELLS, _TELLING, _ON_SUCH_A_PAGE, _ALONE = 8.0, 3, 13.0, 7.0
"""Mean cost and length of a run that tells that the page was read so, and what other runs may cost then, and else."""
_STANDS_OUT = 4.0
"""By how much the likeliest character for a lost byte must be likelier than the next one."""
_TEXT, _GAIN = 10.0, 2.5
"""Mean cost up to which what comes out is text, and by how much it must be less than what stands there."""


@cache
def _backwards() -> dict[str, int]:
    """Characters of Windows-1252 → byte; Latin-1 fills the five places that Windows leaves empty."""
    found = {chr(code): code for code in range(0x80, 0x100)}
    for code in range(0x80, 0xA0):
        try:
            found[bytes((code,)).decode("cp1252")] = code
        except UnicodeDecodeError:
            continue
    return found


def latin_bytes(text: str) -> bytes | None:
    """The bytes behind text that was read as Latin-1 or Windows-1252; None when it has other characters."""
    table = _backwards()
    try:
        return bytes(table[one] if one > "\x7f" else ord(one) for one in text)
    except KeyError:
        return None


def gbk_bytes(text: str) -> bytes | None:
    """The bytes behind text that was read as GBK; None when it has characters that GBK has not."""
    found = b""
    for one in text:
        code = b"\x80" if one == "€" else one.encode() if one < "\x80" else pair(one)
        if code is None:
            return None
        found += code
    return found


def find(text: str) -> list[Edit]:
    """Repairs of text that was read in the wrong encoding."""
    edits = _latin(text)
    edits += [edit for edit in _gbk(text) if all(edit.end <= one.start or edit.start >= one.end for one in edits)]
    return sorted(edits, key=lambda edit: edit.start)


def find_gone(text: str) -> list[Edit]:
    """What nobody can restore any more."""
    found = [*_GONE.finditer(text), *_LATIN_LEFT.finditer(text)]
    return [
        Edit("R03", one.start(), one.end(), one.group(), 0.9, applied=False)
        for one in sorted(found, key=lambda m: m.start())
    ]


def _latin(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for match in _LATIN_RUN.finditer(text):
        if _LATIN_LEAD.search(match.group()):
            for start, end, after in _utf8_parts(match.group()[:LONGEST]):
                edits.append(Edit("R03", match.start() + start, match.start() + end, after, 0.97))
    if edits:
        return edits
    found = [(match, after, cost) for match in _LATIN_GBK.finditer(text) for after, cost in _latin_gbk(text, match)]
    such_a_page = any(cost < _TELLS and len(after) >= _TELLING for _, after, cost in found)
    most = _ON_SUCH_A_PAGE if such_a_page else _ALONE
    return [Edit("R03", match.start(), match.end(), after, 0.9) for match, after, cost in found if cost < most]


_SEQUENCE = re.compile(b"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")


def _utf8_parts(run: str) -> list[tuple[int, int, str]]:
    """Stretches of a Latin run that are UTF-8 of something an article has."""
    raw = latin_bytes(run)
    found: list[tuple[int, int, str]] = []
    for match in _SEQUENCE.finditer(raw or b""):
        try:
            after = match.group().decode("utf-8")
        except UnicodeDecodeError:
            continue
        whole = match.end() - match.start() == len(run)
        if _HAN.search(after) or (whole and match.group()[0] in (0xC2, 0xC3, 0xE2)):
            found.append((match.start(), match.end(), after))
    # Three bytes of GBK can be UTF-8 by chance; a run that is UTF-8 is so nearly throughout.
    return found if sum(end - start for start, end, _ in found) * 10 >= 7 * len(run) else []


def _latin_gbk(text: str, match: re.Match[str]) -> list[tuple[str, float]]:
    """``ÖÐ¹ú``: GBK read as Latin-1, only for four bytes and more that are likely text throughout."""
    raw = latin_bytes(match.group()[:LONGEST])
    before = text[match.start() - 1 : match.start()]
    if raw is None or len(raw) < _LEAST or match.end() - match.start() > LONGEST:
        return []
    if before.isascii() and before.isalpha():
        return []
    try:
        after = raw.decode("gbk")
    except UnicodeDecodeError:
        return []
    return [(after, lexicon().cost(folded(after)) / len(after))]


@cache
def _hint() -> re.Pattern[str]:
    """Characters that the first two bytes of a Han character in UTF-8 make when read as GBK."""
    found = [one for lead in range(0xE2, 0xEA) for trail in range(0x80, 0xC0) if (one := char(lead, trail))]
    return re.compile(f"[{''.join(found)}锛]")


def _gbk(text: str) -> list[Edit]:
    if not _hint().search(text):
        return []
    page = Page(text)
    edits = []
    for match in _GBK_RUN.finditer(text):
        if _hint().search(match.group()) and len(match.group()) <= LONGEST:
            edits += _from_gbk(text, match, page)
    return edits


def _from_gbk(text: str, match: re.Match[str], page: Page) -> list[Edit]:
    parts = re.split("[?\ufffd]", match.group())
    raws = [gbk_bytes(part) for part in parts]
    known = [raw for raw in raws if raw is not None]
    if len(known) < len(raws):
        return []
    stretches = [trimmed(raw) for raw in known]
    text_of = "".join(middle for _, middle, _ in stretches)
    if not text_of or not _likelier(match.group().replace("?", "").replace("\ufffd", ""), text_of):
        return []
    # A real question mark at the end of the run is not part of the damage.
    whole = stretches[0][1]
    if stretches[0][0]:
        return []
    for number, (head, middle, _) in enumerate(stretches[1:], 1):
        tail = stretches[number - 1][2]
        last = text.find("\n", match.end())
        after = text[match.end() : last if last >= 0 else None]
        whole += _gap(tail, head, Place(page, whole, middle or after)) + middle
    if stretches[-1][2]:
        return []
    return [Edit("R03", match.start(), match.end(), whole, 0.95)]


def trimmed(raw: bytes) -> tuple[bytes, str, bytes]:
    """The rest of a character in front, what decodes, the beginning of a character at the end."""
    start = 0
    while start < min(3, len(raw)) and raw[start] in _TRAILS:
        start += 1
    for end in range(len(raw), max(start - 1, len(raw) - 4), -1):
        try:
            return raw[:start], raw[start:end].decode("utf-8"), raw[end:]
        except UnicodeDecodeError:
            continue
    return raw, "", b""


def _gap(tail: bytes, head: bytes, place: Place) -> str:
    """What stood where one byte is missing, when one character stands out; else the sign of the gap."""
    if not tail:
        return "?" if not head else GAP
    options: dict[str, float] = {}
    for byte in _TRAILS:
        try:
            one = (tail + bytes((byte,)) + head).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if len(one) == 1 and one.isprintable():
            options[one] = place.price(one, 0)
    order = sorted(options, key=options.__getitem__)
    sure = len(order) == 1 or (len(order) > 1 and options[order[1]] - options[order[0]] >= _STANDS_OUT)
    return order[0] if sure else GAP


def _likelier(run: str, after: str) -> bool:
    """Whether the outcome is Chinese text, and clearly better than what stands there."""
    if not _HAN.search(after) or any(one < " " or "\x7f" <= one <= "\x9f" for one in after):
        return False
    words = lexicon()
    now, then = words.cost(folded(run)) / len(run), words.cost(folded(after)) / len(after)
    return then < _TEXT and now - then > _GAIN
