"""An article on its way through review, as the core tells it."""

from __future__ import annotations

from datetime import datetime

from editor.article import Article, Credit, Slip, Variant
from editor.markup.blocks import Heading, Image, Mark, Paragraph, Run, heading, paragraph
from editor.operations.comparing import compare
from editor.records.review import Action, BarStep, Dossier, PendingChanges, Step, Waiting
from ui.review.compared import Compared

NO_SLIP = Slip()
OLD_SLIP = Slip(headline="四大优势产业链累计实现产值百亿", byline=(Credit("周燕妮"),), column="园区", source="永州日报")
NEW_SLIP = Slip(
    headline="四大优势产业链前八月实现产值百亿",
    byline=(Credit("周燕妮"), Credit("彭沛", "stringer", "通讯员")),
    column="园区",
    source="永州市融媒体中心",
)


def sentences(count: int, first: int = 0) -> list[Paragraph]:
    """Paragraphs that say something different each."""
    return [
        paragraph(
            f"第{n}家企业入驻园区标准厂房，当年投产、当年达效，带动周边{n * 3 + 7}名群众就近就业，"
            f"其中有脱贫劳动力{n + 2}人。园区管委会安排专人上门代办手续。"
        )
        for n in range(first, first + count)
    ]


def old_text() -> tuple:
    return (
        paragraph("今年6月，经国务院批准，永州经济技术开发区升级为国家级经济技术开发区。"),
        paragraph("管中窥豹，永州经济技术开发区美丽蝶变，折射出的正是永州园区强劲的发展势头。"),
        Image("asset:" + "a" * 64, "永州经济技术开发区标准厂房。", "周燕妮"),
        *sentences(5),
        paragraph("近年来，永州加快推进湘南湘西承接产业转移示范区建设，今年上半年新增入统规模企业26家。"),
        paragraph("此段将被删去：活动在热烈的掌声中圆满结束。"),
        *sentences(4, 20),
        paragraph("“我们依托凯盛鞋业，引进制鞋配套企业8家；依托达福鑫，引进皮具企业12家。”负责人说，产业链越拉越长。"),
        paragraph("招商有招"),
        *sentences(3, 30),
    )


def new_text() -> tuple:
    return (
        paragraph("今年6月，经国务院批准，永州经济技术开发区升级为国家级经济技术开发区。"),
        paragraph("管中窥豹，永州经开区美丽蝶变，折射出的正是永州园区强劲的发展势头。"),
        Image("asset:" + "a" * 64, "永州经济技术开发区标准厂房一角。", "周燕妮 彭沛"),
        *sentences(5),
        paragraph("近年来，永州加快推进湘南湘西承接产业转移示范区建设，今年上半年新增入统规模企业28家，同比多7家。"),
        *sentences(4, 20),
        paragraph("新写一段：“全程代办”窗口设到了园区门口，一个项目一名代办员。"),
        paragraph("“我们依托凯盛鞋业，引进制鞋配套企业8家；依托达福鑫，引进皮具企业12家。”负责人说，"),
        paragraph("产业链越拉越长。"),
        Heading((Run("招商有招"),)),
        sentences(1, 30)[0],
        Paragraph((Run("第31家"), Run("企业入驻园区标准厂房", frozenset({Mark.STRONG})), *_rest())),
        sentences(1, 32)[0],
    )


def _rest() -> tuple[Run, ...]:
    return (Run(sentences(1, 31)[0].runs[0].text.removeprefix("第31家企业入驻园区标准厂房")),)


def compared_of(old: tuple, new: tuple, old_slip: Slip = NO_SLIP, new_slip: Slip = NO_SLIP) -> Compared:
    found = compare(Article("a", Variant.ZH_CN, old_slip, old), Article("a", Variant.ZH_CN, new_slip, new))
    return Compared(found, old, new)


def compared() -> Compared:
    return compared_of(old_text(), new_text(), OLD_SLIP, NEW_SLIP)


def long_texts(characters: int = 100_000) -> tuple[tuple, tuple]:
    """Two long texts that differ in every second paragraph."""
    old, new, length, n = [], [], 0, 0
    while length < characters:
        text = "".join(p.runs[0].text for p in sentences(2, n))
        old.append(paragraph(text))
        new.append(paragraph(text.replace("群众", "村民").replace("专人", "两名专员")) if n % 4 else paragraph(text))
        length += len(text)
        n += 2
        if n % 60 == 0:
            old.append(heading(f"第{n}节"))
            new.append(heading(f"第{n}节"))
    return tuple(old), tuple(new)


BAR = (
    BarStep("draft", "done", "周燕妮", "2026-09-19T19:02:00+08:00"),
    BarStep("level1", "done", "田文", "2026-09-19T20:15:00+08:00"),
    BarStep("level2", "now"),
    BarStep("level3", "next"),
    BarStep("sent", "next"),
)

TIMELINE = (
    Step("revision", "e1", "p1", "周燕妮", "2026-09-19T19:01:00+08:00", 0, 0, "r1", 1, "written", 1820, 0, 0),
    Step("submit", "e2", "p1", "周燕妮", "2026-09-19T19:02:00+08:00", 0, 1, "r1", 1),
    Step("take", "e3", "p2", "田文", "2026-09-19T20:10:00+08:00", 1, 1, "r1", 1),
    Step(
        "comment", "e4", "p2", "田文", "2026-09-19T20:15:00+08:00", 0, 1, "r1", 1,
        text="请与统计局口径核对；第三部分小标题偏长。", quote="28家",
    ),
    Step(
        "return", "e5", "p2", "田文", "2026-09-19T20:16:00+08:00", 1, 1, "r1", 1,
        text="事实待核：补充祁阳高新区现场采访后再报。", to="author",
    ),
    Step("revision", "e6", "p1", "周燕妮", "2026-09-19T21:29:00+08:00", 0, 0, "r2", 2, "written", 312, 88, 9),
    Step("submit", "e7", "p1", "周燕妮", "2026-09-19T21:30:00+08:00", 0, 2, "r2", 2),
    Step(
        "revision", "e8", "p2", "田文", "2026-09-19T21:40:00+08:00", 1, 2, "r3", 3, "reviewed", 4, 2, 3,
        countersigned=False,
    ),
    Step("sign", "e9", "p2", "田文", "2026-09-19T21:41:00+08:00", 1, 2, "r3", 3),
)  # fmt: skip

ACTIONS = (
    Action("edit", 0, allowed=True),
    Action("submit", 0, allowed=False, code="submitted_already", details={"id": "a", "name": "李曼"}),
    Action("recall", 0, allowed=False, code="under_review", details={"id": "a", "name": "李曼"}),
    Action("take", 0, allowed=True),
    Action("return", 0, allowed=True),
    Action("countercheck", 0, allowed=False, code="nothing_to_countercheck", details={"id": "a", "name": "李曼"}),
    Action("hold", 0, allowed=True),
    Action("refuse", 0, allowed=True),
    Action("reopen", 0, allowed=False, code="not_kept_back", details={"id": "a", "name": "李曼"}),
    Action("comment", 0, allowed=True),
    Action("withdraw", 0, allowed=False, code="not_signed", details={"id": "a", "name": "李曼"}),
    Action("sign", 1, allowed=False, code="level_passed", details={"id": "a", "name": "李曼"}),
    Action("sign", 2, allowed=True),
    Action("sign", 3, allowed=False, code="level_skipped", details={"id": "a", "name": "李曼"}),
    Action("deliver", 0, allowed=False, code="not_signed", details={"id": "a", "name": "李曼"}),
)

WAITING = Waiting("sign", 2, ("李曼", "王志军"), "", "2026-09-19T21:41:00+08:00")
DOSSIER = Dossier("level2", ACTIONS, TIMELINE, BAR, WAITING, ())

REFUSED = tuple(
    action
    if action.name in {"edit", "comment"}
    else Action(action.name, action.level, allowed=False, code="own_text", details={"id": "a", "name": "周燕妮"})
    for action in ACTIONS
)


def pane(look, what: str = "pane"):
    """The tab as an editor at second review sees it; ``paner``: as its author sees it."""
    from ui.review.pane import ReviewPane
    from ui.sentences import Sentences

    made = ReviewPane(look, Sentences("zh_CN"))
    dossier = DOSSIER if what != "paner" else Dossier("level2", REFUSED, TIMELINE, BAR, WAITING, ())
    pending = PendingChanges("reviewed", 3, 4, 2, 1.2, 10)
    made.show_dossier("a", dossier, pending, datetime.fromisoformat("2026-09-19T22:00:00+08:00"))
    made.resize(332, 920)
    return made
