"""P01, P02, P04, R05, R06 and mojibake, one by one; what is close by and must stay."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.repair import applied_to, explains, repair, undone

CHANGED = [
    ("15%,新增28家", "15%，新增28家"),
    ("作者:周燕妮", "作者：周燕妮"),
    ("時間:21:44", "時間：21:44"),
    ("《人民日報》:社論", "《人民日報》：社論"),
    ("“好”,他說", "“好”，他說"),
    ("共3家;新增5家!", "共3家；新增5家！"),
    ("真的吗??", "真的吗？？"),
    ("为什么?因为", "为什么？因为"),
    ("(记者 张三)", "（记者 张三）"),
    ("GDP(国内生产总值)增长", "GDP（国内生产总值）增长"),
    ("２０２１年ＧＤＰ", "2021年GDP"),
    ("１２３．５万", "123.5万"),
    ("&nbsp;&nbsp;他说&ldquo;好&rdquo;", "  他说“好”"),
    ("&amp;ldquo;好&amp;rdquo;", "“好”"),
    ("AT&amp;T公司", "AT&T公司"),
    ("<p>他说</p>", "他说"),
    ("甲<br/>乙", "甲 乙"),
    ("发展。/p>", "发展。"),
    ("\\u3000\\u3000他说", "\u3000\u3000他说"),
    ("甲\u200b乙\ufeff丙\x00", "甲乙丙"),
    ("永州\xa0\xa0市", "永州  市"),
    ("\uf9dc\uf92f\u2f08民", "隆勞人民"),
    ("甲\ud800乙", "甲\ufffd乙"),
    ("ä¸\xadå›½ï¼Œä½\xa0好", "中国，你好"),
    ("卡尔Â·马克思", "卡尔·马克思"),
    ("鈥滀腑鍥解€?", "“中国”"),
    ("鏂伴椈", "新闻"),
    ("ÖÐ¹ú½ñÄê·¢Õ¹", "中国今年发展"),
]

KEPT = [
    "21:44",
    "比分3:2",
    "GDP:5",
    "支持iPhone, iPad",
    "http://a.cn/b?c=1,2;d",
    "a@b.com",
    "哈哈:)",
    "公司(IBM)在",
    "f(x)",
    "print(你好)",
    "[标题](http://a.b/c)",
    "![图](a.png)",
    "“Hello,” he said",
    "3,000元",
    "二〇二一年",
    "\u3000\u3000他说",
    "李\u3000娜",
    "👨\u200d👩\u200d👧",
    "葛\U000e0100城",
    "❤\ufe0f",
    "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29",
    "m<sup>2</sup>",
    '<a href="x">链接</a>',
    "若a<b>c成立",
    "`a,b:中;d?`",
    "\ue000",
    "锟斤拷",
    "café naïve Müller",
    "Привет, мир!",
    "αβγ三种粒子",
    "“Hello, world!”他说。",
    "日本の「ひらがな」、カタカナ:テスト!",
    "한국어, 서울: 안녕!",
    '代码if (a, b) == c: return x; else: print("中文", y)',
    "访问https://a.b.cn/x?y=1,2;z=3:4就能看到",
]


@pytest.mark.parametrize(("before", "after"), CHANGED)
def test_damage_is_undone_and_proved(before, after):
    result = repair(before)
    assert result.text == after
    assert applied_to(before, result.repairs) == after
    assert undone(after, result.repairs) == before
    assert all(explains(item.rule, item.before, item.after) for item in result.applied)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_right_stays(text):
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("R02", "亳(bó)", "亳"),
        ("R02", "(不是)", ""),
        ("R03", "中国", "美国"),
        ("R03", "?", "好"),
        ("R03", "新?", "新华"),
        ("R03", "是", "不是"),
        ("R03", "?是", "不是"),
        ("R03", "", "不"),
        ("R05", "<p>好</p>", "好人"),
        ("R05", "<sup>2</sup>", "2"),
        ("R06", "甲乙", "甲"),
        ("P01", ",", "。"),
        ("P01", "不,是", "不，不是"),
        ("P04", "１２", "13"),
        ("X99", "甲", "乙"),
    ],
)
def test_a_change_of_meaning_is_never_explained(rule, before, after):
    assert not explains(rule, before, after)


RUNS = ["(qū)", "業(yè)", "?dāng)", "&nbsp;", "<p>", "</p>", "/p>", "逼铌柛咝聟^", "鈥滀腑", "ä¸\xad", "\\u3000"]
PIECES = st.sampled_from([*"永州園?!,:；“”\n\u200b\xa0１A3% \ufdd0\ud800。()", *RUNS])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_mixture_keeps_its_lines_and_leads_back(text):
    result = repair(text)
    assert result.text.count("\n") == text.count("\n")
    assert applied_to(text, result.repairs) == result.text
    assert undone(result.text, result.repairs) == text
    spans = [(item.start, item.end) for item in result.applied]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(item.before == text[item.start : item.end] for item in result.repairs)
