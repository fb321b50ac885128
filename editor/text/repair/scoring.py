"""How well a restored stretch fits where it stands: words and pairs, quotes, script, the rest of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from editor.text.lexicon import folded, traditional
from editor.text.repair.draft import GAP
from editor.text.repair.nearly_alike import by_triples, by_words

LEFT, RIGHT = 12, 8
_WEIGHT = 0.8
"""What the cost of words counts beside the prices below: counts of so little text are too sure of themselves."""
_WIDENED = str.maketrans(",:;?!()", "，：；？！（）")
_UNPAIRED, _CROSSED_QUOTES = 4.0, 9.0
_FULL_STOP_IN_TERM = 6.0
_SPEECH_WITHOUT_STOP = 5.0
"""Price of words that somebody says and that end without a mark: …说：“……。”."""
_SPEECH_AFTER_WORD = 4.0
_BETWEEN_SENTENCES = 1.5
"""Worth of a full stop with a sentence on each side: pairs of neighbors do not see that far."""
_WRONG_SCRIPT = 10.0
_OPEN_END, _NEVER_LAST = 4.0, 8.0
"""Price of a line that ends without a mark, or with one that something must follow."""
_CLOSING = "。！？”…：；》）’」』"
_CORNERS = "「」『』〈〉"
_OTHER_STYLE = 5.0
_ELSEWHERE = (0.0, 0.0, 3.0, 5.0, 6.0)
"""Worth of two, three, four characters that stand elsewhere on the page."""
_PAGE = 20_000
"""Characters of a page that are searched for a string."""
_STOPS = "。！？"
_ENDS_SPEECH = "。！？…—，、；：”’』」"
_TERM = 8
_OPENS, _CLOSES = "“「‘『", "”」’』"
"""Quotes, two styles of each level."""
_QUOTES = re.compile(f"[{_OPENS}{_CLOSES}]")
_PAUSES = "。，、；：！？"
_MARKS = _PAUSES + "“”‘’（）《》「」『』…—·　"
_CLASH = 8.0
_TINY = (0.0, 5.0, 4.0, 1.5)
"""Price of a sentence of one, two, three characters."""
_BEFORE_SENTENCE = ("", "，。！？；”）》、", "，。！？；、", "，")
"""Behind these a sentence of one, two, three characters has hardly ever been written."""
_AFTERTHOUGHT = 8.0
"""Price of a full stop before a bracket that stands inside the sentence."""
_CLAUSE, _LONG_CLAUSE = 18, 60
_ENDLESS = 0.3
"""Price of each character of a clause beyond the usual."""
_NAME = 5.0
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温欧阳司马易祝阎裴宁柳舒"
    "申卜米柯骆蒙庄解文粟麻滕瞿成殷聂詹"
)
_OFFICE = re.compile("经理|书记|主任|教授|代表|主席|总监|主管|队医|[长员师民户人家者士理干]$|律师|法官|先生|大爷|大妈$")
_SAYS = re.compile("[\u4e00-\u9fff]{1,2}(?:说|介绍|告诉|表示|认为|指出|坦言|笑|道|称|强调|透露|回忆|感慨|解释)")
_LAST_CLAUSE = re.compile(r"[^。，、；：！？“”（）《》「」\s]*$")
_NEXT_CLAUSE = re.compile(r"[^。，、；：！？“”（）《》「」\s]*")
_SWALLOWED = re.compile(r"[?\ufffd]/(?:p|br|div|span|strong|b|font|a|td|tr|li|ul|h[1-6])>")
_KEPT_TAG = re.compile(r"[?\ufffd]</(?:p|br|div|span|strong|b|font|a|td|tr|li|ul|h[1-6])>")
_BRACKET = re.compile(r"（[^（）]*）[。”]?")


def _length(found: re.Match[str] | None) -> int:
    return len(found.group()) if found else 0


@dataclass(slots=True)
class Work:
    """What the judging of candidates took: a unit is a character of a stretch whose cost was told."""

    units: int = 0


@dataclass(frozen=True)
class Page:
    """The text that all candidates are judged against, and what that took."""

    text: str
    work: Work = field(default_factory=Work)

    @cached_property
    def script(self) -> str:
        """``hant``, ``hans`` or "" when it does not show."""
        old = traditional()
        new = {entry.simplified for entry in old.values()} - old.keys()
        olds, news = sum(char in old for char in self.text), sum(char in new for char in self.text)
        if olds > 3 * news:
            return "hant"
        return "hans" if news > 3 * olds else ""

    @cached_property
    def swallows(self) -> bool | None:
        """Whether the byte behind a broken half was taken along, as the tags tell; None when none tells."""
        if _SWALLOWED.search(self.text):
            return True
        return False if _KEPT_TAG.search(self.text) else None

    @cached_property
    def unusual(self) -> frozenset[str]:
        """Quotes and brackets of a style that this page does not use."""
        corners = "「" in self.text and "“" not in self.text
        return frozenset("“”" if corners else "") | {char for char in _CORNERS if char not in self.text}

    @cached_property
    def _new(self) -> frozenset[str]:
        old = traditional()
        both = {entry.simplified for entry in old.values() if entry.simplified in _BOTH}
        return frozenset(entry.simplified for entry in old.values()) - old.keys() - both

    def foreign(self, chars: str) -> int:
        """How many characters of a stretch belong to the other script."""
        if self.script == "hant":
            return sum(char in self._new for char in chars)
        if self.script == "hans":
            return sum(char in traditional() for char in chars)
        return 0

    @cached_property
    def _seen(self) -> dict[str, bool]:
        return {}

    def _has(self, part: str) -> bool:
        known = self._seen.get(part)
        if known is None:
            known = self._seen[part] = self.text.find(part, 0, _PAGE) >= 0
        return known

    def elsewhere(self, stretch: str, at: int) -> float:
        """Worth of finding the longest string round the character at ``at`` somewhere else on the page."""
        best = 0.0
        for size in (4, 3, 2):
            for start in range(max(0, at - size + 1), min(at, len(stretch) - size) + 1):
                part = stretch[start : start + size]
                if all("\u4e00" <= char <= "\u9fff" for char in part) and self._has(part):
                    best = max(best, _ELSEWHERE[size])
            if best:
                break
        return best


_BOTH = frozenset(
    "后里干面台发只余于范征制系复松云谷斗表出卷冲并占尽向丑丰了几卜吁仆仇伙价佣使借党克准凄凌别刮升卷厂厘吊同吨合周咸咨哄唇"
    "嘴回困坏坐坛夸夹奸姜娘它宁家密岩岳席布帘幸庄广异弥当彩征御志忧怀恤戚托扎折抵拐挂据捂换杆杠松板极果杰柜杯核栗梁棱样欲"
    "死毁沈沾注洒洗涂涌淀淋游准漓灶炮烟熏特猪玩瑰痒瘀症皂盅矩碱礼秃种秋秘稚童签篱粘糊累线置群胡胜脏腊致舍苏药荡萝蒙蔑虫蚁表袖"
    "要谷贮赞踊踪适采里针钟铲锈长闲队阴附霉面韵须饥馆鱼鸡麻黄"
)


@dataclass(frozen=True)
class Place:
    """One damaged stretch and its surroundings on the line.

    Attributes:
        page: The page.
        before: The line up to the stretch.
        after: The line behind it.
    """

    page: Page
    before: str
    after: str

    @classmethod
    def of(cls, page: Page, before: str, after: str) -> Place:
        """A place whose surroundings may have marks in half width."""
        return cls(page, before.translate(_WIDENED), after.translate(_WIDENED))

    def cost(self, stretch: str, *, whole: bool = True, pairs: bool = True) -> float:
        """Cost of the words of a stretch here.

        Args:
            stretch: The characters.
            whole: Together with what stands behind it on the line.
            pairs: By words and pairs; else by whole words alone, a second opinion.
        """
        self.page.work.units += LEFT + len(stretch)
        left = self.before[-LEFT:]
        right = self.after[:RIGHT] if whole else ""
        if stretch.endswith("<"):  # a tag is no text: how rare it is must not tell what stands before it
            stretch, right = stretch[:-1], ""
        costs = by_triples() if pairs else by_words()
        cost = costs.cost(folded(left + stretch + right).replace(GAP, "?"), "^" if len(left) < LEFT else "，")
        return cost * _WEIGHT if pairs else cost

    def price(self, stretch: str, at: int) -> float:
        """Cost of a stretch with all signs; ``at`` is the restored character."""
        price = self.cost(stretch) + self.signs(stretch, at) + self.quotes(stretch)
        return price + (self.line_end(stretch[-1:]) if not self.after.strip() else 0.0)

    @staticmethod
    def line_end(last: str, before: str = "…") -> float:
        """Price of a line that ends like this; an ellipsis is two characters."""
        if last == "…" and before != "…":
            return _NEVER_LAST
        return 0.0 if last in _CLOSING else _NEVER_LAST if last in "、，（《“「" else _OPEN_END

    def signs(self, stretch: str, at: int, *, elsewhere: bool = True) -> float:
        """Price of the signs beside words; ``at`` is the restored character.

        What stands ``elsewhere`` on the page tells characters of one place apart, not two ways to read it: one of them
        restores a mark, which has nothing to be compared with.
        """
        left = self.before[-4:]
        price = _WRONG_SCRIPT * self.page.foreign(stretch[at : at + 1])
        if elsewhere:
            price -= self.page.elsewhere(left + stretch[: at + 5] + self.after[:4], at + len(left))
        price -= self._name(stretch, at)
        return price + self._punctuation(stretch, at)

    def _name(self, stretch: str, at: int) -> float:
        """Worth of a surname between an office and what its holder says: 总经理郑华告诉记者."""
        if folded(stretch[at]) not in _SURNAMES:
            return 0.0
        before = folded((self.before + stretch[:at])[-4:])
        after = folded((stretch[at + 1 :] + self.after)[:5])
        return _NAME if _OFFICE.search(before) and _SAYS.match(after) else 0.0

    def _punctuation(self, stretch: str, at: int) -> float:
        """Price of marks that cannot stand side by side, of tiny sentences and of endless ones."""
        char = stretch[at]
        before = (self.before + stretch[:at])[-_LONG_CLAUSE:]
        after = (stretch[at + 1 :] + self.after)[:_LONG_CLAUSE]
        if char not in _MARKS:
            clause = _length(_LAST_CLAUSE.search(before)) + _length(_NEXT_CLAUSE.match(after))
            return _ENDLESS * max(0, clause - _CLAUSE) if char > "\u3400" else 0.0
        price = 0.0
        if char in _PAUSES:
            price += _CLASH * ((before[-1:] in _PAUSES and bool(before)) + (after[:1] in _PAUSES and bool(after)))
        if char in _STOPS:
            clause = _length(_LAST_CLAUSE.search(before))
            if char == "。" and clause > _TERM // 2 and self._sentence_follows(after):
                price -= _BETWEEN_SENTENCES
            if 0 < clause < len(_TINY) and before[-clause - 1 : -clause] in _BEFORE_SENTENCE[clause]:
                price += _TINY[clause]
            size = _length(_NEXT_CLAUSE.match(after))
            price += _TINY[size] if 0 < size < len(_TINY) and after[size : size + 1] in {"。", "！", "？"} else 0.0
            bracket = _BRACKET.match(after)
            price += _CLASH / 2 if after[:1] in _CLOSES and after[1:2] in {"，", "、", "："} and after[1:] else 0.0
            price += _AFTERTHOUGHT if bracket and bracket.end() < len(after) else 0.0
        return price

    @staticmethod
    def _sentence_follows(after: str) -> bool:
        if after[:1] in {"”", "」", ""}:
            return True
        return _length(_NEXT_CLAUSE.match(after.lstrip("“「"))) >= _TERM // 2

    def quotes(self, stretch: str) -> float:
        """Price of quotes that do not pair on the line, of another style of quotes, of a full stop in a quoted term."""
        line = self.before + stretch + self.after
        price = _OTHER_STYLE * sum(char in self.page.unusual for char in stretch)
        for opening, closing in ("《》", "（）"):
            price += (
                _UNPAIRED * abs(line.count(opening) - line.count(closing)) if set(stretch) & {opening, closing} else 0
            )
        starts: list[int | None] = [None, None]
        for match in _QUOTES.finditer(line):
            at = match.start()
            opens, closes = _OPENS.find(line[at]), _CLOSES.find(line[at])
            if opens >= 0:
                level = opens // 2
                price += _SPEECH_AFTER_WORD * self._is_speech_after_word(line, at, opens)
                price += _UNPAIRED * (starts[level] is not None)
                starts[level] = at
            else:
                level = closes // 2
                price += self._closed(line, starts[level], at)
                if level == 0 and starts[1] is not None:  # what is open inside it can never be closed any more
                    price += _CROSSED_QUOTES
                    starts[1] = None
                starts[level] = None
        return price + _UNPAIRED * sum(start is not None for start in starts)

    def _closed(self, line: str, start: int | None, end: int) -> float:
        """Price of a closing quote, with or without an opening one."""
        if start is None:
            return _UNPAIRED
        if line[end - 1] in _STOPS and self._is_term(line, start, end):
            return _FULL_STOP_IN_TERM
        if line[end - 1] not in _ENDS_SPEECH and self._is_speech(line, start, end):
            return _SPEECH_WITHOUT_STOP
        return 0.0

    @staticmethod
    def _is_speech_after_word(line: str, start: int, opens: int) -> bool:
        """Whether a quoted sentence follows a word directly: before it a mark is written."""
        if not start or not "\u4e00" <= line[start - 1] <= "\u9fff":
            return False
        end = line.find(_CLOSES[opens], start)
        inner = line[start + 1 : end if end >= 0 else None]
        return len(inner) > _TERM and (inner[-1:] in _STOPS or "，" in inner)

    @staticmethod
    def _is_speech(line: str, start: int, end: int) -> bool:
        """Words behind a colon, or a whole sentence at the beginning of a paragraph."""
        inner = line[start + 1 : end]
        if len(inner) > _TERM // 2 and start == 0 and not line[end + 1 :].strip(" <"):
            return True
        if line[max(0, start - 1) : start] in {"：", ":"}:
            return len(inner) > _TERM // 2
        return (
            not line[:start].strip(" \u3000")
            and len(inner) > _TERM // 2
            and any(mark in inner for mark in "，。；！？")
        )

    @staticmethod
    def _is_term(line: str, start: int, end: int) -> bool:
        """Short words in quotes amid a sentence: “三審三校”制度."""
        inner = line[start + 1 : end - 1]
        if len(inner) > _TERM or any(mark in inner for mark in "，。；：！？"):
            return False
        return start > 0 and line[start - 1] not in "：，。；！？”" and line[end + 1 : end + 2] not in {"", "”"}
