"""What a conversion promises besides the right characters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Variant
from editor.errors import EditorError
from editor.text.variants import (
    ChangeKind,
    Entry,
    Glossary,
    Options,
    convert,
    convert_text,
    detect,
    name_form,
)
from editor.text.variants.alignment import differing
from editor.text.variants.converters import bare, converter
from editor.text.variants.routes import Config
from tests.growth import assert_proportional

CN, TW, HK, HANS, HANT = Variant.ZH_CN, Variant.ZH_TW, Variant.ZH_HK, Variant.ZH_HANS, Variant.ZH_HANT

PIECES = [
    *(
        "记者于文静报道",
        "编辑：于晓 ",
        "明天后天",
        "头发发展",
        "一只鸟",
        "5只羊",
        "干部",
        "后",
        "里",
        "面",
        "范",
        "于",
        "余",
    ),
    *(
        "公布",
        "了解",
        "“引号”",
        "‘内’",
        "\n",
        "。",
        "，",
        "**",
        "`发现`",
        "https://a.cn/发现",
        "[发](u/发)",
        "a@b.cn",
        "。\n\n",
    ),
    *(
        "图片发.jpg",
        "「ありがとう後」",
        "😀",
        "𠮷",
        "ABC 12",
        "　",
        "位於",
        "裡面著作",
        "妳們",
        "甚麼",
        "\ue000",
        "-{发|發}-",
        "\t",
    ),
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=14).map("".join)
DIRECTIONS = st.sampled_from([(CN, TW), (CN, HK), (TW, CN), (HK, CN), (TW, HK), (HK, TW), (HANS, HANT), (HANT, HANS)])


def rebuilt(text, changes):
    pieces, position = [], 0
    for change in changes:
        assert text[change.start : change.end] == change.before
        assert change.start >= position
        pieces += (text[position : change.start], change.after)
        position = change.end
    return "".join([*pieces, text[position:]])


@given(TEXTS, DIRECTIONS, st.booleans(), st.booleans())
@settings(deadline=None, max_examples=150, derandomize=True)
def test_the_changes_put_into_the_source_give_the_result(text, direction, quotes, words):
    text = text.encode("utf-8", "ignore").decode("utf-8")
    source, target = direction
    options = Options(quotes=quotes, words=words)
    conversion = convert(text, target, source=source, options=options)
    assert rebuilt(text, conversion.changes) == conversion.text
    assert convert_text(text, target, source=source, options=options) == conversion.text
    assert conversion.text.count("\n") == text.count("\n")


@given(TEXTS, st.sampled_from([(CN, HANS), (TW, HANT), (HANT, TW), (HK, HK), (CN, CN)]))
@settings(deadline=None, max_examples=40, derandomize=True)
def test_a_text_in_the_target_comes_out_as_it_is(text, pair):
    source, target = pair
    conversion = convert(text, target, source=source)
    assert conversion.text == text
    assert not conversion.changes


def test_an_empty_text_stays_empty_and_the_last_line_feed_stays():
    assert convert_text("", TW) == ""
    assert convert_text("头发\n", TW) == "頭髮\n"
    assert convert_text("头发", TW) == "頭髮"
    assert convert_text("头发\r\n\r\n", TW) == "頭髮\r\n\r\n"


def test_half_a_character_stays_where_it_is():
    text = "头\ud800发\ufdd0\udfff展"
    assert convert_text(text, TW, source=CN) == "頭\ud800發\ufdd0\udfff展"
    assert detect("\ud800").variant is None
    conversion = convert(text, TW, source=CN)
    assert rebuilt(text, conversion.changes) == conversion.text


class TestKinds:
    def changes(self, text, target=TW, source=CN, **options):
        return {
            change.before: change for change in convert(text, target, source=source, options=Options(**options)).changes
        }

    def test_one_to_one(self):
        change = self.changes("风")["风"]
        assert change.kind is ChangeKind.ONE_TO_ONE
        assert change.candidates == ()

    def test_one_to_many_is_what_the_table_of_characters_chose(self):
        change = self.changes("他说：发")["发"]
        assert change.kind is ChangeKind.ONE_TO_MANY
        assert set(change.candidates) >= {"發", "髮"}
        assert change.candidates[0] == change.after

    def test_word_is_what_a_word_chose(self):
        change = self.changes("头发")["发"]
        assert change.kind is ChangeKind.WORD
        assert change.after == "髮"
        assert set(change.candidates) >= {"發", "髮"}

    def test_protected_is_what_the_glossary_or_a_name_says(self):
        glossary = Glossary((Entry("悉尼", "雪梨", TW),))
        changes = self.changes("记者钟文静在悉尼", glossary=glossary)
        assert changes["悉尼"].kind is ChangeKind.PROTECTED
        assert changes["钟文静"].kind is ChangeKind.PROTECTED
        assert changes["钟文静"].after == "鍾文靜"

    def test_candidates_have_the_forms_of_the_region(self):
        assert "裡" in self.changes("里", TW)["里"].candidates
        assert "裏" in self.changes("里", HK)["里"].candidates

    def test_backwards_a_character_with_two_readings_is_one_to_many(self):
        assert self.changes("徵", CN, TW)["徵"].kind is ChangeKind.ONE_TO_MANY
        assert self.changes("長", CN, TW)["長"].kind is ChangeKind.ONE_TO_ONE

    def test_offsets_count_code_points_of_the_source(self):
        conversion = convert("𠮷😀头发", TW, source=CN)
        assert [(change.start, change.end) for change in conversion.changes] == [(2, 3), (3, 4)]

    def test_records_are_the_same_one_by_one_and_all_at_once(self):
        for text in ("记者钟文静发现头发", "后" * 5, "", "永州头发"):
            options = Options(glossary=Glossary((Entry("永州", "永州（湖南）"),)))
            changes = convert(text, TW, source=CN, options=options).changes
            assert list(changes) == [changes[index] for index in range(len(changes))]
            assert all(change.end == change.start + len(change.before) for change in changes)

    def test_undecided_characters_that_stay_are_doubtful(self):
        conversion = convert("他的面，记者范文静", TW, source=CN)
        assert [change.before for change in conversion.doubtful] == ["面"]
        assert not [change for change in conversion.changes if change.before == change.after]

    def test_a_name_that_stays_is_doubtful(self):
        conversion = convert("干部于某", TW, source=CN)
        assert [change.before for change in conversion.doubtful] == ["于某"]


class TestGlossary:
    TOML = """
protected = ["界面新闻", "头发"]

[[entry]]
from = "悉尼"
to = "雪梨"
variant = "zh-TW"

[[entry]]
from = "永州"
to = "永州（湖南）"
"""

    def test_entries_hold_for_their_variant_and_protected_words_for_all(self):
        options = Options(glossary=Glossary.from_toml(self.TOML))
        assert convert_text("界面新闻在悉尼的头发", TW, source=CN, options=options) == "界面新闻在雪梨的头发"
        assert convert_text("界面新闻在悉尼的头发", HK, source=CN, options=options) == "界面新闻在悉尼的头发"

    def test_a_longer_form_moves_nothing_else(self):
        options = Options(glossary=Glossary.from_toml(self.TOML))
        conversion = convert("在永州头发展览馆发展", TW, source=CN, options=options)
        assert conversion.text == "在永州（湖南）头发展覽館發展"
        assert rebuilt("在永州头发展览馆发展", conversion.changes) == conversion.text

    def test_the_glossary_wins_over_names_and_house_forms(self):
        options = Options(glossary=Glossary((Entry("于文静", "於文靜"), Entry("公布", "公佈"))))
        assert convert_text("记者于文静公布", TW, source=CN, options=options) == "記者於文靜公佈"

    def test_addresses_win_over_the_glossary(self):
        options = Options(glossary=Glossary((Entry("悉尼", "雪梨"),)))
        assert convert_text("https://a.cn/悉尼 悉尼", TW, source=CN, options=options) == "https://a.cn/悉尼 雪梨"

    @pytest.mark.parametrize(
        "text", ["[[entry]\n", '[[entry]]\nfrom = "甲"', '[[entry]]\nfrom = 1\nto = "乙"', "entry = 5"]
    )
    def test_an_unreadable_glossary_is_refused(self, text):
        with pytest.raises(EditorError) as failure:
            Glossary.from_toml(text)
        assert failure.value.code == "glossary_unreadable"


class TestNames:
    def test_the_register_holds_anywhere_but_not_inside_other_words(self):
        options = Options(names=frozenset({"于敏", "余文"}))
        assert (
            convert_text("学者于敏过于敏感，余文在场", TW, source=CN, options=options) == "學者于敏過於敏感，余文在場"
        )

    def test_a_name_by_itself(self):
        assert name_form("于文静", TW, source=CN) == "于文靜"
        assert name_form("钟余", HK, source=HANS) == "鍾余"
        assert name_form("王著", CN, source=TW) == "王著"
        assert name_form("张徵", CN, source=CN) == "张徵"

    def test_a_name_once_told_holds_through_the_text(self):
        assert convert_text("于文静来了。记者于文静说", TW, source=CN) == "于文靜來了。記者于文靜說"


class TestMarkup:
    MARKDOWN = (
        '# 发展\n\n见[发现](https://www.例子.com/发现 "发展")与![头发](images/发现.png)和 `发现` 与 <https://例子.com/后>。\n\n'
        "```text\n发现\n```\n\n邮箱 发现@例子.com，a.b@news.cn联系。网址https://a.cn/b了解，www.sina.com.cn发布。[^注发]\n\n"
        '[^注发]: 发展\n\n<img src="发.jpg" alt="发">\n'
    )
    CONVERTED = (
        '# 發展\n\n見[發現](https://www.例子.com/发现 "發展")與![頭髮](images/发现.png)和 `发现` 與 <https://例子.com/后>。\n\n'
        "```text\n发现\n```\n\n郵箱 发现@例子.com，a.b@news.cn聯繫。網址https://a.cn/b了解，www.sina.com.cn發佈。[^注发]\n\n"
        '[^注发]: 發展\n\n<img src="发.jpg" alt="发">\n'
    )

    def test_markdown_addresses_code_and_file_names_stay(self):
        assert convert_text(self.MARKDOWN, TW, source=CN) == self.CONVERTED

    def test_back_again_only_house_forms_differ(self):
        assert convert_text(self.CONVERTED, CN, source=TW) == self.MARKDOWN

    def test_an_open_fence_runs_to_the_end(self):
        assert convert_text("发\n~~~\n发现\n", TW, source=CN) == "發\n~~~\n发现\n"

    def test_variant_marks_of_wikis_are_text(self):
        assert convert_text("-{发现}-", TW, source=CN) == "-{發現}-"

    def test_front_matter_keeps_its_keys_and_ids(self):
        text = "---\nheadline: 发展\nnumber: 发0919\nvariant: zh-CN\n---\n头发\n"
        assert convert_text(text, TW, source=CN) == "---\nheadline: 發展\nnumber: 发0919\nvariant: zh-CN\n---\n頭髮\n"

    def test_japanese_stays(self):
        assert convert_text("展出“東京の国会”和「ありがとう後」", TW, source=CN) == "展出“東京の国会”和「ありがとう後」"

    def test_a_sentence_before_an_address_is_converted(self):
        text = "也可以发邮件到hello@example.org，请看发展报告.docx"
        assert convert_text(text, TW, source=CN) == "也可以發郵件到hello@example.org，請看发展报告.docx"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("**理**发店", "**理**髮店"),
            ("记者 **于**文静说", "記者 **于**文靜說"),
            ("~~后~~天，一**只**鸟", "~~後~~天，一**隻**鳥"),
            ("**后天**，`理**发`", "**後天**，`理**发`"),
            ("2 * 3，发*现*", "2 * 3，發*現*"),
        ],
    )
    def test_words_that_marks_cut_are_read_as_words(self, text, expected):
        conversion = convert(text, TW, source=CN)
        assert conversion.text == convert_text(text, TW, source=CN) == expected
        assert rebuilt(text, conversion.changes) == expected

    def test_a_mark_inside_a_longer_form_stands_behind_it(self):
        options = Options(glossary=Glossary((Entry("永州", "永州（湖南）"),)))
        conversion = convert("在**永**州", TW, source=CN, options=options)
        assert conversion.text == "在**永州（湖南）**"
        assert rebuilt("在**永**州", conversion.changes) == conversion.text

    def test_paragraphs_in_the_target_stay_whatever_the_others_are(self):
        text = "他们发现了问题。\n\n皇后幹的，發現后。\n\n后天见"
        assert convert_text(text, TW, source=CN) == "他們發現了問題。\n\n皇后幹的，發現后。\n\n後天見"
        assert convert_text("他們發現。\n他们说：著手。", CN, source=TW) == "他们发现。\n他们说：著手。"

    def test_a_decimal_or_a_sentence_with_a_point_is_no_file_name(self):
        assert convert_text("增长3.5个百分点. 头发", TW, source=CN) == "增長3.5個百分點. 頭髮"


@given(
    st.lists(
        st.sampled_from("发后里干面台只于余范钟征周制系复松云谷斗表出卷冲并占尽向头理天明一两三公心国家具备准关列，。"),
        max_size=30,
    ).map("".join)
)
@settings(deadline=None, max_examples=100, derandomize=True)
def test_leaving_out_the_segmentation_changes_nothing(text):
    assert converter(Config.S2TW)(text) == bare(Config.S2TW)(text)
    traditional = bare(Config.S2TW)(text)
    assert converter(Config.TW2S)(traditional) == bare(Config.TW2S)(traditional)


def test_importing_the_package_does_not_load_opencc():
    code = "import sys, editor.text.variants; print(sorted({'opencc', 'rjieba', 'ahocorasick_rs'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "unit", ["a.b发", "`发", "``发`", "[^", "][", "“の", "@发", "<a发", "记者 于文静 ", "某某于某", "明天后天"]
)
def test_time_grows_with_the_text_not_with_its_square(unit):
    convert_text(unit * 1000, TW, source=CN)
    assert_proportional(
        lambda: convert_text(unit * 1500, TW, source=CN),
        lambda: convert_text(unit * 12000, TW, source=CN),
        times=30,
        slack=0.2,
    )


@given(st.text(max_size=20), st.data())
@settings(deadline=None, max_examples=60, derandomize=True)
def test_every_difference_between_two_texts_is_seen(before, data):
    after = "".join(data.draw(st.sampled_from([character, "后", "Ā", "\U00020bb7", "\x01"])) for character in before)
    assert differing(before, after) == [
        place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other
    ]
