"""A proof, independent of how a repair was found, that it only undoes damage: do the damage again and get ``before``.

The ledger asks this of every recorded repair of a text that was entered for somebody else. In doubt the answer is no.
"""

from __future__ import annotations

import re
from itertools import pairwise

from editor.text.repair import controls, crossing, entities, marks, mojibake, residue
from editor.text.repair.gbk import ASCII_END, pair
from editor.text.repair.mojibake import gbk_bytes, latin_bytes

_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_LOST = "?？\ufffd"
_TAG_END = re.compile(r"^(.*[?\ufffd])(/?[A-Za-z][A-Za-z0-9:]*\b[^<>\n]*>)$", re.DOTALL)
_READING_END = re.compile(r"^(.*[?\ufffd])([^?\ufffd()（）]{1,9})[)）]$", re.DOTALL)
_BARE_READING = re.compile(rf"[(（][ \xa0]?([{residue.LETTERS}]{{1,9}})[ \xa0]?[)）]")
_CROSSED = re.compile(
    rf"[?\ufffd][(（]?([{residue.LETTERS}]{{1,9}})[)）](?:[?\ufffd][(（]?([{residue.LETTERS}]{{1,9}})[)）])?", re.DOTALL
)
_QUESTION = b"\xa3\xbf"
_LEAST = 3
"""Characters of a damaged stretch beyond which a half of its last one may be left."""
LONGEST = 1000


def explains(rule: str, before: str, after: str) -> bool:
    """Whether a recorded repair is damage undone and nothing else.

    Args:
        rule: Rule of the record.
        before: What stood there.
        after: What the repair put there.
    """
    if before == after:
        return True
    check = _CHECKS.get(rule)
    return check is not None and len(before) <= LONGEST * 4 and check(before, after)


def _folded(text: str) -> str:
    return text.translate(_WIDE)


def _marks(before: str, after: str) -> bool:
    return len(before) == len(after) and all(
        old == new or new == marks.WIDE.get(old) for old, new in zip(before, after, strict=True)
    )


def _letters(before: str, after: str) -> bool:
    return marks.narrowed(before) == after


def _controls(before: str, after: str) -> bool:
    return controls.cleaned(before) == after


def _entities(before: str, after: str) -> bool:
    """Decoding and taking out tags gives ``after``, but for blanks where a tag parted words."""
    if entities.BROKEN_TAG.fullmatch("。" + before, 1):
        return not after
    text = before
    for _ in range(3):
        done = entities.ENTITY.sub(lambda match: entities.decoded(match.group()) or "", text)
        done = entities.ESCAPE.sub(lambda match: entities.unescaped(match.group()) or match.group(), done)
        if _folded(controls.cleaned(done)) == _folded(after):
            return True
        text = done
    bare = entities.BROKEN_TAG.sub("", entities.TAG.sub(_without_meaning, text))
    return re.sub("[ \xa0]", "", _folded(controls.cleaned(bare))) == re.sub("[ \xa0]", "", _folded(after))


def _without_meaning(match: re.Match[str]) -> str:
    return match.group() if entities.carries_meaning(match) else ""


def _residue(before: str, after: str) -> bool:
    """Readings deleted behind characters that read so, or put together again across a border."""
    crossed = _CROSSED.match(before)
    if crossed and after:
        return _crossed(crossed, before, after)
    rest, here = "", 0
    for match in _BARE_READING.finditer(before):
        one = before[match.start() - 1 : match.start()] if match.start() else ""
        reading = residue.plain(match.group(1))
        if one and residue.reads(one, reading) < 0:
            return False
        if not one and reading not in crossing.by_reading():
            return False
        rest += before[here : match.start()]
        here = match.end()
    return rest + before[here:] == after


def _crossed(match: re.Match[str], before: str, after: str) -> bool:
    code = pair(after[0])
    if code is None:
        return False
    marked = (pair(one) for one in crossing.by_reading().get(residue.plain(match.group(1)), ()))
    if not any(two is not None and two[1] == code[0] for two in marked):
        return False
    if match.group(2):
        return len(after) == 1 and residue.reads(after, match.group(2)) >= 0 and match.end() == len(before)
    return _shifted_at(before[match.end() :], after, 0, 0)


def _bytes(before: str, after: str) -> bool:
    """Lost bytes, or text read in the wrong encoding."""
    if _is_mojibake(before, after):
        return True
    tag = _TAG_END.match(before)
    if tag and entities.TAG.fullmatch("<" + tag.group(2)):
        return _lost(tag.group(1), after) or _lost(tag.group(1), after.removesuffix("<" + tag.group(2)))
    spoken = _READING_END.match(before)
    if spoken and after and residue.reads(after[-1], spoken.group(2)) >= 0:
        return _lost(spoken.group(1), after)
    last = pair(after[-1:] or " ")
    if last and len(before) > _LEAST and before[-2] in _LOST and last[1] == ord(before[-1]) and len(after) > 1:
        return _lost(before[:-1], after[:-1] + "\ufffd")  # of its last character only the second byte is left
    return _lost(before, after) or (after[-1:] in {"<", "("} and _lost(before, after[:-1]))


def _lost(before: str, after: str) -> bool:
    """One byte taken out of ``after`` shows as ``before``, the sign of the loss and widths aside."""
    if not after or len(after) > LONGEST:
        return False
    if before[:1] and before[0] in _LOST and _shifted_at(before[1:], after, 0, 0):
        return True
    return any(_shifted_at(before, after, at, half) for at in range(len(after)) for half in (0, 1))


def _shifted_at(shown: str, after: str, at: int, half: int) -> bool:
    """Whether ``after`` without one half of the character at ``at`` is shown as ``shown``."""
    code = pair(after[at])
    if _folded(shown[:at]) != _folded(after[:at]) or code is None:
        return False
    gap = after.endswith("\ufffd")
    rest = gbk_bytes(after[at + 1 :].removesuffix("\ufffd") if gap else after[at + 1 :])
    if rest is None:
        return False
    data = bytes((code[1 - half],)) + rest
    if shown[at : at + 1] in {"", *_LOST} and (data[:2] != _QUESTION or len(shown) < at + 2):
        return False  # nothing is left of the character: any other would explain it as well
    now = shown[at:-1] if gap and shown[-1] in _LOST else shown[at:]
    if gap:
        raw = _raw_folded(now)
        return raw is not None and len(raw) == len(data) + 1 and raw[: len(data)] == data
    return _folded(_shown(data)) == _folded(_named(now))


def _raw_folded(text: str) -> bytes | None:
    """Bytes with half-width marks taken for full-width ones, as they were inside the run."""
    return gbk_bytes("".join(marks.WIDE.get(one, one) for one in text))


def _named(text: str) -> str:
    """Characters under the name that their bytes have, signs of loss under one name."""
    return "".join("?" if one in "?\ufffd€" else _name(one) for one in text)


def _name(one: str) -> str:
    code = pair(one)
    return one if code is None else code.decode("gb18030")


def _shown(data: bytes) -> str:
    """What a program shows of the bytes; a half at the very end shows as ``?`` or not at all."""
    found = ""
    at = 0
    while at < len(data):
        if data[at] < ASCII_END:
            found += chr(data[at])
            at += 1
        elif at + 1 == len(data):
            return found + "?"
        else:
            try:
                found += data[at : at + 2].decode("gb18030")
            except UnicodeDecodeError:
                return found + "\x00"
            at += 2
    return found


def _is_mojibake(before: str, after: str) -> bool:
    latin = latin_bytes(before)
    if latin is not None and latin in (after.encode("utf-8", "replace"), after.encode("gbk", "replace")):
        return True
    parts = [gbk_bytes(part) for part in re.split("[?\ufffd]", before)]
    if any(part is None for part in parts):
        return False
    stretches = [mojibake.trimmed(part) for part in parts if part is not None]
    if stretches[0][0] or stretches[-1][2]:
        return False
    whole = stretches[0][1]
    for (_, _, tail), (head, middle, _) in pairwise(stretches):
        one = after[len(whole) : len(whole) + 1]
        code = one.encode("utf-8", "replace")
        filled = len(code) == len(tail) + len(head) + 1 and code.startswith(tail) and code.endswith(head) and bool(tail)
        if not filled and one not in {"?", "？", "\ufffd"}:
            return False
        whole += one + middle
    return _folded(whole) == _folded(after)


_CHECKS = {
    "P01": _marks,
    "P02": _marks,
    "P04": _letters,
    "R02": _residue,
    "R03": _bytes,
    "R05": _entities,
    "R06": _controls,
}
