"""The preview: it says what the page will say, in the right shapes, live, and only while somebody looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest

from editor.article import Credit, Note, Origin, Slip
from editor.markup.reader import read
from ui.preview.pane import PreviewPane
from ui.preview.sent import TALLEST, Sender, cuts, document_of, drawn, parts_of
from ui.preview.setting import Text, set_text
from ui.preview.sizes import ALL, DESKTOP, PHONE, PRINT, Kind
from ui.theme.tokens import DARK, LIGHT

MARKDOWN = """\
清水河综合治理工程全线完工，**近两万名群众**受益[^1]。

![河畔](asset:{asset} "9月18日，清水河畔。")

## 一条河的十年

> 治水要一任接着一任干。

- 新建护岸12.6公里
- 改造泵站5座

| 乡镇 | 护岸 |
| --- | --- |
| 柳溪镇 | 5.2 |

详见[公告](https://example.com/a)。

[^1]: 据统计年鉴。
""".format(asset="1" * 64)
SLIP = Slip(
    kicker="治水十年",
    headline="清水河治理工程完工",
    subheadline="三个乡镇受益",
    byline=(Credit("周晓禾", "reporter", "记者"), Credit("陈立言", "stringer", "通讯员")),
    source="清水日报",
    responsible_editor="何一苇",
    editor="何一苇",
    published_at="2021-09-19T21:44:50+08:00",
    keywords=("治水",),
)


def picture(source):
    """A landscape for every picture of the library."""
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return (image, 600) if source.startswith("asset:") else None


def document(text, sizes=PHONE, tokens=LIGHT, show=picture):
    made = QTextDocument()
    set_text(made, text, sizes, tokens, show)
    made.setTextWidth(sizes.measure)
    return made


def pictures_of(article, mark, show):
    made = document_of(article, show)
    return [list(drawn(made, part, mark))[-1] for part in parts_of(made)]


def lines(made):
    return [line.strip() for line in made.toPlainText().replace("\ufffc", "▢").split("\n")]


def text(markdown=MARKDOWN, slip=SLIP, variant="zh-CN", passed=()):
    return Text(slip, read(markdown), variant, passed)


def test_it_says_what_the_page_will_say_in_its_order(qapp):
    said = lines(document(text(passed=("林知远", "宋清和"))))
    order = (
        "治水十年",
        "清水河治理工程完工",
        "三个乡镇受益",
        "记者 周晓禾　通讯员 陈立言",
        "2021年9月19日 21:44　来源：清水日报",
        "清水河综合治理工程全线完工，近两万名群众受益1。",
        "▢",
        "9月18日，清水河畔。",
        "一条河的十年",
        "治水要一任接着一任干。",
        "详见公告。",
        "1. 据统计年鉴。",
        "责编：何一苇　一审：林知远　二审：宋清和",
    )
    places = [said.index(line) for line in order]
    assert places == sorted(places)


def test_it_says_the_same_as_the_page_that_is_published(qapp):
    import re

    from editor.publish.formats import html
    from tests.editor.publish.sample_packages import package, png

    one = package(pictures=(png(),))
    passed = tuple(sign.name for sign in one.proof.sign_offs)
    shown = Text(one.article.slip, one.article.blocks, str(one.article.variant), passed)
    page = html.render(one).decode()
    plain = re.sub(r"\s", "", re.sub(r"<[^>]*>", "", page[page.index("<main") :]))
    ours = [re.sub(r"[\s　]", "", line) for line in lines(document(shown))]
    said = [line for line in ours if line not in {"", "▢"} and not line.startswith(("#", "•", "1."))]
    missing = [line for line in said if line.removesuffix("。") not in plain and "：" not in line]
    assert not missing


def test_a_reprint_says_so_and_where_it_is_from(qapp):
    slip = Slip(headline="题", source="石溪日报", origin=Origin.REPRINT, original_headline="原来的题")
    said = lines(document(text("正文。\n", slip)))
    assert "来源：石溪日报　转载" in said
    assert "原标题：原来的题" in said


def test_a_picture_that_is_not_here_leaves_its_caption(qapp):
    said = lines(document(text(), show=lambda _source: None))
    assert "▢" not in said
    assert "9月18日，清水河畔。" in said


@pytest.mark.parametrize(("variant", "family"), [("zh-CN", "SC"), ("zh-TW", "TC"), ("zh-HK", "HK")])
@pytest.mark.parametrize("sizes", [PHONE, PRINT])
def test_the_shapes_are_those_of_the_variant(qapp, variant, family, sizes):
    made = document(text(variant=variant), sizes)
    for number in range(made.blockCount()):
        block = made.findBlockByNumber(number)
        font = block.charFormat().font() if not block.length() > 1 else block.begin().fragment().charFormat().font()
        if "Noto" in QFontInfo(font).family():
            assert QFontInfo(font).family().endswith(family)
    if variant != "zh-CN":
        body = made.findBlockByNumber(made.blockCount() - 1).begin().fragment().charFormat().font()
        assert any(tag.toString() == b"locl" or "locl" in str(tag.toString()) for tag in body.featureTags())


def test_paragraphs_have_an_indent_of_two_characters_and_headings_none(qapp):
    made = document(text())
    of = {made.findBlockByNumber(n).text(): made.findBlockByNumber(n) for n in range(made.blockCount())}
    paragraph = next(block for line, block in of.items() if line.startswith("清水河综合"))
    assert paragraph.blockFormat().textIndent() == 2 * PHONE.body
    assert of["一条河的十年"].blockFormat().textIndent() == 0
    assert paragraph.blockFormat().lineHeight() == round(1.75 * PHONE.body)


@pytest.mark.parametrize("sizes", list(ALL.values()), ids=list(ALL))
def test_no_picture_is_wider_than_the_lines(qapp, sizes):
    made = document(text(), sizes)
    assert made.idealWidth() <= sizes.measure + 1


def test_what_no_font_can_show_or_qt_takes_for_a_command_is_drawn_as_a_box(qapp):
    assert "一□二□三" in lines(document(text("一\ufffc二\ufdd0三\n")))


def test_paper_is_white_and_the_site_follows_the_theme(look, qtbot):
    from ui.theme.tokens import ThemeName

    look.use(ThemeName.DARK)
    pane = PreviewPane(look, picture)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    for kind, ground in ((Kind.PHONE, DARK.surface), (Kind.PRINT, LIGHT.surface)):
        pane.choose(kind)
        pane.show_text(text())
        middle = pane.paper.grab().toImage().pixelColor(pane.paper.viewport().width() // 2, 16)
        assert middle.name().upper() == ground


def test_a_long_text_has_several_sheets_and_all_can_be_scrolled_to(look, qtbot):
    pane = PreviewPane(look, picture, large=True)
    qtbot.addWidget(pane)
    pane.resize(860, 700)
    pane.show()
    pane.choose(Kind.PRINT)
    pane.show_text(text("春灌开闸放水，值班人员记录水位。" * 12 + "\n\n" + MARKDOWN * 6))
    assert pane.paper.pages > 2
    bar = pane.paper.verticalScrollBar()
    assert bar.maximum() > pane.paper.pages * PRINT.height * 0.8 - 700


def begun(opened):
    """A new article lies on the desk."""
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("春灌开闸。")


def test_the_tab_shows_what_is_written_soon_after_the_keys_rest(opened, out):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.inspector.choose("preview")
    QTest.keyClicks(opened.desktop.desk.heading.headline, "Bridge opened")
    QTest.keyClicks(opened.desktop.writing.body, "The bridge was opened today.")
    opened.until(lambda: "The bridge was opened today." in lines(out.preview.pane.paper.document))
    assert "Bridge opened" in lines(out.preview.pane.paper.document)


def test_nothing_is_set_while_nobody_looks(opened, out):
    begun(opened)
    opened.desktop.inspector.choose("proof")
    before = out.preview.pane.paper.document.toPlainText()
    QTest.keyClicks(opened.desktop.writing.body, "XYZ")
    QTest.qWait(400)
    assert out.preview.pane.paper.document.toPlainText() == before
    opened.desktop.inspector.choose("preview")
    opened.until(lambda: "XYZ" in out.preview.pane.paper.document.toPlainText())


def test_the_large_preview_stands_in_the_middle_and_esc_goes_back(opened, out):
    begun(opened)
    opened.do("view.preview")
    assert out.preview.large.isVisible()
    assert out.preview.large.paper.sizes is DESKTOP
    QTest.keyClick(out.preview.large.paper, Qt.Key.Key_Escape)
    assert not out.preview.large.isVisible()
    assert opened.desktop.desk.article_shown


def test_each_size_has_a_button_with_a_name(opened, out):
    begun(opened)
    opened.desktop.inspector.choose("preview")
    for kind in Kind:
        button = out.preview.pane.buttons[kind]
        assert button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert out.preview.pane.paper.sizes is ALL[kind]


def test_the_picture_for_review_is_as_wide_as_a_phone_and_marked_all_over(qapp):
    plain = text("春灌。\n" * 2, Slip(headline="题"))
    image = pictures_of(plain, "送审稿", picture)[0]
    assert image.width() == PHONE.width * 2
    unmarked = pictures_of(plain, " ", picture)[0]
    assert image.size() == unmarked.size()
    assert image != unmarked
    edge = image.pixelColor(4, 4).name().upper()
    assert edge == LIGHT.red.ground
    assert image.pixelColor(4, image.height() - 4).name().upper() == LIGHT.red.ground


def test_a_very_long_article_becomes_several_pictures_and_no_line_is_cut(qapp):
    long = text("\n\n".join(f"第{n}段。" + "春灌开闸放水，值班人员记录水位。" * 9 for n in range(140)) + "\n")
    images = pictures_of(long, "送审稿", picture)
    assert len(images) > 1
    assert all(image.height() <= TALLEST for image in images)
    made = document(long)
    parts = cuts(made, 5000)
    assert parts[0][0] == 0
    assert parts[-1][1] == made.size().height()
    assert [end for _, end in parts[:-1]] == [start for start, _ in parts[1:]]
    layout = made.documentLayout()
    tops = {
        round(
            layout.blockBoundingRect(made.findBlockByNumber(n)).top() + made.findBlockByNumber(n).layout().lineAt(k).y()
        )
        for n in range(made.blockCount())
        for k in range(made.findBlockByNumber(n).layout().lineCount())
    }
    assert all(round(start) in tops for start, _ in parts[1:])


def test_ctrl_shift_c_puts_the_picture_on_the_clipboard(opened, out):
    begun(opened)
    opened.window.activateWindow()
    QTest.keyClick(opened.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    opened.until(lambda: not out.preview.sending.busy)
    image = QGuiApplication.clipboard().image()
    assert image.width() == PHONE.width * 2
    assert opened.desktop.status.news


def test_pictures_of_a_long_article_are_made_while_the_window_goes_on(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.preview.sent.TALLEST", 5000)
    long = text("\n\n".join(f"第{n}段。" + "春灌开闸放水，值班人员记录水位。" * 9 for n in range(20)) + "\n")
    turns = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start()
    sender = Sender()
    with qtbot.waitSignal(sender.ready, timeout=30000) as ready:
        sender.begin(long, "送审稿", picture, str(tmp_path))
    files = ready.args[0]
    assert len(files) > 1
    assert all(QImage(file).width() == PHONE.width * 2 for file in files)
    assert len(turns) > 5
    assert not sender.busy


def test_pictures_that_cannot_be_written_are_told(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.preview.sent.TALLEST", 5000)
    long = text("\n\n".join(f"第{n}段。" + "春灌开闸放水，值班人员记录水位。" * 9 for n in range(20)) + "\n")
    sender = Sender()
    with qtbot.waitSignal(sender.failed, timeout=30000):
        sender.begin(long, "送审稿", picture, str(tmp_path / "nowhere"))


def test_a_corrected_article_shows_its_notes_before_anybody_signs(qapp):
    slip = Slip(headline="题", corrections=(Note("“甲”应为“乙”。", "2021-09-20"),))
    said = lines(document(text(slip=slip)))
    assert "更正说明（2021年9月20日）：“甲”应为“乙”。" in said
