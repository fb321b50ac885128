"""What is told from the text and what is chosen by options: script and region, quotation marks, regional words."""

from __future__ import annotations

import pytest

from editor.article import Variant
from editor.errors import EditorError
from editor.text.variants import Options, config_name, convert, convert_text, detect, dictionary_version

CN, TW, HK, HANS, HANT = Variant.ZH_CN, Variant.ZH_TW, Variant.ZH_HK, Variant.ZH_HANS, Variant.ZH_HANT


class TestQuotesAndWords:
    def test_quotation_marks_stay_unless_asked_for(self):
        assert convert_text("他说“好‘字’”", TW, source=CN) == "他說“好‘字’”"
        assert (
            convert_text("他说“好‘字’”，it’s", TW, source=CN, options=Options(quotes=True)) == "他說「好『字』」，it’s"
        )
        assert convert_text("他說「好『字』」", CN, source=TW, options=Options(quotes=True)) == "他说“好‘字’”"

    def test_regional_words_only_when_asked_for_and_never_in_names(self):
        text = "软件和网络，工业和信息化部，软体动物，《软件世界》，网络安全法，永州软件公司"
        assert (
            convert_text(text, TW, source=CN)
            == "軟件和網絡，工業和信息化部，軟體動物，《軟件世界》，網絡安全法，永州軟件公司"
        )
        assert (
            convert_text(text, TW, source=CN, options=Options(words=True))
            == "軟體和網路，工業和信息化部，軟體動物，《軟件世界》，網絡安全法，永州軟件公司"
        )

    def test_no_countries_and_persons_among_regional_words(self):
        text = "特朗普访问新西兰与朝鲜"
        assert convert_text(text, TW, source=CN, options=Options(words=True)) == "特朗普訪問新西蘭與朝鮮"

    def test_quotation_marks_nest_and_come_back(self):
        text = "“他讲‘好“字”’”"
        turned = convert_text(text, HK, source=CN, options=Options(quotes=True))
        assert turned == "「他講『好「字」』」"
        assert convert_text(turned, CN, source=HK, options=Options(quotes=True)) == text

    def test_words_of_the_mainland_stay_by_default(self):
        text = "朝鲜项目智能信息支持质量文件程序窗口"
        assert convert_text(text, TW, source=CN) == "朝鮮項目智能信息支持質量文件程序窗口"


class TestSourceAndTarget:
    def test_the_source_is_told_from_the_text(self):
        assert convert("头发", TW).source is HANS
        assert convert("頭髮", CN).source is HANT
        assert convert_text("后天", TW) == "後天"
        assert convert_text("皇后", TW) == "皇后"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("明天后天。", "明天後天。"),
            ("于文静", "于文靜"),
            ("只有一只", "只有一隻"),
            ("著手", "著手"),
            ("三公里外", "三公里外"),
            ("2021年9月19日", "2021年9月19日"),
        ],
    )
    def test_short_texts_are_told_by_what_conversions_would_change(self, text, expected):
        assert convert_text(text, TW) == expected

    def test_nobody_is_asked_when_it_makes_no_difference(self):
        assert convert_text("后", CN) == "后"

    @pytest.mark.parametrize("text", ["发發", "后"])
    def test_a_tie_is_asked_about(self, text):
        assert detect(text).tie
        with pytest.raises(EditorError) as failure:
            convert(text, TW)
        assert (failure.value.code, failure.value.exit_code) == ("variant_unclear", 3)

    def test_regions_are_told_by_their_own_forms_only(self):
        assert detect("他嘅頭髮咗").variant is HK
        assert detect("網路與軟體的發展").variant is TW
        assert detect("香港的港鐵發展").variant is HANT
        assert detect("香港的發展").variant is HANT

    def test_forms_of_hong_kong_do_not_make_a_text_simplified(self):
        assert detect("着说税温脱阅群峰床里").hans <= detect("说税脱阅").hans

    def test_names_of_configurations_are_recorded(self):
        assert config_name(CN, TW) == "s2tw"
        assert config_name(HANS, HANT) == "s2tw"
        assert config_name(TW, HK) == "tw2t+t2hk"
        assert config_name(CN, HANS) == ""
        assert dictionary_version().startswith("opencc 1.")
