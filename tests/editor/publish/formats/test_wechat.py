"""The text for WeChat: nothing that it would strip, nothing lost, limits told before the first call."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

import resources
from editor.article import Credit
from editor.errors import EditorError, Exit
from editor.findings import Severity
from editor.markup.blocks import Heading, Image, block_text, paragraph
from editor.publish.formats import wechat, wechat_limits
from editor.publish.formats.notes import texts_of
from tests.editor.publish.formats.any_package import packages
from tests.editor.publish.sample_packages import package, png

UPLOADED = "http://mmbiz.qpic.cn/mmbiz_png/abc/0?wx_fmt=png"
VOID = {"br", "hr", "img"}


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def with_blocks(*blocks, **fields):
    one = package(**fields)
    return dataclasses.replace(one, article=dataclasses.replace(one.article, blocks=blocks))


def placed(one):
    return dict.fromkeys(wechat.pictures_of(one), UPLOADED)


@pytest.mark.parametrize("template", wechat.TEMPLATES)
class TestMarkup:
    def test_only_what_wechat_keeps(self, template):
        one = package(pictures=(png(),))
        page = Page(wechat.render(one, template=template, pictures=placed(one)).decode())
        assert not page.open
        assert not page.wrong
        assert {tag for tag, _ in page.elements} <= wechat.TAGS
        for tag, attributes in page.elements:
            assert set(attributes) <= {"style"} | {"img": {"src", "alt"}, "a": {"href"}}.get(tag, set())
        assert [attributes["src"] for tag, attributes in page.elements if tag == "img"] == [UPLOADED]

    def test_the_indent_stands_once_and_as_a_style(self, template):
        text = wechat.render(package(), template=template).decode()
        page = Page(text)
        assert "　　" not in text
        assert all("text-indent" not in given.get("style", "") for tag, given in page.elements if tag != "p")
        one = with_blocks(Heading(paragraph("小标题").runs), paragraph("正文。"), Image("asset:x", "图说"))
        indented = [
            part for part in wechat.render(one, template=template).decode().split("<") if "text-indent:2em" in part
        ]
        assert [part.rpartition(">")[2] for part in indented] == ["正文。"]

    def test_templates_say_how_everything_looks(self, template):
        known = set(resources.table(f"templates/formats/wechat/{template}.toml"))
        assert known == set(resources.table("templates/formats/wechat/plain.toml"))
        values = " ".join(resources.table(f"templates/formats/wechat/{template}.toml").values())
        assert not [
            word for word in ("position", "url(", "expression", "@", "!important", "var(", '"') if word in values
        ]

    @settings(max_examples=40)
    @given(one=packages())
    def test_every_character_of_every_text_is_there_and_nothing_can_run(self, template, one):
        content = wechat.render(one, template=template).decode()
        page = Page(content)
        assert not page.wrong
        assert not page.open
        assert {tag for tag, _ in page.elements} <= wechat.TAGS - {"img"}
        shown = wechat.shown_text(content)
        for block in one.article.blocks:
            pieces = [run.text for runs in texts_of(block) for run in runs] or [block_text(block)]
            assert all("".join(piece.split()) in shown for piece in pieces)

    def test_the_same_package_is_always_the_same_bytes(self, template):
        assert wechat.render(package(), template=template) == wechat.render(package(), template=template)


class TestContent:
    def test_headline_is_a_field_and_the_names_stand_at_the_foot(self):
        shown = wechat.shown_text(wechat.render(package(kicker="引题", subheadline="——副题")).decode())
        assert shown.startswith("引题——副题")
        assert "清水河治理工程第1期完工" not in shown
        assert "来源：清水日报作者：记者周晓禾通讯员陈立言责编：何一苇一审：林知远" in shown

    def test_links_out_become_figures_with_their_addresses_at_the_end(self):
        text = "见[公告](https://example.com/a)与[旧文](https://mp.weixin.qq.com/s/x)，"
        text += "再见[公告](https://example.com/a)[^1]。\n\n[^1]: 注。\n"
        content = wechat.render(package(text=text)).decode()
        page = Page(content)
        assert [given["href"] for tag, given in page.elements if tag == "a"] == ["https://mp.weixin.qq.com/s/x"]
        shown = wechat.shown_text(content)
        assert "见公告[2]与旧文，再见公告[2][1]。" in shown
        assert "[1]注。[2]https://example.com/a" in shown

    def test_a_picture_without_an_address_leaves_its_caption_and_no_other_address(self):
        one = with_blocks(Image("https://example.com/x.png", "河边。"), Image("asset:none", "又一张。"))
        content = wechat.render(one).decode()
        assert "example.com" not in content
        assert "asset:" not in content
        assert "河边。" in content

    def test_no_blank_between_elements(self):
        assert "> <" not in wechat.render(package()).decode()
        assert "\n" not in wechat.render(package()).decode()

    def test_an_unknown_template_is_told(self):
        with pytest.raises(EditorError, match="wechat_template") as caught:
            wechat.render(package(), template="x")
        assert caught.value.exit_code == Exit.USAGE


class TestLimits:
    def codes(self, one, **more):
        return [item.message.removeprefix("formats.wechat_") for item in wechat_limits.findings(one, **more)]

    def test_an_ordinary_article_has_nothing_but_its_link(self):
        one = package(pictures=(png(),), byline=package().article.slip.byline[:1])
        assert self.codes(one) == ["link"]
        assert self.codes(one, pictures=placed(one)) == ["link"]

    @pytest.mark.parametrize(
        ("length", "told"), [(32, []), (33, ["warning 32"]), (64, ["warning 32"]), (65, ["error 64"])]
    )
    def test_a_long_headline(self, length, told):
        one = with_blocks(paragraph("正文。"), headline="长" * length, byline=())
        assert [f"{item.severity} {item.values['most']}" for item in wechat_limits.findings(one)] == told

    def test_many_names_in_the_field_of_the_author(self):
        names = tuple(Credit(name, "reporter") for name in ("周晓禾", "陈立言", "何一苇", "林知远", "宋清和"))
        assert self.codes(with_blocks(paragraph("正文。"), byline=names)) == ["byline_characters"]
        assert self.codes(with_blocks(paragraph("正文。"), byline=names[:4])) == []

    def test_each_length_names_its_figure_and_where_it_was_read(self):
        one = with_blocks(paragraph("长" * 20_000), headline="题" * 65, summary="要" * 129)
        found = {item.message.removeprefix("formats.wechat_"): item for item in wechat_limits.findings(one)}
        assert set(found) == {"content_characters", "headline_characters", "summary_characters"}
        assert found["content_characters"].severity == Severity.ERROR
        assert found["content_characters"].values["most"] == "19,999"
        assert found["headline_characters"].severity == Severity.ERROR
        assert found["headline_characters"].text == "题"
        assert all(item.values["source"] for item in found.values())
        big = with_blocks(paragraph("长" * 400_000), byline=())
        assert "content_bytes" in self.codes(big)

    def test_markup_counts_too(self):
        blocks = [paragraph("长" * 100) for _ in range(140)]
        assert "content_characters" in self.codes(with_blocks(*blocks, byline=()))

    def test_a_draft_needs_a_title(self):
        assert "no_title" in self.codes(with_blocks(paragraph("正文。"), headline=""))

    def test_pictures_from_elsewhere_are_told_before_and_after_the_upload(self):
        one = package(pictures=(png(),), text='正文。\n\n![图](https://example.com/x.png "河边。")\n', byline=())
        assert self.codes(one) == ["picture_not_here"]
        own = one.article.blocks[-1].source
        assert self.codes(one, pictures={own: UPLOADED}) == ["picture_not_uploaded"]
        wrong = {own: "blob:https://x/1", "https://example.com/x.png": "https://mmbiz.qpic.cn.example.com/x"}
        assert self.codes(one, pictures=wrong) == ["picture_foreign", "picture_foreign"]
        assert not self.codes(one, pictures=dict.fromkeys(wrong, "http://127.0.0.1:9/x"), hosts={"127.0.0.1"})

    def test_the_fields_of_a_draft(self):
        draft = wechat_limits.draft_of(package(summary="一行\n二行"))
        assert (draft.title, draft.author, draft.digest) == ("清水河治理工程第1期完工", "周晓禾 陈立言", "一行 二行")
        assert draft.content == wechat.render(package(summary="一行\n二行")).decode()
