"""Header and foot lines as pages print them."""

from __future__ import annotations

import pytest

from editor.intake.bylines import bare
from editor.intake.dates import iso, stamps
from editor.intake.field_line import FieldLine, read_field_line
from editor.intake.folding import fold
from editor.intake.names import split_names


def said(line: str) -> tuple[dict[str, str], list[tuple[str, str]], list[str]]:
    found = read_field_line(line)
    assert found is not None, line
    values = {name: value for name, value, _label in found.values}
    return values, [(person.role, person.name) for person in found.people], [value for _name, value in found.dates]


@pytest.mark.parametrize(
    ("line", "values", "people", "dates"),
    [
        (
            "2022-03-04 21:44:50          來源:雲溪縣融媒體中心 | 編輯:賀敏 | 作者:周燕 彭立          瀏覽量:8763",
            {"source": "雲溪縣融媒體中心"},
            [("editor", "賀敏"), ("author", "周燕"), ("author", "彭立")],
            ["2022-03-04T21:44:50+08:00"],
        ),
        (
            "作者：周燕、彭立；编辑：贺敏；来源：云溪日报；发布日期：2022年3月4日",
            {"source": "云溪日报"},
            [("author", "周燕"), ("author", "彭立"), ("editor", "贺敏")],
            ["2022-03-04"],
        ),
        ("【来源】云溪新闻网 【作者】周燕", {"source": "云溪新闻网"}, [("author", "周燕")], []),
        ("来 源：云溪日报   作　者：王　芳", {"source": "云溪日报"}, [("author", "王芳")], []),
        ("2022-03-04 21:44 云溪新闻网", {"source": "云溪新闻网"}, [], ["2022-03-04T21:44:00+08:00"]),
        ("云溪融媒　2022/3/4", {"source": "云溪融媒"}, [], ["2022-03-04"]),
        (
            "来源：新华社  责任编辑：王晓红  字号：大 中 小",
            {"source": "新华社"},
            [("responsible_editor", "王晓红")],
            [],
        ),
        ("稿源：云溪日报·2022.03.04", {"source": "云溪日报"}, [], ["2022-03-04"]),
        ("记者 周燕 通讯员 彭立 摄影报道", {}, [("reporter", "周燕"), ("stringer", "彭立")], []),
        ("本报记者 李　娜", {}, [("reporter", "李娜")], []),
        (
            "全媒体记者 周燕　李　娜　通讯员 欧阳　靖",
            {},
            [("reporter", "周燕"), ("reporter", "李娜"), ("stringer", "欧阳靖")],
            [],
        ),
        ("見習記者：林佑安／實習生：陳思妤", {}, [("trainee", "林佑安"), ("intern", "陳思妤")], []),
        ("文/图 张三", {}, [("credit", "张三")], []),
        ("文/张三 图/李四", {}, [("credit", "张三"), ("photographer", "李四")], []),
        ("周燕/文 彭立/图", {}, [("credit", "周燕"), ("photographer", "彭立")], []),
        (
            "特约记者|周燕 特约通讯员|彭立",
            {},
            [("special_correspondent", "周燕"), ("special_correspondent", "彭立")],
            [],
        ),
        ("記者王小明／台北報導", {}, [("reporter", "王小明")], []),
        ("来源：云溪日报 记者 周燕", {"source": "云溪日报"}, [("reporter", "周燕")], []),
        (
            "责编：田文 一审：李丽 二审：王军 三审：赵强",
            {},
            [("responsible_editor", "田文"), ("reviewer", "李丽"), ("reviewer", "王军"), ("approver", "赵强")],
            [],
        ),
        (
            "初审：田文；复审：李丽；终审：赵强",
            {},
            [("reviewer", "田文"), ("reviewer", "李丽"), ("approver", "赵强")],
            [],
        ),
        (
            "责编：周燕丨校对：彭立丨监制：李丽",
            {},
            [("responsible_editor", "周燕"), ("proofreader", "彭立"), ("supervisor", "李丽")],
            [],
        ),
        ("（责任编辑：田文）", {}, [("responsible_editor", "田文")], []),
        ("作者：云溪县融媒体中心", {}, [("author", "云溪县融媒体中心")], []),
        ("作者：阿依古丽·买买提 王五", {}, [("author", "阿依古丽·买买提"), ("author", "王五")], []),
        ("原标题：云溪春茶上市", {"original_headline": "云溪春茶上市"}, [], []),
        ("来源：云溪融媒（记者 周燕）", {"source": "云溪融媒"}, [("reporter", "周燕")], []),
        ("来源：新华社（北京）", {"source": "新华社（北京）"}, [], []),
        ("来源：云溪日报　云溪新闻网", {"source": "云溪日报 云溪新闻网"}, [], []),
        ("作者：周燕（石桥镇）", {}, [("author", "周燕")], []),
        ("（来源：云溪日报 作者：周燕）", {"source": "云溪日报"}, [("author", "周燕")], []),
        ("栏目：要闻 关键词：春茶", {"column": "要闻", "keywords": "春茶"}, [], []),
    ],
)
def test_fields_of_a_line(line: str, values: dict[str, str], people: list[tuple[str, str]], dates: list[str]) -> None:
    assert said(line) == (values, people, dates)


@pytest.mark.parametrize(
    "line",
    [
        "来源：他说这件事情很有意思。",
        "记者走基层",
        "记者：请介绍一下情况",
        "记者从县教育局获悉，秋季学期起全面推行课后服务。",
        "时间就是金钱，效率就是生命",
        "作者：这本书写了整整十年，终于出版了",
        "编辑：“这个标题还能再短一点。”",
        "摄影展今日开幕",
        "图书馆新馆开放",
        "点击量突破1亿，创下新高。",
        "2021年9月19日，云溪县召开防汛会议。",
        "审核通过后，县里将发放补贴",
        "“我们的来源：一是自筹，二是捐赠。”",
        "监制这道工序最难。",
    ],
)
def test_a_sentence_is_no_field_line(line: str) -> None:
    found = read_field_line(line)
    assert found is None or found == FieldLine()


def test_view_counts_and_buttons_go_and_are_named() -> None:
    found = read_field_line("日期：2021/09/19　点击：12次　打印　关闭 分享到：微信 微博")
    assert found is not None
    assert [what for what, _text in found.chrome] == ["view_count", "print", "print", "share"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2021-09-19 21:44:50", "2021-09-19T21:44:50+08:00"),
        ("2021年9月19日 21:44", "2021-09-19T21:44:00+08:00"),
        ("2021年9月19日21时4分", "2021-09-19T21:04:00+08:00"),
        ("2021/9/1 8:05", "2021-09-01T08:05:00+08:00"),
        ("2021.09.19", "2021-09-19"),
        ("２０２１年９月１９日", "2021-09-19"),
        ("二〇二一年九月十九日", "2021-09-19"),
        ("二零二一年十二月三十一日", "2021-12-31"),
        ("民國110年9月19日", "2021-09-19"),
        ("2021年9月19日 星期日 下午3:05", "2021-09-19T15:05:00+08:00"),
        ("2021-09-19T13:44:50Z", "2021-09-19T13:44:50+00:00"),
        ("2021-09-19T21:44:50.123+0900", "2021-09-19T21:44:50+09:00"),
        ("2021-02-30", ""),
        ("2021-13-01", ""),
        ("192.168.10.1", ""),
        ("21-9-19", ""),
    ],
)
def test_dates_become_iso(printed: str, expected: str) -> None:
    assert iso(fold(printed)) == expected


def test_an_impossible_time_leaves_the_date() -> None:
    assert [stamp.iso for stamp in stamps("2021-09-19 25:10")] == ["2021-09-19"]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("李　娜", ("李娜",)),
        ("周燕 李 娜 王 伟", ("周燕", "李娜", "王伟")),
        ("王　伟　民", ("王伟民",)),
        ("欧阳 娜", ("欧阳娜",)),
        ("周燕、彭立", ("周燕", "彭立")),
        ("John Smith", ("John Smith",)),
        ("今天天气真的很好啊", None),
    ],
)
def test_names_padded_with_blanks_come_out_whole(value: str, names: tuple[str, ...] | None) -> None:
    assert split_names(value) == names


def test_a_headline_that_begins_with_a_role_is_no_byline() -> None:
    for headline in ("记者节里话担当", "编辑部的故事", "通讯员队伍再壮大", "摄影大赛开始征稿", "记者观察"):
        assert bare(headline) == []
