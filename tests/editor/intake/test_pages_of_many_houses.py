"""Headers, feet and chrome as different houses print them: a headline, a header, two paragraphs, a foot."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.article import Origin
from editor.intake import Intake, take_in
from editor.markup.blocks import block_text

BODY = (
    "近日，记者在石桥镇松木岭看到，新建的污水处理厂正在进行设备调试，预计下月投入运行。",
    "“建成后日处理能力将达3万吨。”项目负责人欧阳海波介绍，出水水质可达到一级A标准。",
)
TITLE = "松木岭污水处理厂下月投运"
SOURCE, DAY = "云溪融媒", "2023-05-17"
TANG = ("author", "唐咏雪", "作者")
REPORTER = ("reporter", "唐咏雪", "记者")


def page(header: str, foot: str = "", above: str = "") -> Intake:
    return take_in(f"{above}{TITLE}\n{header}\n\n{BODY[0]}\n\n{BODY[1]}\n\n{foot}\n".encode())


def told(intake: Intake) -> dict[str, object]:
    """What the slip says of a page's header and foot, gaps left out."""
    slip = intake.slip
    found = {
        "source": slip.source,
        "day": slip.published_at[:16],
        "editor": slip.editor,
        "responsible": slip.responsible_editor,
        "by": [(person.role, person.name, person.label) for person in slip.byline],
        "column": slip.column,
        "keywords": list(slip.keywords),
    }
    return {name: value for name, value in found.items() if value}


HEADERS = {
    "2022.05.17 09:12 / 云溪融媒 / 记者 唐咏雪 / 编辑 蔡莉": {
        "source": SOURCE, "day": "2022-05-17T09:12", "by": [REPORTER], "editor": "蔡莉"
    },
    "来源 云溪融媒 作者 唐咏雪 编辑 蔡莉 时间 2023年5月17日": {
        "source": SOURCE, "day": DAY, "by": [TANG], "editor": "蔡莉"
    },
    "2023-5-17　来源 | 云溪融媒　文 | 唐咏雪　图 | 李慕": {
        "source": SOURCE, "day": DAY, "by": [("credit", "唐咏雪", "文"), ("photographer", "李慕", "图")]
    },
    "撰文 | 唐咏雪\n摄影 | 李明\n编辑 | 刘欢\n2023-05-17": {
        "day": DAY, "by": [("author", "唐咏雪", "撰文"), ("photographer", "李明", "摄影")], "editor": "刘欢"
    },
    "文 唐咏雪 图 李明 编辑 刘欢": {
        "by": [("credit", "唐咏雪", "文"), ("photographer", "李明", "图")], "editor": "刘欢"
    },
    "文/本报记者 唐咏雪 图/通讯员 贺建军": {
        "by": [("reporter", "唐咏雪", "本报记者"), ("stringer", "贺建军", "通讯员")]
    },
    "记者/唐咏雪 编辑/刘欢 来源/云溪融媒": {"source": SOURCE, "by": [REPORTER], "editor": "刘欢"},
    "05-17 09:12 来源：云溪融媒": {"source": SOURCE},
    "2022-02-30 09:12　来源：云溪融媒": {"source": SOURCE},
    "20230517 来源：云溪融媒": {"source": SOURCE, "day": DAY},
    "2023 05/17 23:41:08\n来源：云溪融媒": {"source": SOURCE, "day": "2023-05-17T23:41"},
    "2023/5/17 22:14（5/17 22:40 更新）": {"day": "2023-05-17T22:14"},
    "出版：2023-05-17 08:52 更新：2023-05-18 10:05": {"day": "2023-05-17T08:52"},
    "发布单位：文化课　发布日期：112年5月17日　点阅次数：230": {"source": "文化课", "day": DAY},
    "云溪融媒\n2小时前\n关注": {"source": SOURCE},
    "2023-05-17 09:00\n云溪融媒\n+ 关注\n字数：328\n阅读：1.2万": {"source": SOURCE, "day": "2023-05-17T09:00"},
    "原创 唐咏雪 云溪发布 2023-05-17 21:30 发表于湖南": {
        "source": "云溪发布", "day": "2023-05-17T21:30", "by": [("author", "唐咏雪", "")]
    },
    "原创 唐咏雪 云溪发布 2023-05-17 21:30 湖南": {
        "source": "云溪发布", "day": "2023-05-17T21:30", "by": [("author", "唐咏雪", "")]
    },
    "2023-05-17\n收录于合集 #民生实事 12个\n点击蓝字 关注我们": {"day": DAY},
    "2023年5月17日06:21 | 来源：云溪日报\n222\n小字号": {"source": "云溪日报", "day": "2023-05-17T06:21"},
    "2023年5月17日 来源：云溪融媒\n参与互动 大字体 小字体": {"source": SOURCE, "day": DAY},
    "来源：云溪融媒 2023-05-17\n分享到：\n—分享—": {"source": SOURCE, "day": DAY},
    "索引号：4304/2023-01　发布机构：云溪县环保局　发文日期：2023-05-17　主题分类：环境": {
        "source": "云溪县环保局", "day": DAY
    },
    "来源：云溪融媒、云溪日报 编辑：蔡莉": {"source": "云溪融媒 云溪日报", "editor": "蔡莉"},
    "http://www.example.cn 2023-05-17 10:20 来源：云溪融媒 作者：钟 山": {
        "source": SOURCE, "day": "2023-05-17T10:20", "by": [("author", "钟山", "作者")]
    },
    "2023-05-17 14:05　云溪日报　记者唐咏雪／石桥即时报道": {
        "source": "云溪日报", "day": "2023-05-17T14:05", "by": [REPORTER]
    },
    "2023-05-17 来源：云溪融媒 作者：陳應(yīng)": {"source": SOURCE, "day": DAY, "by": [("author", "陳應", "作者")]},
    "◆记者 唐咏雪 ◆通讯员 贺建军": {"by": [REPORTER, ("stringer", "贺建军", "通讯员")]},
    "记者 唐咏雪｜文 贺建军｜图": {"by": [("credit", "唐咏雪", "文"), ("photographer", "贺建军", "图")]},
    "2023-05-17 08:15（UTC+8） 来源：云溪融媒": {"source": SOURCE, "day": "2023-05-17T08:15"},
    "2023-5-17 8:5 来源：云溪融媒": {"source": SOURCE, "day": "2023-05-17T08:05"},
    "Wed, 17 May 2023 08:15:00 GMT 来源：云溪融媒": {"source": SOURCE, "day": "2023-05-17T08:15"},
    "May 17, 2023": {"day": DAY},
    "昨天 08:15 来源：云溪融媒 IP属地：湖南": {"source": SOURCE},
    "文：梁柏坚　图：受访者提供\n2023年5月17日": {"day": DAY, "by": [("credit", "梁柏坚", "文")]},
}  # fmt: skip

FEET = {
    "责编：唐 敏\n一审：唐敏\n二审：蒋茜\n来源：云溪融媒\n我要问\n下载APP\n分享到": {"responsible": "唐敏"},
    "作者：唐咏雪\n编辑：刘晓\n本文为云溪站原创文章，转载请附上原文出处链接。\n阅读下一篇": {
        "by": [TANG], "editor": "刘晓"
    },
    "编 辑丨蔡莉\n责 编丨文斌\n审 核丨胡国华": {"editor": "蔡莉", "responsible": "文斌"},
    "责任编辑：陈建志　核稿编辑：黄淑芬\n▪ 更多新闻：": {"responsible": "陈建志"},
    "一审一校：刘欢\n二审二校：黄志\n三审三校：罗建": {},
    "编辑、校对：刘欢": {"editor": "刘欢"},
    "举报\n评论 128\n1024\n收藏\n分享": {},
    "赞 12\n踩 3\n评论 0\n返回列表": {},
    "分享：\n微信\n微博\nQQ\n收藏\n打印\n关闭": {},
    "↓↓↓ 点击下方名片关注我们 ↓↓↓\n爱就点亮在看": {},
    "返回云溪网，查看更多\n平台声明：该文观点仅代表作者本人，本平台只提供信息存储服务。": {},
    "不用抢 现在用APP看新闻 天天有好礼　点我下载APP": {},
}  # fmt: skip


@pytest.mark.parametrize("header", HEADERS)
def test_headers(header: str) -> None:
    intake = page(header)
    assert told(intake) == HEADERS[header]
    assert intake.slip.headline == TITLE
    assert tuple(map(block_text, intake.blocks)) == BODY


@pytest.mark.parametrize("foot", FEET)
def test_feet(foot: str) -> None:
    intake = page("2023-05-17 来源：云溪融媒", foot)
    assert told(intake) == {"source": SOURCE, "day": DAY, **FEET[foot]}
    assert tuple(map(block_text, intake.blocks)) == BODY


@pytest.mark.parametrize("above", ["新云溪 > 石桥\n", "云溪网>>时政\n", "云溪首页→县内新闻\n", "云上云溪\n打开APP\n"])
def test_the_way_to_a_page_is_no_kicker(above: str) -> None:
    intake = page("2023-05-17 来源：云溪融媒", above=above)
    assert (intake.slip.kicker, intake.slip.headline) == ("", TITLE)


@pytest.mark.parametrize(
    "headline",
    ["视频｜丰收时节", "海报|致敬劳动者", "转载｜消防宣传进社区", "评论丨别让好事变味", "图片：夏日荷塘",
     "编辑：这个职业会消失吗", "记者：我在抗洪一线", "更多精彩", "新闻频道", "通讯员老李",
     "来源不明的快递，千万别扫码！"],
)  # fmt: skip
def test_a_headline_that_looks_like_a_label(headline: str) -> None:
    intake = take_in(f"{headline}\n2023-05-17 来源：云溪融媒\n\n{BODY[0]}\n\n{BODY[1]}\n".encode())
    assert (intake.slip.headline, intake.slip.source) == (headline, SOURCE)
    assert tuple(map(block_text, intake.blocks)) == BODY


def test_a_header_above_its_headline() -> None:
    text = (
        f"云溪网 > 时政 > 正文\n2023 05/17 23:41\n来源：云溪网\n字体： 小 中 大\n\n{TITLE}\n\n{BODY[0]}\n\n{BODY[1]}\n"
    )
    slip = take_in(text.encode()).slip
    assert (slip.headline, slip.source, slip.published_at) == (TITLE, "云溪网", "2023-05-17T23:41:00+08:00")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_sentence_with_words_of_chrome_stays_wherever_it_stands(place: int) -> None:
    data = Path(__file__).parent / "data" / "sentences_with_chrome_words.txt"
    for sentence in data.read_text("utf-8").split("\n")[:-1]:
        lines = [*BODY[:place], sentence, *BODY[place:]]
        intake = take_in("\n\n".join([f"{TITLE}\n2023-05-17 来源：云溪融媒 作者：唐咏雪", *lines]).encode())
        assert list(map(block_text, intake.blocks)) == lines, sentence
        assert told(intake) == {"source": SOURCE, "day": DAY, "by": [TANG]}, sentence


def test_the_original_headline_makes_a_reprint() -> None:
    slip = page("2023-05-17 来源：云溪日报\n小字号\n原标题：《三万吨污水有了新去处》").slip
    assert (slip.original_headline, slip.origin) == ("三万吨污水有了新去处", Origin.REPRINT)


def test_an_article_of_another_account() -> None:
    slip = page("云溪发布 2023-05-17 08:00\n以下文章来源于石桥融媒 ，作者周静").slip
    assert ([person.name for person in slip.byline], slip.origin) == (["周静"], Origin.REPRINT)


def test_credits_behind_the_last_sentence_are_the_foot() -> None:
    intake = take_in(f"{TITLE}\n2023-05-17\n{BODY[0]}\n{BODY[1]}（编辑：李锡）1130118\n".encode())
    assert intake.slip.editor == "李锡"
    assert tuple(map(block_text, intake.blocks)) == BODY
    assert any("2024-01-18" in loss.text for loss in intake.report)  # another day than the header says


WIRED = "（中央社記者黃子涵新北12日電）新北市福隆沙雕展今天登場，展出作品五十件，觀光局很高興。"
SHOWN = "觀光局表示，今年展期到七月，歡迎民眾前往參觀。"


@pytest.mark.parametrize("between", ["", "\n\n"])
@pytest.mark.parametrize(
    ("closing", "editor", "day"),
    [
        ("（編輯：林小明）1150312", "林小明", "2026-03-12"),
        ("(編輯:林小明、陳大文)1150312", "林小明 陳大文", "2026-03-12"),
        ("（編輯：林小明）115/03/12", "林小明", "2026-03-12"),
        ("（編輯：林小明）20260312", "林小明", "2026-03-12"),
        ("（編輯：林小明）", "林小明", ""),
    ],
)
def test_an_agency_closes_with_its_editor_and_the_day(between, closing, editor, day):
    intake = take_in(f"新北福隆沙雕展登場\n\n{WIRED}\n\n{SHOWN}{between}{closing}\n".encode())
    assert (intake.slip.editor, intake.slip.published_at) == (editor, day)
    assert [block_text(block) for block in intake.blocks] == [WIRED, SHOWN]
    assert not [loss for loss in intake.report if not loss.kept]


def test_translator_and_reviewer_close_a_page_too():
    intake = take_in(f"新北福隆沙雕展登場\n\n{WIRED}\n\n{SHOWN}（譯者：張曉雯／核稿：劉文瑜）1150312\n".encode())
    assert [(one.name, one.role) for one in intake.slip.page_credits] == [("張曉雯", "credit"), ("劉文瑜", "reviewer")]
    assert block_text(intake.blocks[-1]) == SHOWN


@pytest.mark.parametrize(
    "line",
    [
        "（編輯：林小明）1151332",  # no day
        "（編輯：林小明）980612",  # 民國 98 or 1998
        "（記者：林小明）1150312",
        "（圖為沙雕：福隆海邊）1150312",
        "（編輯：林小明）1150312份",
    ],
)
def test_what_only_looks_like_a_closing_line_stays(line):
    intake = take_in(f"新北福隆沙雕展登場\n\n{WIRED}\n\n{SHOWN}\n\n{line}\n".encode())
    assert block_text(intake.blocks[-1]) == line
    assert intake.slip.published_at == ""


def test_the_day_behind_a_page_counts_less_than_any_other_time():
    closed = f"{SHOWN}（編輯：林小明）1150312"
    headed = take_in(f"新北福隆沙雕展登場\n2026/3/13 08:00\n\n{WIRED}\n\n{closed}\n".encode())
    assert headed.slip.published_at == "2026-03-13T08:00:00+08:00"
    assert [loss.text for loss in headed.report if loss.what == "other_date"] == ["2026-03-12"]
    notice = "本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。"
    told = '<meta property="article:published_time" content="2026-03-12T21:40:00+08:00">'
    saved = take_in(
        f"<html><head><title>新北福隆沙雕展登場</title>{told}</head><body><h1>新北福隆沙雕展登場</h1>"
        f'<div class="paragraph"><p>{WIRED}</p><p>{closed}</p></div><div class="bottom"><p>{notice}</p></div>'
        "</body></html>".encode()
    )
    assert (saved.slip.published_at, saved.slip.editor) == ("2026-03-12T21:40:00+08:00", "林小明")
    assert [block_text(block) for block in saved.blocks] == [WIRED, SHOWN]
    assert not [loss for loss in saved.report if loss.what == "other_date"]


def test_a_bracket_behind_the_last_sentence_that_names_a_reporter_stays() -> None:
    intake = take_in(f"{TITLE}\n2023-05-17\n{BODY[0]}\n{BODY[1]}（记者：唐咏雪）\n".encode())
    assert block_text(intake.blocks[-1]) == f"{BODY[1]}（记者：唐咏雪）"


def test_a_second_header_does_not_add_its_authors() -> None:
    intake = page("2023-05-17 来源：云溪日报 作者：王一\n2023-05-18 来源：石桥日报 作者：李二")
    assert told(intake) == {"source": "云溪日报", "day": DAY, "by": [("author", "王一", "作者")]}
    assert "intake.several_headers" in {finding.message for finding in intake.findings}


def test_a_letter() -> None:
    intake = take_in(
        f"发件人: 张丽 <zhang@example.com>\n收件人: 新闻中心 <news@example.com>\n"
        f"主题: 投稿：{TITLE}\n日期: 2023年4月12日\n\n"
        f"编辑老师好：\n\n{BODY[0]}\n\n--\n张丽\n芙蓉社区\n电话：0731-88888888\n".encode()
    )
    assert intake.slip.headline == TITLE
    assert tuple(map(block_text, intake.blocks)) == ("编辑老师好：", BODY[0])
    assert {loss.what: loss.count for loss in intake.report if "mail" in loss.what} == {
        "mail_header": 3,
        "mail_signature": 3,
    }


@pytest.mark.parametrize("end", ["\x0b", "\x85", "\u2028", "\u2029", "\r", "\r\n"])
def test_every_kind_of_line_end(end: str) -> None:
    text = f"{TITLE}\n2023-05-17 来源：云溪融媒\n\n{BODY[0]}\n{BODY[1]}\n".replace("\n", end)
    intake = take_in(text.encode())
    assert told(intake) == {"source": SOURCE, "day": DAY}
    assert tuple(map(block_text, intake.blocks)) == BODY


def test_half_a_surrogate_pair_in_utf_16_without_a_mark_loses_one_character() -> None:
    data = f"{TITLE}\n{BODY[0]}".encode("utf-16-le") + b"\x00\xd8" + f"{BODY[1]}\n".encode("utf-16-le")
    intake = take_in(data)
    assert intake.slip.headline == TITLE
    assert block_text(intake.blocks[0]) == f"{BODY[0]}\ufffd{BODY[1]}"
    assert [finding.message for finding in intake.findings if finding.rule == "R03"] == ["intake.undecodable"]


def test_a_text_in_a_western_language() -> None:
    text = "Café crème à la carte, déjà vu.\nSecond line here, naïve façade.\n"
    assert take_in(text.encode("latin-1")).decoded == text


def test_a_rule_above_the_foot_goes_with_it() -> None:
    intake = take_in(f"# {TITLE}\n\n来源：云溪融媒\n\n{BODY[0]}\n\n---\n\n编辑：何欢\n".encode(), "a.md")
    assert ([block.kind for block in intake.blocks], intake.slip.editor) == (["paragraph"], "何欢")


@pytest.mark.parametrize(
    ("head", "shown", "headline"),
    [
        ("<title>春茶上市-云溪新闻网</title>", "", "春茶上市"),
        ("<title>5G-A时代</title>", "", "5G-A时代"),
        ("<title>春茶上市</title>", "<h1>春茶<br>上市</h1>", "春茶上市"),
        ("", "<h1>春茶上市<br>客商盈门</h1>", "春茶上市 客商盈门"),
    ],
)
def test_headlines_of_saved_pages(head: str, shown: str, headline: str) -> None:
    text = f"<html><head>{head}</head><body>{shown}<p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>"
    assert take_in(text.encode(), "a.html").slip.headline == headline


def test_a_page_of_frames_names_them() -> None:
    intake = take_in(
        b"<html><head><title>x</title></head><frameset cols='20%,80%'><frame src='left.html'><frame src='right.html'>"
        b"<noframes><body>no frames</body></noframes></frameset></html>"
    )
    assert intake.blocks == ()
    assert [loss.text for loss in intake.report if loss.what == "embed"] == ["left.html ¦ right.html"]


def test_a_headline_alone() -> None:
    intake = take_in("只有一个标题\n".encode())
    assert (intake.slip.headline, intake.blocks) == ("只有一个标题", ())


def test_a_list_of_a_thousand_field_lines_is_kept() -> None:
    intake = take_in(("名单\n" + "来源：甲报 2022-01-01 编辑：李四\n" * 1000).encode())
    assert len(intake.blocks) > 800
