"""HTML of a body: safe by construction, right beside Chinese marks, stable."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given, settings

from editor.markup.blocks import Footnote, Image, Mark, Paragraph, Run, paragraph
from editor.markup.html import to_html
from editor.markup.reader import read
from editor.markup.sanitize import sanitized
from tests.editor.markup.documents import documents


def html_of(*blocks, asset_url=lambda source: source, **more):
    return to_html(blocks, asset_url=asset_url, **more)


def test_every_kind_of_block_has_its_element():
    html = to_html(
        read(
            "**重点（一）**后文 <u>线</u> <s>删</s> *调* [链](http://a.example/?a=1&b=2)[^1]\n\n"
            "## 小标题\n\n- 甲\n    1. 乙\n- 丙\n\n> 引\n\n***\n\n| 甲 |\n| --- |\n| 1 |\n\n[^1]: 注\n"
        ),
        asset_url=str,
    )
    assert html == (
        "<p><strong>重点（一）</strong>后文 <u>线</u> <s>删</s> <em>调</em> "
        '<a href="http://a.example/?a=1&amp;b=2" rel="noopener">链</a>'
        '<sup id="fnref-1"><a href="#fn-1" role="doc-noteref" class="footnote-ref">1</a></sup></p>\n'
        "<h2>小标题</h2>\n<ul><li>甲<ol><li>乙</li></ol></li>\n<li>丙</li></ul>\n"
        "<blockquote>\n<p>引</p>\n</blockquote>\n<hr>\n"
        '<table>\n<thead>\n<tr><th scope="col">甲</th></tr>\n</thead>\n'
        "<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table>\n"
        '<section class="footnotes" role="doc-endnotes">\n<ol>\n'
        '<li id="fn-1">注 <a href="#fnref-1" role="doc-backlink" class="footnote-back">↩</a></li>\n</ol>\n</section>'
    )


def test_a_picture_has_the_address_that_the_caller_gives():
    picture = Image("asset:00", "图说", "张三", '"说明"<b>')
    html = html_of(picture, asset_url=lambda source: source.replace("asset:", "assets/") + ".jpg")
    assert html == (
        '<figure><img src="assets/00.jpg" alt="&quot;说明&quot;&lt;b&gt;">'
        '<figcaption>图说 <span class="credit">张三</span></figcaption></figure>'
    )
    data = "data:image/png;base64,AAAA"
    assert f'src="{data}"' in html_of(picture, asset_url=lambda _: data)


def test_an_address_that_must_not_be_loaded_is_left_out_and_the_caption_stays():
    for source in ("javascript:alert(1)", "data:text/html,x", "file:///C:/x.png", "data:image/svg+xml;base64,AA"):
        html = html_of(Image(source, "图说"))
        assert "src=" not in html
        assert "图说" in html


def test_text_that_looks_like_a_picture_of_ours_stays_text():
    text = '<img src="asset:picture-0" alt="">'
    html = html_of(paragraph(text), Image("asset:00"), asset_url=lambda _: "x.jpg")
    assert html.count("x.jpg") == 1


def test_footnotes_are_numbered_as_the_text_names_them():
    note = lambda label: Run("", note=label)  # noqa: E731
    html = html_of(
        Footnote("b", (Run("乙"),)),
        Paragraph((Run("甲"), note("a"), note("b"), note("a"))),
        Footnote("a", (Run("注甲"), note("c"))),
        Footnote("d", (Run("没有人提"),)),
        Footnote("c", (Run("注丙"),)),
        footnote_prefix="x",
    )
    assert re.findall(r'<li id="x-(.)"', html) == ["a", "b", "c", "d"]
    assert re.findall(r'href="#x-(.)" [^>]*>(\d)', html) == [("a", "1"), ("b", "2"), ("a", "1"), ("c", "3")]
    assert html.count('id="xref-a"') == 1
    assert "#xref-d" not in html


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


ALLOWED = {
    *("a", "blockquote", "br", "em", "figcaption", "figure", "h2", "h3", "hr", "img", "li", "ol", "p", "s", "section"),
    *("span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul"),
}


@settings(deadline=None, max_examples=200, derandomize=True)
@given(documents())
def test_nothing_but_the_schema_ever_comes_out(document):
    html = to_html(document, asset_url=lambda source: source)
    elements = Elements()
    elements.feed(html)
    for tag, attributes in elements.seen:
        assert tag in ALLOWED
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("href", "src"):
            assert not re.match(r"\s*(javascript|data|file|vbscript):", attributes.get(name) or "", re.IGNORECASE)
    assert sanitized(html) == html


def test_nested_marks_close_in_order():
    both = frozenset({Mark.STRONG, Mark.EMPHASIS})
    assert html_of(
        Paragraph((Run("a", frozenset({Mark.EMPHASIS})), Run("b", both), Run("c", frozenset({Mark.STRONG}))))
    ) == ("<p><em>a</em><strong><em>b</em>c</strong></p>")
