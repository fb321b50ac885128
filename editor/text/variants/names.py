"""Names of people keep their form: 记者于文静 is 于文靜, but 记者于昨日 is 於昨日.

A name is told by its surroundings: a title or label before it, a title after it, 某 instead of the given name, or the
same name elsewhere in the text. Where the surroundings do not tell, OpenCC's reading stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.variants import borders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.text.variants.people import People

_RUN = 8
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_SLASHES = "/／|｜丨"
_BLANKS = " \u3000"
_GAP = re.compile(r"[ \u3000\t]*[:：/／|｜丨]?[ \u3000\t]*")
_SAYING = re.compile(r"(?:[\u3400-\u9fff]{1,4}[地着]|[也还则又就都])(?:说|表示|介绍|告诉|讲|回忆|问|答|喊)")
_THEREUPON = "于是"
_ADVERBS = frozenset("曾均都已将现即早正也先始终")
_ACCORDING = "据"
_FRAMES_BEFORE = ("", "\n", "（", "(", " ", "\u3000")
_LIST_JOINTS = "、和与及"
_SIGNED = frozenset(stop + "（" for stop in "。！？”…")
"""What stands before the reporter's name at the end of a text."""
_OPENING, _CLOSING = ("（", "("), ("）", ")")
_PLACE_ENDS = frozenset("省市县区旗镇乡村州江河湖海山岛路街站港桥香花草木")
_HEADER_ONLY = frozenset("干党")
_FRAMES_AFTER = ("", "\n", "\r", "）", ")", " ", "\u3000")
_LIST_GAP = re.compile(r"[ \u3000\t]+|、")
_PREPOSITION = "于"
_ANONYMOUS = "某"
_NOT_ANONYMOUS = frozenset("种些个项年月日地处类次一段天时市县省村镇公单位")
_SINGLE_OBJECTS = frozenset("此其今昨会本下上前后内外中我他她它你该各第")
_NOT_A_NAME_TAGS = ("t", "ns", "nt", "f", "s", "m", "r", "q")
_CONJUNCTIONS = frozenset("和与及同跟")
_BEFORE_NAME = frozenset("和与及请问找让叫是的和、给跟同")
_VERB_SURNAMES = frozenset("向沿談應包計支解干冀充連扶通查游養伴順朝經依隨谈应计连养顺经随和从全曾常管关满比用同共由被")
_AFTER_NAME_TAGS = frozenset("vdtcpr")
_NAME_LIKE_TAGS = frozenset("na")
_LOCALIZERS = frozenset("中内前后上下里外间")
_PARTICLE = "著"
_PAIR = 2
_TRIPLE = 3


def han_run(text: str, start: int) -> str:
    """The Han characters from ``start`` on, eight at most."""
    found = _HAN_RUN.match(text, start, start + _RUN)
    return found.group() if found else ""


def after_title(text: str, end: int, people: People, *, label: bool) -> Iterator[tuple[int, int]]:
    """Names after a title or label that ends at ``end``, as spans; all that follow in a list of names."""
    gap = _GAP.match(text, end)
    start = gap.end() if gap else end
    header = label and (start > end or text[end - 1] in _SLASHES)
    if start == end and not header and _longer_title(text, end):
        return
    while True:
        length = _name_length(text, start, people, header=header)
        if not length:
            return
        yield start, start + length
        more = _LIST_GAP.match(text, start + length) if label else None
        if not more:
            return
        start = more.end()


def _longer_title(text: str, end: int) -> bool:
    """Whether the word of a title reaches over its end (摄影|师联系)."""
    return borders.read(text, end - 1, end)[-1][1] > end


def _name_length(text: str, start: int, people: People, *, header: bool) -> int:
    """Length of the name at ``start``, 0 when there is none."""
    run = han_run(text, start)
    double = run[:_PAIR] in people.surnames
    if len(run) < _PAIR or not (double or run[0] in people.surnames) or (run[0] in _HEADER_ONLY and not header):
        return 0
    if run[1] == _ANONYMOUS:
        return _anonymous_length(run)
    if people.sensitive.isdisjoint(run[: _TRIPLE + double]):
        return _delimited_length(run, people, double=double) if header else 0
    length = _delimited_length(run, people, double=double)
    alone = header and length == len(run)
    if run[0] == _PREPOSITION and (
        _is_preposition(run, people, alone=alone) or (length == _PAIR < len(run) and run[:_PAIR] == _THEREUPON)
    ):
        return 0
    if people.alone:
        return 0 if length and _is_particle(run) else length
    return _by_words(run, length, people, alone=alone)


def _anonymous_length(run: str) -> int:
    """Length of 于某, 于某某, 于某甲; 0 for 于某种."""
    after = run[_PAIR : _PAIR + 1]
    if after and after in _ANONYMOUS + "甲乙丙丁":
        return _TRIPLE
    return 0 if after and after in _NOT_ANONYMOUS and run[0] == _PREPOSITION else _PAIR


def _delimited_length(run: str, people: People, *, double: bool) -> int:
    """Length of the name at the start of a run, told by what follows it; 0 when nothing tells."""
    for length in (_PAIR + double, _TRIPLE + double):
        rest = run[length:]
        if len(run) < length:
            return 0
        if not rest:
            return length
        if rest in _CONJUNCTIONS:
            continue
        if rest.startswith(people.ends):
            return length
    return 0


def _is_preposition(run: str, people: People, *, alone: bool) -> bool:
    """Whether 于 at the start of a run means "at" (于昨日, 于北京), not a person."""
    words = borders.tag(run[1:])
    word, kind = words[0]
    if word in people.objects or run[1:_TRIPLE] in people.objects:
        return True
    if len(word) == 1:
        return word in _SINGLE_OBJECTS and not alone
    return kind in _NOT_A_NAME_TAGS and not alone


def _is_particle(run: str) -> bool:
    """Whether 著 in a run is the particle (向著) and not part of a name (王著)."""
    return run[1] == _PARTICLE and run[0] in _VERB_SURNAMES


def _by_words(run: str, length: int, people: People, *, alone: bool) -> int:
    """The length again, after a look whether the run starts with an ordinary word (范围, 余额, 涂料)."""
    if alone:
        return 0 if run[0] in _HEADER_ONLY and run[:_PAIR] in people.common else length
    if run[:_PAIR] in people.common:
        return _PAIR if run[_PAIR:].startswith(people.speech) else 0
    read = borders.tag(run)
    word, kind = read[0]
    if _reads_on(run, read):
        return 0
    if kind.startswith("nr"):
        return length or (len(word) if len(word) > 1 else _length_by_rest(run))
    if len(word) > 1 and run[0] != _PREPOSITION:
        return 0
    return length or _length_by_rest(run)


def _reads_on(run: str, read: Sequence[tuple[str, str]]) -> bool:
    """Whether a run that begins like a name is a verb or adverb and its object (谈|台风, 都|敢于, 曾于)."""
    if run[1] == _PREPOSITION and run[0] in _ADVERBS:
        return True
    if len(read) == 1 or len(read[0][0]) > 1:
        return False
    second, kind = read[1]
    if len(second) == 1 or kind.startswith("nr"):
        return False
    return run[0] in _VERB_SURNAMES or second.endswith(_PREPOSITION)


def _length_by_rest(run: str) -> int:
    """Length of a name told by the word behind it (涂强|赛后, 于立军|介绍); 0 when no word follows or it is unclear.

    Nothing in the name but the surname and its characters: a word that begins in it and is no name speaks against it.
    """
    found = [length for length in (_PAIR, _TRIPLE) if _word_follows(run, length)]
    if not found:
        return 0
    read = borders.tag(run)
    ends = {sum(len(word) for word, _ in read[: index + 1]) for index in range(len(read))}
    fitting = [length for length in found if length in ends]
    if not fitting or (run[0] == _PREPOSITION and not _given_name(read, fitting[-1])):
        return 0
    position = 0
    for word, kind in read:
        if position >= fitting[-1]:
            break
        if len(word) > 1 and kind[0] not in _NAME_LIKE_TAGS:
            return 0
        position += len(word)
    return fitting[-1]


def _given_name(read: Sequence[tuple[str, str]], length: int) -> bool:
    """Whether what stands between 于 and the end of a possible name is no thing or place (于|立|军, not 于|病中)."""
    position = 0
    for word, kind in read:
        if 0 < position < length and len(word) > 1 and not kind.startswith("nr"):
            return False
        position += len(word)
    return length > _PAIR and "".join(word for word, _ in read)[length - 1] not in _LOCALIZERS


def _word_follows(run: str, length: int) -> bool:
    """Whether a word of two characters or more that goes with a person stands behind the first characters of a run."""
    rest = run[length:]
    if len(rest) < _PAIR:
        return False
    word, kind = borders.tag(rest)[0]
    return len(word) > 1 and kind[0] in _AFTER_NAME_TAGS


def before_title(text: str, start: int, people: People) -> tuple[int, int] | None:
    """The surname or name right before a title that starts at ``start``, as a span."""
    while start and text[start - 1] in _BLANKS:
        start -= 1
    for length in (1, _PAIR, _TRIPLE):
        place = start - length
        if place < 0 or text[place] not in people.surname_forms or text[place] in _HEADER_ONLY:
            continue
        if length == 1 and _stands_alone(text, place):
            return place, start
        if length > 1 and _starts_name(text, place) and not _is_word(text[place:start], people):
            return place, start
    return None


def speaking(text: str, start: int, people: People) -> tuple[int, int] | None:
    """The name at the start of a clause that its surroundings tell, as a span.

    Its bearer speaks (于文静说, 于文静激动地说, 据于文静介绍), it stands in a list of names (于立军、范建国), between
    brackets, or alone in a line.
    """
    run = han_run(text, start)
    if start and _HAN_RUN.match(text[start - 1]) and not _according_to(text, start - 1):
        length = _listed_length(text, start, run, people) if text[start - 1] in _LIST_JOINTS else 0
        length = length or _tagged_length(text, start)
        return (start, start + length) if length else None
    for length in (_PAIR, _TRIPLE):
        rest = run[length:]
        if rest.startswith(people.speech) or _SAYING.match(rest):
            kind = borders.tag(run)[0]
            word = len(kind[0]) > 1 and not kind[1].startswith("nr") and len(kind[0]) != length
            preposition = run[0] == _PREPOSITION and _is_preposition(run, people, alone=False)
            return None if word or preposition or run[1] in _SINGLE_OBJECTS else (start, start + length)
    length = _listed_length(text, start, run, people)
    return (start, start + length) if length else None


def _tagged_length(text: str, start: int) -> int:
    """Length of a name of three characters that is one in the most probable reading; 于 is nearly always "at"."""
    position = max(0, start - _RUN // 2)
    for word, kind in borders.tag(text[position : start + _RUN]):
        if position == start:
            named = kind == "nr" and len(word) == _TRIPLE and word[0] != _PREPOSITION
            return _TRIPLE if named and word[-1] not in _PLACE_ENDS else 0
        position += len(word)
    return 0


def _according_to(text: str, place: int) -> bool:
    """Whether 据 at the start of a clause stands at ``place`` (据于文静介绍, not 根据于)."""
    return text[place] == _ACCORDING and (place == 0 or not _HAN_RUN.match(text[place - 1]))


def _listed_length(text: str, start: int, run: str, people: People) -> int:
    """Length of a name at the start of a run that stands in a list of names, between brackets or alone in a line."""
    end = start + len(run)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before and before in _LIST_JOINTS and _name_ends(text, start - 1, people):
        length = _name_length(text, start, people, header=False)
        return length if length == _TRIPLE else 0
    if not _PAIR <= len(run) <= _TRIPLE or run in people.common:
        return 0
    listed = len(run) == _TRIPLE and after == "、" and _is_full_name(han_run(text, end + 1), people)
    signed = text[start - _PAIR : start] in _SIGNED and after in _FRAMES_AFTER[-3:]
    framed = before in _FRAMES_BEFORE and after in _FRAMES_AFTER and run[-1] not in _PLACE_ENDS
    if framed and len(run) == _PAIR and not signed:
        first = before in _OPENING and after in _BLANKS and _is_full_name(han_run(text, end + 1)[:_TRIPLE], people)
        last = before in _BLANKS and after in _CLOSING and _is_full_name(han_before(text, start - 1), people)
        framed = first or last
    if not (listed or framed) or _is_ordinary(run, people):
        return 0
    return len(run)


def _is_full_name(run: str, people: People) -> bool:
    """Whether three characters that stand by themselves begin with a surname and are no word."""
    surname = run[:1] in people.surnames and run[0] not in _HEADER_ONLY
    return surname and len(run) == _TRIPLE and run[-1] not in _PLACE_ENDS and not _is_ordinary(run, people)


def _is_ordinary(run: str, people: People) -> bool:
    """Whether a run of two or three characters is a word, or 于 with what it leads to, and no name."""
    if run[0] == _PREPOSITION:
        return _is_preposition(run, people, alone=False)
    word, kind = borders.tag(run)[0]
    return len(word) > 1 and not kind.startswith("nr")


def _name_ends(text: str, end: int, people: People) -> bool:
    """Whether a name of three characters stands before ``end``, by itself or after a title."""
    start = end - _TRIPLE
    if start < 0 or (
        start and _HAN_RUN.match(text[start - 1]) and text[start - _PAIR : start] not in people.before_ends
    ):
        return False
    return bool(_HAN_RUN.fullmatch(text, start, end)) and _is_full_name(text[start:end], people)


def standing_alone(text: str, start: int, people: People) -> tuple[int, int] | None:
    """The name around a character that keeps its form in names, where nothing else stands beside it (張徵)."""
    place = start
    while place > 0 and start - place < _TRIPLE and _HAN_RUN.match(text[place - 1]):
        place -= 1
    run = han_run(text, place)
    if not _PAIR <= len(run) <= _TRIPLE or run[0] not in people.surnames or place == start:
        return None
    return None if run in people.objects else (place, place + len(run))


def _is_word(text: str, people: People) -> bool:
    """Whether the Han characters before a title are an ordinary word (后台 in 后台老板) and no name."""
    if not _HAN_RUN.fullmatch(text) or text[:_PAIR] in people.common:
        return True
    word, kind = borders.tag(text)[0]
    return len(word) > 1 and not kind.startswith("nr")


def anonymous(text: str, start: int, people: People) -> tuple[int, int] | None:
    """The name that ends in 某 at ``start`` (于某, 范某某), as a span."""
    place = start - 1
    if place < 0 or text[place] not in people.surname_forms:
        return None
    length = _anonymous_length(text[place : place + _TRIPLE])
    if not length or not (_starts_name(text, place) or _stands_alone(text, place)):
        return None
    if text[place] == _PREPOSITION and length == _PAIR and not _starts_name(text, place):
        return None
    return place, place + length


def _starts_name(text: str, place: int) -> bool:
    """Whether what stands before ``place`` lets a name begin there: nothing, a mark, or 和 请 的 …."""
    return place == 0 or not _HAN_RUN.match(text[place - 1]) or text[place - 1] in _BEFORE_NAME


def _stands_alone(text: str, place: int) -> bool:
    """Whether the character at ``place`` does not belong to a word that starts before it (关于, 分钟, 其余)."""
    return borders.read(text, place, place + 1)[0][0] == place


def repeated(text: str, name: str, people: People) -> Iterator[tuple[int, int]]:
    """Where a name that was found stands elsewhere in the text; one that is a word as well is not sought."""
    start = -1 if name in people.common else text.find(name)
    while start >= 0:
        if len(name) > _PAIR or borders.fits(text, start, start + len(name)):
            yield start, start + len(name)
        start = text.find(name, start + len(name))


_LISTED = re.compile(r"、([\u3400-\u9fff]{3})(?=、)")


def in_lists(text: str, people: People) -> Iterator[tuple[int, int]]:
    """Names in the middle of a list of names (贺铿、徐采栋、徐宗俊), as spans."""
    for found in _LISTED.finditer(text):
        start, end = found.span(1)
        if people.sensitive.isdisjoint(found.group(1)) or not _is_full_name(found.group(1), people):
            continue
        before, after = han_before(text, start - 1), han_run(text, end + 1)
        if _is_full_name(before, people) and _is_full_name(after, people):
            yield start, end


def han_before(text: str, end: int) -> str:
    """Up to three Han characters before ``end``."""
    start = end
    while start and end - start < _TRIPLE and _HAN_RUN.match(text[start - 1]):
        start -= 1
    return text[start:end]
