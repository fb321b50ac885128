"""What was left in a text by accident: R01 placeholders, R04 furniture of a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.checks.protected import HAN, OPAQUE
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind
from editor.text.checks.words import SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Source

_BRACKETED = re.compile(
    r"[（(【\[]\s*(?:此处|此處|这里|這裡|待|插入|补|補|配)?[^（()）【\]】\[\n]{0,10}?"
    r"(?:待补充?|待補充?|待核实?|待核實?|待查证?|待查證?|待确认|待確認|待定稿|待填|待完善|插图|插圖|配图|配圖|插入图片|插入圖片)\s*[^（()）【\]】\[\n]{0,6}[）)】\]]"
    r"|【(?:图片?|圖片?|视频|視頻|影片|配图|配圖|链接|連結|鏈接)\d{0,2}】|\[(?:图片|圖片|视频|視頻)\d{0,2}\]"
)
_TODO = re.compile(
    r"(?<![A-Za-z0-9_])(?:TODO|FIXME|TBD|TBC)(?![A-Za-z0-9_])"
    r"|待补(?=[，。；！？、）】\s]|$)|待補(?=[，。；！？、）】\s]|$)|待核(?=[，。；！？、）】\s]|$)",
    re.MULTILINE,
)
_CROSSES = re.compile(r"(?<![A-Za-z0-9])(?:[XxＸ]{2,4}|[×╳✕]{2,4})(?![A-Za-z0-9])")
_SOMEBODY = re.compile(r"某{2,3}")
_COMMON_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂"
)
_MARKS = re.compile(
    rf"(?<=[{HAN}])(?<![吗嗎呢么麼啊吧呀哪])[？?]{{3,}}(?=[元人万萬亿億年月日亩畝吨噸个個名家项項%％]|公里|平方)|(?<=：)[？?]{{3,}}(?=[，。；\s]|$)"
)
_PLACE = re.compile(
    r"[村镇鎮乡鄉县縣市区區路街巷省州]|小区|小區|社区|社區|学校|學校|中学|中學|小学|小學|公司|酒店|医院|醫院|大学|大學|银行|銀行|平台|网|網"
)
_NOT_A_PLACEHOLDER = re.compile(r"染色体|染色體|型|号线|码|碼|尺码")
_PRIVACY = re.compile(rf"[{''.join(sorted(SURNAMES))}]某(?!些|种|種|个|個)|化名")


def placeholders(source: Source) -> Iterator[Hit]:
    """R01: something that was to be filled in: XX, ××, 某某, TODO, 待补, （此处插图）, 共？？？元.

    张某某, XX染色体, XXL and ××村 in a text that hides names on purpose are right.
    """
    shown = source.masked
    for pattern in (_BRACKETED, _TODO, _MARKS):
        for match in pattern.finditer(source.text if pattern is _TODO else shown):
            yield Hit(match.start(), match.end())
    yield from _crosses(source)
    for match in _SOMEBODY.finditer(shown):
        before = shown[match.start() - 1 : match.start()]
        if before in SURNAMES or before in {"“", "「", "小", "老", "阿"}:
            continue
        yield Hit(match.start(), match.end())


def _crosses(source: Source) -> Iterator[Hit]:
    shown = source.text
    places = [match for match in _CROSSES.finditer(shown) if source.line_at(match.start()).kind is not Kind.CODE]
    if not places:
        return
    hidden = _PRIVACY.search(shown) is not None
    for match in places:
        before, after = shown[match.start() - 1 : match.start()], shown[match.end() : match.end() + 1]
        if not (_is_chinese(before) or _is_chinese(after)) or _NOT_A_PLACEHOLDER.match(shown, match.end()):
            continue
        if before in _COMMON_SURNAMES:
            continue  # 张XX: a name that is hidden
        on_purpose = match[0][0] in "×╳✕" or hidden
        if on_purpose and (_PLACE.match(shown, match.end()) or hidden):
            continue
        if OPAQUE in source.masked[match.start() : match.end()]:
            continue
        yield Hit(match.start(), match.end())


def _is_chinese(character: str) -> bool:
    return bool(character) and re.match(rf"[{HAN}，。、；：“”（）《》]", character) is not None


_COUNT = (
    r"(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问|訪問|观看|觀看|播放)(?:次数|次數|数|數|量)[\s　]*[:：][\s　]*"
    r"[（(]?\d[\d,.]*[万萬wW+次]{0,3}[）)]?"
)
_FURNITURE = (
    r"[\s　>»|·-]*(?:(?:点击|點擊|立即|扫码|掃碼|免费|免費)?(?:下载|下載|打开|打開)[\w“”]{0,8}?"
    r"(?:APP|App|app|客户端|客戶端)"
    r"|(?:一键|一鍵)?分享(?:到|至)[\s　]*[:：]?[\s　\w|]{0,40}"
    r"|[上下]一?(?:篇|条|條)[\s　]*[:：\]】>].{0,80}|[上下]一?[篇条條](?:文章|新闻|新聞)?"
    r"|(?:相关|相關|推荐|推薦|延伸)(?:阅读|閱讀|新闻|新聞|链接|鏈接|文章|报道|報道)[\s　]*[:：>]{0,2}"
    r"|(?:微信|手机|手機|长按|長按|请|請)?[\s　]*(?:扫一扫|掃一掃).{0,24}"
    r"|(?:版权所有|版權所有|Copyright|©).{0,80}|.{0,30}(?:版权所有|版權所有)[\s　]*.{0,40}"
    r"|(?:(?:(?:打印|列印)(?:本页|本頁|本文)|(?:关闭|關閉)(?:窗口|本页|視窗|本頁)|返回(?:顶部|頂部|首页|首頁|列表)"
    r"|加入收藏|设为首页|設為首頁)[\s　|【】]*){1,8}"
    r"|【?(?:字号|字號|字体|字體)[\s　]*[:：]?[\s　]*(?:[大中小](?:[\s　]+|$|】|\|)){1,3}】?|"
    + _COUNT
    + r")[\s　|>»·]*"
)
_FURNITURE_LINE = re.compile(_FURNITURE)
_COUNT_IN_LINE = re.compile(_COUNT)
_LONGEST = 120
_HINT = re.compile(
    r"下载|下載|打开|打開|分享|[上下]一?[篇条條]|阅读|閱讀|新闻|新聞|链接|鏈接|文章|报道|報道|扫一扫|掃一掃|版权|版權|Copyright|©|打印|列印|关闭|關閉|"
    r"返回|收藏|首页|首頁|字号|字號|字体|字體|浏览|瀏覽|点击|點擊|访问|訪問|观看|觀看|播放"
)


def furniture(source: Source) -> Iterator[Hit]:
    """R04: view counts, share buttons, 上一篇, 版权所有 and the like; the same words inside a sentence are text."""
    text = source.text
    if not _HINT.search(text):
        return
    for line in source.lines:
        if line.kind in {Kind.CODE, Kind.MATTER, Kind.BLANK} or line.end - line.start > 4 * _LONGEST:
            continue
        shown = text[line.start : line.end]
        if len(shown) <= _LONGEST and "。" not in shown and _FURNITURE_LINE.fullmatch(shown):
            stripped = shown.strip()
            start = line.start + shown.index(stripped)
            yield Hit(start, start + len(stripped), "", safe=True)
        elif line.kind is Kind.LABELS or "|" in shown:
            for match in _COUNT_IN_LINE.finditer(shown):
                yield Hit(line.start + match.start(), line.start + match.end(), "", safe=True)
