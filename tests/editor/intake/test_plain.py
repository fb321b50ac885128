"""Pages of plain text: what becomes a field, what stays text, what goes and is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article import Origin, Variant
from editor.intake import Intake, take_in
from editor.intake.forms import headings
from editor.markup.blocks import block_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def page(text: str) -> Intake:
    return take_in(text.encode())


def texts(intake: Intake) -> list[tuple[str, str]]:
    return [(block.kind, block_text(block)) for block in intake.blocks]


def gone(intake: Intake) -> dict[str, int]:
    return {loss.what: loss.count for loss in intake.report if not loss.kept}


LONG = "今年以来，云溪县坚持把茶产业作为富民产业来抓，全县茶园面积达到四万亩。"
LONGER = "“以前要跑三趟窗口，现在手机上点一点就办好了。”石桥镇居民何桂兰笑着说，点击量突破1亿的短视频她也看了。"


def test_the_real_page_has_all_its_fields(seeds: Path) -> None:
    intake = take_in((seeds / "scraped-page-zh-hant.txt").read_bytes())
    slip = intake.slip
    assert slip.headline == "湘江源頭風頭勁——來自永州園區主戰場的報道"
    assert [(person.name, person.role, person.label) for person in slip.byline] == [
        ("周燕妮", "author", "作者"),
        ("彭沛", "author", "作者"),
    ]
    assert (slip.editor, slip.responsible_editor, slip.source) == ("田文", "田文", "永州市融媒體中心")
    assert slip.published_at == "2021-09-19T21:44:50+08:00"
    assert (slip.genre, slip.origin, slip.kicker, slip.subheadline) == (None, None, "", "")
    assert intake.variant is Variant.ZH_HANT
    assert gone(intake) == {"view_count": 1, "app_link": 1, "site_name": 1}


def test_the_real_page_has_22_blocks_of_which_3_are_headings(seeds: Path) -> None:
    intake = take_in((seeds / "scraped-page-zh-hant.txt").read_bytes())
    assert [block.kind for block in intake.blocks].count("h2") == 3
    assert len(intake.blocks) == 22
    lines = [("## " if kind == "h2" else "") + text for kind, text in texts(intake)]
    written = "\n\n".join([f"# {intake.slip.headline}", *lines]) + "\n"
    assert written == (seeds / "scraped-page.expected.zh-Hant.md").read_text("utf-8")


def test_everything_that_a_page_can_have_round_its_text() -> None:
    intake = page(
        "首页 > 新闻中心 > 本地新闻 > 正文\n牢记嘱托 感恩奋进\n云溪县：小茶叶撑起富民大产业\n——来自石桥镇的报道\n"
        "发布时间：2024年5月6日 09:12　来源：云溪融媒　作者：严晓峰　李　娜\n字号：大 中 小 【打印】 【关闭】\n"
        f"　　本报讯（记者 严晓峰 通讯员 李　娜）{LONG}\n　　一、做强基地\n　　{LONGER}\n图为茶农采茶。严晓峰 摄\n"
        f"　　二、做优品牌\n　　{LONG}\n下载APP\n　　（记者 严晓峰）\n责编：田文 一审：李丽 二审：王军 三审：赵强\n"
        "上一篇：石桥镇开展消防演练\n下一篇：没有了\n相关阅读\n石桥镇举办茶王赛\n云溪县春茶上市 2024-04-01\n"
        "版权所有：云溪县融媒体中心 湘ICP备12345678号\n主办单位：云溪县委宣传部 技术支持：某某公司\n云溪融媒\n"
    )
    slip = intake.slip
    assert (slip.kicker, slip.headline) == ("牢记嘱托 感恩奋进", "云溪县：小茶叶撑起富民大产业")
    assert slip.subheadline == "——来自石桥镇的报道"
    assert (slip.source, slip.dateline, slip.responsible_editor) == ("云溪融媒", "本报讯", "田文")
    assert [person.name for person in slip.byline] == ["严晓峰", "李娜"]
    assert [(person.label, person.name) for person in slip.page_credits] == [
        ("一审", "李丽"),
        ("二审", "王军"),
        ("三审", "赵强"),
    ]
    assert texts(intake) == [
        ("paragraph", f"本报讯（记者 严晓峰 通讯员 李娜）{LONG}"),
        ("h2", "一、做强基地"),
        ("paragraph", LONGER),
        ("paragraph", "图为茶农采茶。严晓峰 摄"),
        ("h2", "二、做优品牌"),
        ("paragraph", LONG),
        ("paragraph", "（记者 严晓峰）"),
    ]
    assert {"breadcrumb", "font_size", "app_link", "previous_next", "related", "registration", "site_name"} <= set(
        gone(intake)
    )


def test_every_character_of_a_page_is_in_a_field_a_block_or_the_report() -> None:
    text = (
        "石桥镇春茶上市\n2024-05-06 来源：云溪日报 作者：严晓峰 浏览量：12\n"
        f"{LONG}\n{LONGER}\n分享到：微信\n责编：田文\n云溪日报\n"
    )
    intake = page(text)
    slip = intake.slip
    found = "".join(
        [slip.headline, slip.source, slip.responsible_editor, slip.published_at]
        + [person.name + person.label for person in slip.byline]
        + [text for _kind, text in texts(intake)]
        + [loss.text for loss in intake.report]
        + ["来源：责编：", "云溪日报"]
    )
    assert set(text) - set(found) <= set("\n ")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云溪县召开防汛会议", "", LONG, "", "云溪县人民政府办公室", "2024年5月6日"], "云溪县召开防汛会议"),
        (
            ["关于征集春联的启事", LONG, "联系电话：0746-1234567", "云溪县融媒体中心", "2024年1月6日"],
            "关于征集春联的启事",
        ),
    ],
)
def test_the_signature_of_a_notice_stays_text(lines: Sequence[str], title: str) -> None:
    intake = page("\n".join(lines))
    assert intake.slip.headline == title
    assert [text for _kind, text in texts(intake)] == [line for line in lines[1:] if line]


def test_a_page_without_header_keeps_all_its_text_and_says_so() -> None:
    text = f"这是一段没有标题的文字，{LONG}\n{LONGER}"
    intake = page(text)
    assert [line for _kind, line in texts(intake)] == text.split("\n")
    assert [finding.message for finding in intake.findings] == ["intake.no_headline", "intake.no_header"]


def test_three_headers_keep_the_first_and_name_the_others() -> None:
    intake = page(
        "石橋鎮春茶上市\n2021-09-19 21:44 來源：甲報 作者：王大明\n2021-09-20 來源：乙報\n2021-09-21 來源：丙報\n"
        "今年以來，雲溪縣堅持把茶產業作為富民產業來抓。\n"
    )
    assert intake.slip.source == "甲報"
    assert intake.slip.published_at == "2021-09-19T21:44:00+08:00"
    assert [dict(finding.values)["other"] for finding in intake.findings if finding.rule == "C05"] == ["乙報", "丙報"]
    assert gone(intake)["other_date"] == 2


def test_header_and_foot_that_disagree_are_remarked_on() -> None:
    intake = page(f"石桥镇春茶上市\n来源：云溪日报 责编：李丽 编辑：彭立\n{LONG}\n来源：青山时报\n责编：田文\n")
    assert sorted(finding.message for finding in intake.findings) == [
        "intake.same_role_differs",
        "intake.source_differs",
    ]
    assert intake.slip.responsible_editor == "李丽 田文"
    info = page(f"石桥镇春茶上市\n编辑：彭立\n{LONG}\n责编：田文\n")
    remarks = [(finding.message, finding.severity) for finding in info.findings if finding.rule == "C05"]
    assert remarks == [("intake.editor_differs", "info")]


def test_a_page_copied_from_a_browser_has_a_line_for_every_element() -> None:
    intake = page(
        "县城新增两条公交线路\n字号\n大\n中\n小\n分享\n微信\n微博\n2024-05-06 09:12\n来源：\n云溪融媒\n作者：\n唐明\n"
        f"{LONG}\n责任编辑：\n田文\n"
    )
    slip = intake.slip
    assert (slip.headline, slip.source, slip.responsible_editor) == ("县城新增两条公交线路", "云溪融媒", "田文")
    assert [person.name for person in slip.byline] == ["唐明"]
    assert texts(intake) == [("paragraph", LONG)]


def test_lines_below_the_credits_are_the_sites() -> None:
    intake = page(
        f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n{LONG}\n编辑丨周燕\n责编丨田文\n审核丨王军\n"
        "云溪县融媒体中心出品\n点赞 12  在看 3\n"
    )
    assert (intake.slip.editor, intake.slip.responsible_editor) == ("周燕", "田文")
    assert [person.name for person in intake.slip.page_credits] == ["王军"]
    assert texts(intake) == [("paragraph", LONG)]
    assert gone(intake) == {"outside": 1, "view_count": 1}


def test_the_foot_of_a_printed_page() -> None:
    intake = page(
        f"湘江边上的读书声\n本报记者　李　娜　本报通讯员　王　丽\n{LONG}\n（下转第二版）\n第01版：要闻\n"
        "版面责编：田文　版式：周燕　校对：何敏\n"
    )
    assert [person.name for person in intake.slip.byline] == ["李娜", "王丽"]
    assert intake.slip.responsible_editor == "田文"
    assert [person.name for person in intake.slip.page_credits] == ["周燕", "何敏"]
    assert texts(intake) == [("paragraph", LONG), ("paragraph", "（下转第二版）")]
    assert gone(intake) == {"page_no": 1}


def test_a_wechat_article_copied_as_text() -> None:
    intake = page(
        f"点击蓝字 关注我们\n春风行动送岗来\n2024-02-25 10:30\n{LONG}\n{LONGER}\n- END -\n"
        "来源 | 云溪融媒\n文 | 唐明\n图 | 彭立\n"
        "编辑 | 周燕\n终审 | 何敏\n往期推荐\n县城新增两条公交线路\n点个在看你最好看\n"
    )
    slip = intake.slip
    assert (slip.headline, slip.source, slip.editor) == ("春风行动送岗来", "云溪融媒", "周燕")
    assert [(person.label, person.name) for person in slip.byline] == [("文", "唐明"), ("图", "彭立")]
    assert texts(intake) == [("paragraph", LONG), ("paragraph", LONGER)]


def test_credits_of_the_text_in_brackets_stay_in_the_text() -> None:
    for line in ("（记者 周燕）", "（文/图 周燕）", "（本报记者 周燕 通讯员 彭立）"):
        intake = page(f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n{LONG}\n{line}\n责编：田文\n")
        assert texts(intake)[-1] == ("paragraph", line)
        assert intake.slip.byline[0].name == "周燕"


def test_words_behind_a_byline_are_named() -> None:
    intake = page(f"石桥镇春茶上市\n■本报记者 周燕 文/图\n{LONG}\n{LONGER}\n")
    assert [(person.name, person.role) for person in intake.slip.byline] == [("周燕", "reporter")]
    assert [loss.text for loss in intake.report if loss.what == "rest"] == ["文/图"]


def test_a_reprint_is_only_what_the_page_calls_one() -> None:
    assert page(f"春茶上市\n来源：新华社\n{LONG}").slip.origin is None
    reprint = page(f"石桥镇春茶上市\n2024-05-06\n原标题：春茶上市啦\n转自：青山时报\n{LONG}").slip
    assert (reprint.origin, reprint.source, reprint.original_headline) == (Origin.REPRINT, "青山时报", "春茶上市啦")
    assert page(f"【通稿】\n石桥镇春茶上市\n2024-05-06\n{LONG}").slip.origin is Origin.WIRE_COPY


def test_a_headline_with_a_full_stop_is_a_headline_still() -> None:
    intake = page(f"石桥镇春茶昨日上市。\n2024-05-06 来源：云溪日报\n{LONG}\n{LONGER}\n")
    assert (intake.slip.headline, intake.slip.source) == ("石桥镇春茶昨日上市。", "云溪日报")
    assert texts(intake) == [("paragraph", LONG), ("paragraph", LONGER)]


def test_a_lead_above_the_header_line_stays_text() -> None:
    intake = page(f"石桥镇春茶上市\n{LONG}\n2024-05-06 09:12 来源：云溪日报 作者：周燕\n{LONGER}\n{LONG}\n")
    assert (intake.slip.headline, intake.slip.source) == ("石桥镇春茶上市", "云溪日报")
    assert texts(intake) == [("paragraph", LONG), ("paragraph", LONGER), ("paragraph", LONG)]
    assert [finding.message for finding in intake.findings] == []


@pytest.mark.parametrize("spoiled", ["锟斤拷锟斤拷，这里坏了", "ï¼Œè¿™é‡Œ", "鈥滀腑鍥解€"])
def test_text_that_holds_mojibake_is_flagged_or_mended(spoiled: str) -> None:
    intake = page(f"石桥镇春茶上市\n\n{LONG}\n\n今年{spoiled}。\n")
    flagged = [finding for finding in intake.findings if finding.message == "intake.mojibake"]
    mended = [repair for repair in intake.repairs if repair.rule == "R03" and repair.applied]
    assert flagged or mended


def test_rare_characters_are_no_mojibake() -> None:
    intake = page(f"木匠的工具\n\n他拿起锛子，又放下鐨角，{LONG}\n\n{LONGER}\n")
    assert "intake.mojibake" not in [finding.message for finding in intake.findings]


def test_labeled_titles_in_any_order() -> None:
    slip = page(
        "标题：石桥镇春茶上市\n引题：乡村振兴进行时\n副题：——来自茶山的报道\n关键词：茶叶，乡村振兴\n"
        f"栏目：要闻\n体裁：通讯\n\n{LONG}"
    ).slip
    assert (slip.kicker, slip.headline, slip.subheadline) == ("乡村振兴进行时", "石桥镇春茶上市", "——来自茶山的报道")
    assert (slip.keywords, slip.column, slip.genre) == (("茶叶", "乡村振兴"), "要闻", "feature")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报讯 今年以来，", "本报讯"),
        ("【本報訊】今年以來，", "本報訊"),
        ("新华社北京9月19日电（记者张三）", "新华社北京9月19日电"),
        ("云溪日报9月19日讯 ", "云溪日报9月19日讯"),
        ("云溪融媒讯（记者 张三）", "云溪融媒讯"),
        ("中新网长沙9月19日电 ", "中新网长沙9月19日电"),
        ("通讯员说，", ""),
        ("9月19日电力供应恢复，", ""),
        ("今年9月19日，", ""),
    ],
)
def test_the_dateline_is_noted_and_stays_in_the_text(line: str, expected: str) -> None:
    intake = page(f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n{line}{LONG}\n{LONGER}")
    assert intake.slip.dateline == expected
    assert texts(intake)[0][1].startswith(line.strip())


HEADINGS = [
    "重点培育产业链：从大而全迈向“专精特新”",
    "“母亲式”服务：以超软实力赢得高朋满座",
    "一、夯实基础",
    "（二）建强队伍",
    "茶旅融合",
    "摸清家底，一树一档",
    "二问：门诊报销比例提高了吗？",
]
NO_HEADINGS = [
    "图为茶农在采茶",
    "图1：石桥镇全景",
    "严晓峰 摄",
    "时间：5月6日上午",
    "记者：今年收成怎么样",
    "真的吗？",
    "2024年5月6日",
    "他说：",
    "春天来了，",
    "“大家加油干”",
    "（完）",
    "注：数据截至5月",
    "县委副书记、县长何敏，县委副书记卢德胜出席会议",
]


@pytest.mark.parametrize("line", HEADINGS)
def test_a_short_line_before_a_paragraph_is_a_heading(line: str) -> None:
    intake = page(f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n{LONG}\n{line}\n{LONGER}\n{LONG}")
    assert ("h2", line) in texts(intake)


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_captions_questions_and_forms_are_no_headings(line: str) -> None:
    intake = page(f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n{LONG}\n{line}\n{LONGER}\n{LONG}")
    assert ("paragraph", line) in texts(intake)


def test_several_lines_that_are_all_quotation_are_headings() -> None:
    intake = page(
        f"石桥镇见闻\n2024-05-06 来源：云溪日报\n“种辣椒，稳当”\n{LONG}\n“卖辣椒，不愁”\n{LONGER}\n来源丨云溪融媒\n"
    )
    assert [kind for kind, _text in texts(intake)] == ["h2", "paragraph", "h2", "paragraph"]


def test_a_story_in_short_lines_has_no_headings() -> None:
    intake = page(f"雪夜守桥人\n记者 唐明\n{LONG}\n桥下\n江水无声。\n桥上\n灯火通明。\n{LONGER}\n")
    assert {kind for kind, _text in texts(intake)} == {"paragraph"}


def test_verse_and_interviews_have_no_headings() -> None:
    verse = page("茶山谣\n春江潮水连海平\n海上明月共潮生\n滟滟随波千万里\n何处春江无月明\n")
    assert {kind for kind, _text in texts(verse)} == {"paragraph"}
    interview = page(f"专访\n2024-05-06 来源：云溪日报\n严晓峰：茶山的新路\n{LONG}\n严晓峰：茶山的老路\n{LONGER}\n")
    assert {kind for kind, _text in texts(interview)} == {"paragraph"}


def test_marked_lists_and_quotations() -> None:
    intake = page(f"石桥镇春茶上市\n\n{LONG}\n- 采茶\n- 制茶\n> 茶要慢慢品。\n1. 报名\n2. 抽签\n3、这一行的编号保留\n")
    assert [kind for kind, _text in texts(intake)] == ["paragraph", "list", "quote", "list", "paragraph"]
    assert texts(intake)[-1][1] == "3、这一行的编号保留"


def test_two_articles_in_one_file_are_not_torn_apart() -> None:
    second = "2024-05-07 来源：青山时报 作者：彭立"
    intake = page(f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n{LONG}\n青山办茶节\n{second}\n{LONGER}\n")
    assert ("paragraph", second) in texts(intake)
    assert "intake.several_headers" in [finding.message for finding in intake.findings]


def test_windows_and_old_mac_line_ends() -> None:
    text = f"石桥镇春茶上市\n2024-05-06 来源：云溪日报\n\n{LONG}\n\n{LONGER}\n"
    for ends in ("\r\n", "\r"):
        assert texts(page(text.replace("\n", ends))) == texts(page(text))


def test_decomposed_characters_are_composed() -> None:
    assert texts(page(f"咖啡馆开业\n\nCafe\u0301 开业了，{LONG}"))[0][1].startswith("Café 开业了")


@pytest.mark.parametrize(
    "line", ["By John Smith（约翰·史密斯） 本报记者 王小明", "王小明 通讯员 彭沛", "约翰·史密斯 本报记者：王小明"]
)
def test_a_line_that_names_its_writers_is_no_heading(line: str) -> None:
    text = "他今年来了三次，每次都住五天，和村民一起采茶。"
    assert headings([text, line, text, text]) == [False] * 4
    assert headings([text, "老街新生", text, text])[1]
