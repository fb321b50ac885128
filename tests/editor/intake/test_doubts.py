"""Lines that look like names, chrome, running heads or broken headlines and are none: in doubt they stay."""

from __future__ import annotations

import pytest

from editor.intake import Intake, take_in
from editor.markup.blocks import block_text

LONG = "今年以来，云溪县坚持把茶产业作为富民产业来抓，全县茶园面积达到四万亩，带动两万多名群众增收。"
LONGER = "“以前要跑三趟窗口，现在手机上点一点就办好了。”石桥镇居民何桂兰笑着说，她家的茶叶今年卖到了外省。"
HEADER = "2024-05-06 来源：云溪日报"


def page(*lines: str) -> Intake:
    return take_in("\n".join(lines).encode())


def texts(intake: Intake) -> list[str]:
    return [block_text(block) for block in intake.blocks]


@pytest.mark.parametrize(
    "line", ["金秋", "白露", "安全感", "江南 春色", "时光", "高山 流水", "方圆之间", "许多人", "石头"]
)
def test_a_word_that_begins_like_a_name_is_no_author(line: str) -> None:
    intake = page("茶山行记", HEADER, line, LONG, LONGER)
    assert intake.slip.byline == ()
    assert texts(intake)[0] == line


@pytest.mark.parametrize("line", ["龙建国", "彭 立", "车 晓 丹"])
def test_a_name_below_the_headline_is_the_author_unless_the_text_speaks_of_it(line: str) -> None:
    name = line.replace(" ", "")
    assert [person.name for person in page("茶山行记", HEADER, line, LONG, LONGER).slip.byline] == [name]
    if " " not in line:
        assert page("茶山行记", HEADER, line, LONG + f"“好茶！”{name}说。", LONGER).slip.byline == ()


def test_the_first_of_several_short_headings_is_no_author() -> None:
    intake = page("三位茶人", HEADER, "龙建国", LONG, "车晓丹", LONGER, "卜志强", LONG)
    assert [block.kind for block in intake.blocks] == ["h2", "paragraph"] * 3
    assert intake.slip.byline == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("云溪县建设现代农业示范基地", "首批蔬菜大棚投入使用，三百户村民受益"),
        ("守护万家祥和", "石桥镇综治中心的三百六十五个日夜"),
        ("青山县多措并举稳就业", "家门口的车间里机器声不断笑声也不断"),
    ],
)
def test_two_whole_title_lines_are_not_run_together(first: str, second: str) -> None:
    intake = page(first, second, HEADER, LONG)
    slip = intake.slip
    assert [text for text in (slip.kicker, slip.headline, slip.subheadline) if text] == [first, second]
    assert "intake.title_lines" in {finding.message for finding in intake.findings}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("云溪县小茶叶撑起了富民大产", "业"),
        ("石桥镇把新时代文明实践站建在", "群众家门口"),
        ("走进“城市会客", "厅”：老厂房的新生"),
        ("雲溪縣春茶飄香，茶農忙採摘、茶商忙收購、", "遊客忙打卡"),
        ("青山县让每一名困境儿童都有人管、有人爱的", "十二条措施"),
    ],
)
def test_a_headline_cut_in_two_is_whole_again(first: str, second: str) -> None:
    slip = page(first, second, HEADER, LONG).slip
    assert (slip.kicker, slip.headline, slip.subheadline) == ("", first + second, "")


@pytest.mark.parametrize(
    "headline", ["扫一扫", "分享", "推荐", "登录", "搜索", "知道了", "留言", "广告", "朗读", "举报"]
)
def test_a_headline_that_is_a_phrase_of_chrome(headline: str) -> None:
    intake = page(headline, HEADER, LONG, LONGER)
    assert intake.slip.headline == headline
    assert texts(intake) == [LONG, LONGER]


def test_buttons_above_a_headline_are_none() -> None:
    intake = page("分享", "搜索", "石桥镇春茶上市", HEADER, LONG)
    assert (intake.slip.headline, intake.slip.kicker) == ("石桥镇春茶上市", "")
    assert page("石桥镇春茶上市", "分享", HEADER, LONG).slip.headline == "石桥镇春茶上市"


@pytest.mark.parametrize(
    "line",
    ["如有内容不明之处，请联系社区工作人员。", "家具展上，市民排队抢沙发",
     "“我们使用Cookie只为记住您的选择。”公司负责人说。",
     "对此，公司方面暂无评论", "记者手记写满了三个本子。", "编后他又改了两遍", "上一期培训班共有六十人"],
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 1, 2])
def test_sentences_with_words_of_the_site_stay(line: str, place: int) -> None:
    lines = [LONG, LONGER]
    lines.insert(place, line)
    assert texts(page("石桥镇春茶上市", HEADER, *lines)) == lines


def test_numbered_parts_with_the_same_first_words_are_no_running_heads() -> None:
    recipe = ["1", "材料", "糯米一斤，茶油二两，红糖少许。", "2", "材料", "鲜笋一斤，腊肉半斤，蒜苗一把。"]
    assert texts(page("两道家乡菜", HEADER, LONG, *recipe)) == [LONG, *recipe]


def test_a_running_head_that_is_the_headline_leaves_the_headline() -> None:
    intake = page("茶山行记", LONG, "— 1 —", "茶山行记", LONGER, "— 2 —", "茶山行记", LONG)
    assert intake.slip.headline == "茶山行记"
    assert texts(intake) == [LONG, LONGER, LONG]
    assert {loss.what: loss.count for loss in intake.report}["running_head"] == 2


def test_a_list_of_short_words_below_the_headline_is_no_menu() -> None:
    words = ["教育", "科技", "文化", "体育", "健康", "旅游"]
    assert texts(page("今年要办的六类实事", HEADER, *words, LONG)) == [*words, LONG]


@pytest.mark.parametrize(
    "word", ["记者手记", "采访札记", "编后", "编者按", "新闻链接", "延伸阅读", "专家点评",
     "小贴士", "【记者感言】", "人物名片：", "記者手記", "法官说法"]
)  # fmt: skip
def test_words_that_head_a_paragraph_are_headings(word: str) -> None:
    intake = page("石桥镇春茶上市", HEADER, LONG, word, LONGER, LONG)
    assert [(block.kind, block_text(block)) for block in intake.blocks][1] == ("h2", word)


def test_two_questions_with_answers_are_headings_and_one_is_not() -> None:
    two = page("医保缴费问答", HEADER, LONG, "哪些人可以参保？", LONG, "怎么缴费最方便？", LONG)
    assert [block.kind for block in two.blocks] == ["paragraph", "h2", "paragraph", "h2", "paragraph"]
    one = page("医保缴费问答", HEADER, LONG, "哪些人可以参保？", LONG)
    assert {block.kind for block in one.blocks} == {"paragraph"}


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_name_below_the_headline_of_pages_with_markup(name: str) -> None:
    lines = ["罗秋萍", LONG, "记者手记", LONGER]
    text = "# 父亲的算盘\n\n" + "\n\n".join(lines)
    if name == "a.html":
        text = (
            f"<html><body><h1>父亲的算盘</h1><p>{HEADER}</p>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
        )
    intake = take_in(text.encode(), name)
    assert [person.name for person in intake.slip.byline] == ["罗秋萍"]
    assert [block.kind for block in intake.blocks] == ["paragraph", "h2", "paragraph"]


def test_a_reporter_of_two_houses() -> None:
    byline = page("湘江之滨起新城", "永州日报·永州新闻网记者 张小明 通讯员 李红", LONG).slip.byline
    assert [(person.label, person.name) for person in byline] == [
        ("永州日报·永州新闻网记者", "张小明"),
        ("通讯员", "李红"),
    ]


def test_the_lists_below_a_page_of_an_account() -> None:
    below = ["举报/反馈", "作者最新文章", "石桥镇春茶上市", "09-18", "相关推荐", "一村一品", "换一换"]
    intake = page("湘江之滨起新城", HEADER, LONG, *below)
    assert texts(intake) == [LONG]
    assert all(any(line in loss.text for loss in intake.report) for line in below)
