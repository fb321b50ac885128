"""Whole articles: fields, names and blocks in another variant."""

from __future__ import annotations

from editor.article import Article, Credit, Outlet, Slip, Variant
from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
    paragraph,
)
from editor.text.variants import ChangeKind, Entry, Glossary, Options
from editor.text.variants.articles import convert_article

SLIP = Slip(
    number="永发0919",
    headline="干部发展产业",
    byline=(Credit("于文静", "reporter", "全媒体记者"), Credit("范发", "photographer", "摄影")),
    editor="于晓 钟文",
    responsible_editor="周余",
    source="永州新闻网 经济日报",
    keywords=("头发", "干部"),
    origin_url="https://例子.com/发现",
    original_headline="干部发展产业",
    original_authors="于文静",
    outlets=(Outlet("微信", headline="里程碑"),),
)


def article(*blocks, slip=SLIP, variant=Variant.ZH_CN):
    return Article("0190", variant, slip, blocks)


def test_names_of_the_slip_keep_their_form_and_prose_is_converted():
    converted, _ = convert_article(article(), Variant.ZH_TW)
    slip = converted.slip
    assert converted.variant is Variant.ZH_TW
    assert slip.headline == "幹部發展產業"
    assert [credit.name for credit in slip.byline] == ["于文靜", "范發"]
    assert [credit.label for credit in slip.byline] == ["全媒體記者", "攝影"]
    assert (slip.editor, slip.responsible_editor) == ("于曉 鍾文", "周余")
    assert slip.source == "永州新聞網 經濟日報"
    assert slip.keywords == ("頭髮", "幹部")
    assert slip.outlets == (Outlet("微信", headline="里程碑"),)


def test_number_address_and_original_headline_stay():
    slip = convert_article(article(), Variant.ZH_TW)[0].slip
    assert (slip.number, slip.origin_url) == (SLIP.number, SLIP.origin_url)
    assert (slip.original_headline, slip.original_authors) == (SLIP.original_headline, SLIP.original_authors)


def test_a_name_of_the_byline_keeps_its_form_in_the_text_without_a_title():
    converted, _ = convert_article(article(paragraph("在山上，于文静看到了范发。位于山顶的范围很大。")), Variant.ZH_TW)
    assert block_text(converted.blocks[0]) == "在山上，于文靜看到了范發。位於山頂的範圍很大。"


def test_marks_inside_a_word_do_not_mislead_the_conversion():
    runs = (
        Run("他去"),
        Run("理", frozenset({Mark.STRONG})),
        Run("发"),
        Run("，头", href="https://x.cn/发"),
        Run("发白"),
    )
    converted, _ = convert_article(article(Paragraph(runs)), Variant.ZH_TW)
    assert [run.text for run in converted.blocks[0].runs] == ["他去", "理", "髮", "，頭", "髮白"]
    assert [(run.marks, run.href) for run in converted.blocks[0].runs] == [(run.marks, run.href) for run in runs]


def test_blocks_of_every_kind_keep_their_shape():
    cells = ((Run("头发"),), (Run("干部"),))
    blocks = (
        Heading((Run("发展"),), 3),
        Quote(((Run("里程"),), (Run("心里"),))),
        ListBlock((Item((Run("后天"),), 1, ordered=True),)),
        Image("asset:发", "头发", "于文静", "面条"),
        Rule(),
        Table((cells,), header=False),
        Footnote("注发", (Run("注发"),)),
    )
    converted, _ = convert_article(article(*blocks), Variant.ZH_TW)
    heading, quote, items, image, rule, table, note = converted.blocks
    assert heading == Heading((Run("發展"),), 3)
    assert block_text(quote) == "里程\n心裡"
    assert items == ListBlock((Item((Run("後天"),), 1, ordered=True),))
    assert image == Image("asset:发", "頭髮", "于文靜", "麵條")
    assert rule == Rule()
    assert block_text(table) == "頭髮\t幹部"
    assert not table.header
    assert note == Footnote("注发", (Run("注發"),))


def test_changes_say_in_which_field_or_block_they_are():
    body = article(Rule(), ListBlock((Item((Run("一"),)), Item((Run("头发"),)))))
    converted, changes = convert_article(body, Variant.ZH_TW)
    places = {(found.field, found.index, found.change.start, found.change.after) for found in changes}
    assert ("headline", None, 0, "幹") in places
    assert ("keywords", 0, 1, "髮") in places
    assert ("blocks", 1, 2, "頭") in places
    assert ("byline", 0, 0, "于文靜") in places
    for found in changes:
        if found.field == "blocks":
            text = block_text(body.blocks[found.index])
            assert text[found.change.start : found.change.end] == found.change.before
    assert block_text(converted.blocks[1]) == "一\n頭髮"


def test_a_longer_glossary_entry_moves_the_borders_of_runs():
    glossary = Glossary((Entry("发小", "從小一起長大的朋友"),))
    runs = (Run("他的发", frozenset({Mark.STRONG})), Run("小和"), Run("头发"))
    converted, changes = convert_article(article(Paragraph(runs)), Variant.ZH_TW, Options(glossary=glossary))
    assert [run.text for run in converted.blocks[0].runs] == ["他的從小一起長大的朋友", "和", "頭髮"]
    assert any(found.change.kind is ChangeKind.PROTECTED and found.field == "blocks" for found in changes)


def test_an_article_in_the_target_is_left_alone():
    body = article(paragraph("后天的头发"), variant=Variant.ZH_HANT)
    converted, changes = convert_article(body, Variant.ZH_TW)
    assert converted.blocks == body.blocks
    assert converted.slip == body.slip
    assert not changes
