"""Remains of chats: recognized when all of a line is one, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from editor.intake.chat import Remain, cleared
from tests.growth import assert_within

TEXT = ["五月的石桥镇，茶香四溢。", "茶农们一早就上山采茶。", "合作社的茶厂里热气腾腾。", "新茶当天就能运到县城。"]


def only(line: str, at: int = 0) -> str:
    lines = [*TEXT[:at], line, *TEXT[at:]]
    found = cleared(lines)
    assert [each for each in found.lines if each in TEXT] == TEXT
    return found.remains[0].what if found.remains and line not in found.lines else ""


@pytest.mark.parametrize(
    "line",
    [
        "张三 10:32:05", "张三 2021/9/19 21:44", "李四 2021-09-19 21:44:05", "王 五 昨天 21:44",
        "张三(12345678) 9/19 21:44:05",

        "【管理员】张三 10:32", "阿茶的店 上午10:32", "张三 星期日 21:44", "Tom Lee 10:32 AM",
    ],
)  # fmt: skip
def test_senders(line):
    assert only(line) == "sender"


@pytest.mark.parametrize(
    "line",
    [
        "2021年9月19日 21:44", "2021年9月19日 晚上9:44", "21:44", "昨天 21:44", "星期日 下午9:44",
        "————— 2021-09-19 —————",
        "2021/9/19", "9月19日 21:44",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", [0, 2, 4])
def test_times(line, at):
    assert only(line, at) == "time"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("[图片]", "token"), ("[图片][图片]", "token"), ("[文件] 春茶稿（二改）.docx", "token"),
        ("【视频】", "token"),
        ("张三和李四的聊天记录", "history"), ("- - - - - - - - - - - - - - -", "bar"), ("———————————", "bar"),
        ("以下是修改后的稿件：", "introduction"),
        ("您好，以下是最新版本的内容：", "introduction"), ("这是第二稿，", "introduction"),
        ("稿子我改了一下，你看看：", "introduction"),
        ("李老师您好，稿子改好了，请查收。", "greeting"), ("麻烦老师帮忙看看，稿子已按要求修改，谢谢！", "greeting"),
        ("发自我的iPhone", "sent_from"), ("来自华为手机", "sent_from"),
    ],
)  # fmt: skip
def test_other_lines(line, what):
    assert only(line) == what


@pytest.mark.parametrize(
    "line",
    [
        "张三说，10:32:05他到了山上。", "记者：今年的茶怎么样？", "下午9:44，最后一车茶运走了。",
        "2021年9月19日，石桥镇开园。",
        "以下是记者在石桥镇看到的情况。茶香四溢。", "问：茶价如何？", "[茶]", "【茶事】", "——来自石桥镇的报道", "——",
        "石桥镇副镇长 张三", "时间:", "3:2", "石桥镇茶厂的聊天室", "今天的茶卖得好。", "他把稿子改了三遍。", "记者:",
        "您好，这里是石桥镇。", "1.5",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", [0, 2])
def test_text_that_looks_a_little_like_it_stays(line, at):
    assert only(line, at) == ""


def test_a_message_that_was_quoted_goes_with_its_bar():
    lines = ["「张三：三千亩核实一下」", "- - - - - - - - - - - - - - -", *TEXT]
    found = cleared(lines)
    assert found.lines == tuple(TEXT)
    assert [each.what for each in found.remains] == ["quoted", "bar"]
    assert cleared(["“张三：我要采茶。”", *TEXT]).lines[0] == "“张三：我要采茶。”"


def test_signs_inside_a_line_go_and_are_named():
    found = cleared(["> 五月的石桥镇[图片]，茶香\u200b四溢。[玫瑰]", "@李老师\u2005请看。", *TEXT])
    assert found.lines[:2] == ("五月的石桥镇，茶香四溢。", "请看。")
    assert [each.what for each in found.remains] == ["quote_sign", "token", "emoji", "invisible", "mention"]


def test_a_name_alone_is_a_sender_when_it_sent_something_else():
    lines = ["阿茶 10:32:05", TEXT[0], "阿茶:", TEXT[1], "主持人:", TEXT[2]]
    assert cleared(lines).lines == (TEXT[0], TEXT[1], "主持人:", TEXT[2])
    assert cleared(["张三:", TEXT[0], "", "张三:", TEXT[1]]).lines == (TEXT[0], "", TEXT[1])
    assert cleared(["张三:", TEXT[0]]).lines == ("张三:", TEXT[0])


def test_known_lines_stay_whatever_they_look_like():
    lines = ["[图片]", "21:44", "张三 10:32"]
    assert cleared(lines, set(lines)) == type(cleared([]))(tuple(lines), ())


def test_every_kind_has_a_sentence():
    keys = {key for key in resources.messages() if key.startswith("chat.")}
    lines = ["张三 10:32", "21:44", "[图片]", "张三的聊天记录", "-----", "「张三：看」", "-----", *TEXT,
             "> 好[强]\u200b@李\u2005", *TEXT, "发自我的iPhone"]  # fmt: skip
    said = {each.message for each in cleared(lines).remains}
    said |= {Remain(what, "", 0).message for what in ("introduction", "greeting")}
    assert said == keys


@settings(max_examples=150)
@given(st.lists(st.text("张三茶 10:32[图片]「」>-—\u200b，。", max_size=20), max_size=8))
def test_what_is_gone_is_named(lines):
    found = cleared(lines)
    gone = sorted("".join("".join(lines).split()))
    shown = sorted("".join("".join([*found.lines, *(each.text for each in found.remains)]).split()))
    assert shown == gone


@pytest.mark.parametrize(
    "line", ["以下" * 5000, "您好" * 5000, "[图片" * 5000, "-" * 50_000 + "x", "张 " * 5000, "@张" * 9000, "1/" * 9000]
)
def test_long_lines_take_no_time(line):
    assert_within(1, lambda: cleared([line]))
