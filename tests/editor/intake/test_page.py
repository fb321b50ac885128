"""Saved HTML pages, in the shapes that Chinese news and government sites have."""

from __future__ import annotations

import pytest

from editor.article import Variant
from editor.intake import Intake, readable, take_in
from editor.markup.blocks import Image, block_text
from tests.growth import assert_within

FIRST = "清明节假期将至，县公安局交通警察大队预计，4月4日上午将迎来祭扫出行高峰，请提前安排行程。"
SECOND = "省道云石线石桥镇段、县城环城路与柳江大桥交叉口容易拥堵，请提前绕行，避开高峰时段。"
THIRD = "交警提醒，祭扫返程注意休息，切勿疲劳驾驶，更不要酒后驾车，平平安安回家。"
BODY = f"<p>　　{FIRST}</p><p>　　{SECOND}</p><p>　　{THIRD}</p>"


def page(html: str) -> Intake:
    intake = take_in(html.encode(), "page.html")
    assert intake.kind == "html"
    return intake


def texts(intake: Intake) -> list[tuple[str, str]]:
    return [(block.kind, block_text(block)) for block in intake.blocks]


THREE = [("paragraph", FIRST), ("paragraph", SECOND), ("paragraph", THIRD)]


def test_a_government_page_with_tables_as_layout() -> None:
    intake = page(
        "<html><head><title>云溪县人民政府门户网站</title><meta name='ArticleTitle' content='清明交通提示'>"
        "<meta name='PubDate' content='2024-04-03 18:20'><meta name='ContentSource' content='县公安局'>"
        "<meta name='ColumnName' content='部门动态'></head><body><table><tr><td>"
        "<a href='/'>首页</a> | <a>政务公开</a></td></tr><tr><td>您当前的位置：首页 &gt; 部门动态 &gt; 正文</td></tr>"
        "<tr><td><table><tr><td align=center>清明交通提示</td></tr><tr><td>"
        "发布时间：2024-04-03 18:20 &nbsp; 来源：县公安局交警大队 "
        f"&nbsp; 浏览次数：<span>321</span></td></tr><tr><td id=zoom><div class='TRS_Editor'>{BODY}</div></td></tr>"
        "<tr><td>（责任编辑：田文）</td></tr><tr><td>上一篇：<a>春耕</a></td></tr></table></td></tr>"
        "<tr><td>版权所有：云溪县人民政府</td></tr></table></body></html>"
    )
    slip = intake.slip
    assert (slip.headline, slip.source, slip.column) == ("清明交通提示", "县公安局交警大队", "部门动态")
    assert (slip.responsible_editor, slip.published_at) == ("田文", "2024-04-03T18:20:00+08:00")
    assert texts(intake) == THREE
    assert {"breadcrumb", "view_count", "previous_next", "copyright"} <= {loss.what for loss in intake.report}


def test_a_wrong_title_in_the_head_does_not_win() -> None:
    intake = page(
        "<html><head><title>云溪新闻网</title><meta property='og:title' content='云溪新闻网 - 首页'></head><body>"
        "<div class=top>云溪新闻网</div><h1>清明假期这些路段易堵</h1><div>2024-04-03 来源：云溪日报</div>"
        f"<div class='article-content'>{BODY}</div></body></html>"
    )
    assert intake.slip.headline == "清明假期这些路段易堵"
    assert intake.slip.source == "云溪日报"
    assert texts(intake) == THREE


def test_a_page_of_an_unknown_system_is_found_by_the_extractor() -> None:
    links = "".join(f"<li><a href='/{n}'>第{n}条新闻的标题有这么长</a></li>" for n in range(12))
    intake = page(
        f"<html><head><title>清明交通提示 - 云溪在线</title></head><body><div class=n1><ul>{links}</ul></div>"
        "<div class=q7><h2>清明交通提示</h2><p class=x>2024-04-03 18:20　来源：云溪在线</p>"
        f"<div class=z9>{BODY}</div></div>"
        f"<div class=n2><ul>{links}</ul></div></body></html>"
    )
    assert intake.slip.headline == "清明交通提示"
    assert intake.slip.source == "云溪在线"
    assert texts(intake) == THREE


def test_a_wechat_page() -> None:
    intake = page(
        "<html lang='zh_CN'><head><meta property='og:title' content='清明假期，这些路段易堵'></head><body>"
        "<h1 id='activity-name'> 清明假期，这些路段易堵 </h1><div id='meta_content'><span>原创</span><span>李娜</span>"
        "<span><a id='js_name'>云溪融媒</a></span><em id='publish_time'>2024-04-03 18:20</em></div>"
        "<div id='js_content' style='visibility: hidden'><section><p>点击上方蓝字关注我们</p></section>"
        f"<section><section>{BODY}</section></section><p><img data-src='https://img.example.com/a/640?wx_fmt=jpeg'"
        " src='data:image/gif;base64,R0lGOD'></p><p>图为执勤民警疏导交通。彭立 摄</p><p><strong>安全提示</strong></p>"
        f"<p>{SECOND}</p><p>编辑：周燕</p><p>责编：田文</p><p>审核：王军</p></div></body></html>"
    )
    slip = intake.slip
    assert (slip.headline, slip.source, slip.published_at) == (
        "清明假期，这些路段易堵",
        "云溪融媒",
        "2024-04-03T18:20:00+08:00",
    )
    assert (slip.editor, slip.responsible_editor) == ("周燕", "田文")
    assert [(person.label, person.name) for person in slip.page_credits] == [("审核", "王军")]
    pictures = [block for block in intake.blocks if isinstance(block, Image)]
    assert pictures == [Image("https://img.example.com/a/640?wx_fmt=jpeg", "图为执勤民警疏导交通。彭立 摄")]
    assert texts(intake) == [
        *THREE,
        ("image", "图为执勤民警疏导交通。彭立 摄"),
        ("h2", "安全提示"),
        ("paragraph", SECOND),
    ]
    assert intake.variant is Variant.ZH_CN


def test_an_old_page_of_tables_and_line_breaks_without_any_names() -> None:
    links = "".join(f"·<A href='a.asp?id={n}'>县里第{n}条消息</A><BR>" for n in range(8))
    intake = page(
        "<HTML><HEAD><TITLE>清明交通提示-云溪县政府网</TITLE></HEAD><BODY><TABLE><TR><TD>今天是2009年5月7日 | "
        f"<A>首页</A></TD></TR></TABLE><TABLE><TR><TD><B>热点文章</B><BR>{links}</TD><TD><TABLE>"
        "<TR><TD>您现在的位置：<A>云溪县政府网</A> &gt;&gt; 正文</TD></TR><TR><TD><FONT size=4><B>"
        "清明交通提示</B></FONT></TD></TR>"
        "<TR><TD>作者：龙建国&nbsp;&nbsp;文章来源：县公安局&nbsp;&nbsp;"
        "点击数：57&nbsp;&nbsp;更新时间：2009-5-6 8:22:10</TD></TR>"
        f"<TR><TD>&nbsp;&nbsp;&nbsp;&nbsp;{FIRST}<BR>&nbsp;&nbsp;{SECOND}<BR>&nbsp;&nbsp;{THIRD}<BR></TD></TR>"
        "<TR><TD>文章录入：admin&nbsp;&nbsp;责任编辑：贺敏</TD></TR><TR><TD>上一篇文章：<A>春耕</A></TD></TR>"
        "</TABLE></TD></TR></TABLE></BODY></HTML>"
    )
    slip = intake.slip
    assert (slip.headline, slip.source, slip.responsible_editor) == ("清明交通提示", "县公安局", "贺敏")
    assert slip.published_at == "2009-05-06T08:22:10+08:00"
    assert [person.name for person in slip.byline] == ["龙建国"]
    assert texts(intake) == THREE


def test_fields_in_elements_with_nothing_between() -> None:
    intake = page(
        "<html><head><title>清明交通提示_云溪网</title></head><body><div class=w><h1>清明交通提示</h1>"
        "<p><span>来源：云溪网</span><span>作者：周燕 彭立</span><span>编辑：贺敏</span><span>"
        "2024-06-01 11:20:33</span></p>"
        f"<div class=t>{BODY}</div><div><p>责编：田文</p></div><div class=tags><a>#清明</a><a>#出行提示</a></div>"
        "<p>本文为云溪网原创文章，转载请附上原文出处链接和本声明。</p></div></body></html>"
    )
    slip = intake.slip
    assert (slip.source, slip.editor, slip.responsible_editor) == ("云溪网", "贺敏", "田文")
    assert [person.name for person in slip.byline] == ["周燕", "彭立"]
    assert slip.keywords == ("清明", "出行提示")
    assert texts(intake) == THREE
    assert "copyright" in {loss.what for loss in intake.report}


def test_kicker_and_subheadline_stand_round_the_headline() -> None:
    intake = page(
        "<html><head><title>清明交通提示_云溪网</title></head><body><div class=nav><a>首页</a></div><div class=head>"
        "<p class=yinti>平安回家路</p><h1>清明交通提示</h1><p>——这些路段易堵</p></div><div class=info>2024-04-03 "
        "<span>来源：云溪网</span><span>责任编辑：贺敏</span><a>我要评论(<em>12</em>)</a></div>"
        f"<div class='article-content'>{BODY}</div></body></html>"
    )
    slip = intake.slip
    assert (slip.kicker, slip.headline, slip.subheadline) == ("平安回家路", "清明交通提示", "——这些路段易堵")
    assert (slip.source, slip.responsible_editor) == ("云溪网", "贺敏")
    assert texts(intake) == THREE


def test_the_article_is_not_cut_to_its_longest_part() -> None:
    """Paragraphs in boxes of their own, one of them much longer than the others."""
    intake = page(
        "<html><head><title>清明交通提示</title></head><body><div id=app><div>清明交通提示</div><div>"
        "云溪融媒　2024-05-06 09:12</div>"
        f"<div class=p>{FIRST}</div><div class=p>{SECOND * 8}</div><div class=p>{THIRD}</div></div></body></html>"
    )
    assert texts(intake) == [("paragraph", FIRST), ("paragraph", SECOND * 8), ("paragraph", THIRD)]
    assert (intake.slip.headline, intake.slip.source) == ("清明交通提示", "云溪融媒")


def test_json_ld_fills_what_the_page_does_not_print() -> None:
    intake = page(
        '<html><head><title>x</title><script type="application/ld+json">[{"@type":"Organization"},'
        '{"@type":["NewsArticle"],'
        '"headline":"清明交通提示","datePublished":"2024-04-03T10:20:00Z","author":[{"name":"李娜"}]}]</script></head>'
        f"<body><h1>清明交通提示</h1><article>{BODY}</article></body></html>"
    )
    slip = intake.slip
    assert (slip.headline, slip.published_at) == ("清明交通提示", "2024-04-03T10:20:00+00:00")
    assert [person.name for person in slip.byline] == ["李娜"]


def test_scripts_hidden_parts_and_frames_go_and_are_named() -> None:
    intake = page(
        "<html><body><h1>清明交通提示</h1><div class='article-content'><script>document.write('坏')</script>"
        f"{BODY}<p style='display: none'>暗藏的广告文字</p><iframe src='https://ads.example.com'></iframe>"
        "<img src='https://t.example.com/pixel.gif' width=1 height=1><style>p{}</style></div></body></html>"
    )
    assert texts(intake) == THREE
    counted = {loss.what: loss.text for loss in intake.report}
    assert counted["hidden"] == "暗藏的广告文字"
    assert {"script", "embed", "decoration"} <= set(counted)


def test_paragraphs_made_of_line_breaks() -> None:
    intake = page(
        "<html><body><h1>清明交通提示</h1><div id='content' class='article-content'>"
        f"　　{FIRST}<br><br>　　{SECOND}<br>\n　　{THIRD}<br></div></body></html>"
    )
    assert texts(intake) == THREE


def test_damage_is_repaired_across_the_whole_page_and_marks_stay() -> None:
    intake = page(
        "<html><body><h1>清明交通提示</h1><div class='article-content'>"
        "<p>今年6月,全县<b>接待</b>游客15%,新增企业28家&amp;nbsp;。</p>"
        f"{BODY}</div></body></html>"
    )
    first = intake.blocks[0]
    assert block_text(first).startswith("今年6月，全县接待游客15%，新增企业28家")
    assert any(run.marks for run in first.runs)
    for repair in intake.repairs:
        assert intake.decoded[repair.start : repair.end] == repair.before


def test_offsets_of_repairs_hold_for_the_kept_original() -> None:
    data = f"<html><body><h1>提示,请看</h1><div class='article-content'>{BODY}<p>甲,乙</p></div></body></html>".encode()
    intake = take_in(data)
    assert readable(data, intake.encoding, intake.kind) == intake.decoded
    assert [repair.before for repair in intake.repairs if repair.applied] == [",", ","]


@pytest.mark.parametrize(
    "hostile",
    [
        "<html><body>" + "<div>" * 30_000 + "深处的文字在这里，请看。" + "</div>" * 30_000,
        "<html><body>" + "<b><i>" * 5_000 + f"<p>{FIRST}</p>",
        "<html><body><p>" + "&#x4e2d;&amp;" * 50_000,
        "<html><body>" + "<p" * 50_000,
        "<html><body><table>" + "<tr><td>格" * 20_000,
        "<html><body>" + f"<div class='TRS_Editor' id='zoom'>{FIRST}" * 3_000,
        "<html><head>" + "<meta name='ArticleTitle' content='题'>" * 20_000 + f"</head><body>{BODY}",
        "<html><body><script>" + "<" * 100_000,
        f"<html><body><!-- {FIRST}" + "-" * 100_000,
        "<html><body>" + "<p style='display:none'>" * 3_000 + FIRST,
        f"<html><body>\x00<p>\x01{FIRST}\x0b</p></body></html>",
        "<?xml version='1.0' encoding='gb2312'?><html><body><p>" + FIRST,
        '<html><head><script type="application/ld+json">' + "[" * 100_000 + "</script></head><body>" + BODY,
        "<html></html>",
        "<html><frameset><frame src=a></frameset></html>",
    ],
)  # fmt: skip
def test_hostile_pages_give_a_result_in_time(hostile: str) -> None:
    made = []
    assert_within(20, lambda: made.append(take_in(hostile.encode(), "x.html")))
    intake = made[0]
    if FIRST in hostile and "<!--" not in hostile and "display" not in hostile:
        assert FIRST in "".join(block_text(block) for block in intake.blocks)
