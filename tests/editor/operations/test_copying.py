"""Review copies: what they say of the text, line by line, and that nothing unsigned passes for signed."""

from __future__ import annotations

from editor.operations import copying, picturing, reviewing
from editor.publish.formats import review_pdf
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    TEXT,
    WRITER,
    change,
    own_article,
    passed,
)
from tests.editor.publish.sample_packages import png


def test_a_draft_is_marked_as_unsigned_with_its_slip(desk):
    name = own_article(desk, deadline="2026-03-06T18:00:00+08:00", contact="热线 0000")
    copied = copying.review_page(desk, name)
    assert not copied.signed
    assert "未签发" in copied.html
    assert "已签发" not in copied.html
    for told in ("青禾县春灌开闸", "2026年3月6日 18:00", "热线 0000", "记者", WRITER, "尚无人签署", "值班人员每两小时"):
        assert told in copied.html


def test_the_signed_text_says_so_and_names_who_passed_it(desk):
    name = own_article(desk)
    passed(desk, name)
    copied = copying.review_page(desk, name)
    assert copied.signed
    assert "未签发" not in copied.html
    for person in (FIRST, SECOND, CHIEF):
        assert person in copied.html
    assert "第1版" in copied.html


def test_a_text_changed_after_it_was_signed_is_unsigned(desk):
    name = own_article(desk)
    passed(desk, name)
    change(desk, name, WRITER, "两成", "三成")
    copied = copying.review_page(desk, name)
    assert not copied.signed
    assert "未签发（签发后有改动）" in copied.html
    assert "三成" in copied.html


def test_a_round_half_way_shows_who_has_passed_it_and_stays_unsigned(desk):
    name = own_article(desk)
    reviewing.submit(desk, name, WRITER)
    reviewing.sign(desk, name, 1, FIRST)
    copied = copying.review_page(desk, name)
    assert not copied.signed
    assert FIRST in copied.html
    assert SECOND not in copied.html


def test_pictures_are_in_the_page_and_nothing_is_loaded(desk):
    kept = picturing.keep(desk, png())
    text = f'{TEXT}\n![水闸](asset:{kept.asset} "开闸放水。")\n\n![远方](https://example.com/a.jpg "外链图片。")\n'
    copied = copying.review_page(desk, own_article(desk, text))
    assert copied.html.count("data:image/") == 1
    assert "开闸放水。" in copied.html
    assert "外链图片。" in copied.html
    assert "https://example.com" not in copied.html


def test_what_somebody_writes_cannot_become_markup(desk):
    name = own_article(desk, "<script>alert(1)</script> 原样\n", headline="<b>题</b>", contact="</td><i>")
    html = copying.review_page(desk, name).html
    assert "<script" not in html
    assert "&lt;b&gt;题" in html
    assert "</td><i>" not in html


def test_every_line_of_the_text_has_its_number(desk):
    text = "\n\n".join(f"第{n}段：" + "春灌开闸放水，值班人员每两小时记录一次水位。" * 6 for n in range(20)) + "\n"
    pdf = review_pdf.render(copying.review_page(desk, own_article(desk, text)).html)
    assert pdf.data.startswith(b"%PDF-")
    assert pdf.pages >= 3
    assert pdf.missing == ""
    assert pdf.lines > 20 * 4


def test_lines_of_cells_beside_each_other_are_one_line(desk):
    one = review_pdf.render(copying.review_page(desk, own_article(desk, "春灌。\n")).html).lines
    table = "| 乡镇 | 面积 | 人口 |\n| --- | --- | --- |\n| 柳溪 | 5.2 | 8600 |\n| 石门 | 4.1 | 6100 |\n"
    both = review_pdf.render(copying.review_page(desk, own_article(desk, f"春灌。\n\n{table}")).html).lines
    assert both == one + 3


def test_traditional_text_is_set_with_its_own_words(desk):
    from editor.article import Slip, Variant
    from editor.operations import articles
    from editor.operations.content import Content
    from editor.operations.desk import new_id
    from editor.store import drafts

    name = new_id()
    with desk.writing() as session:
        content = Content(Variant.ZH_TW, Slip(number="0305-T", headline="春灌開閘"), "水閘已經開啟。\n")
        drafts.save(desk.library, articles.new_draft(session, name, content, ""))
        articles.refresh(session, name)
    html = copying.review_page(desk, name).html
    assert 'lang="zh-TW"' in html
    assert "未簽發" in html
    assert "未签发" not in html
