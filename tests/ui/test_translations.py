"""Every word of the window is there in Chinese, and English counts in English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

import resources
from ui import deeds

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def messages():
    """What a file of translations has: context, source, translations."""

    def read(language):
        root = ET.fromstring(resources.text(f"i18n/gaotai_{language}.ts"))
        for context in root.findall("context"):
            for message in context.findall("message"):
                told = message.find("translation")
                forms = [form.text or "" for form in told.findall("numerusform")] or [told.text or ""]
                yield context.findtext("name"), message.findtext("source"), forms

    return read


def test_every_text_has_a_translation(messages):
    for language in ("zh_CN", "en"):
        empty = [(context, source) for context, source, forms in messages(language) if not all(forms)]
        assert not empty


def test_placeholders_stay(messages):
    for context, source, forms in messages("zh_CN"):
        for form in forms:
            for found in re.findall(r"\{\w+\}|%\d", source):
                assert found in form, (context, source)


def test_every_action_of_the_window_is_called_something_in_chinese(opened):
    for deed in opened.desktop.context.actions.deeds():
        assert _CHINESE.search(deed.text), deed.name
        assert deed.english.isascii() or "…" in deed.english, deed.name
    for title in deeds.menu_titles().values():
        assert _CHINESE.search(title), title


def test_no_key_means_two_things(opened):
    keys = [key for deed in opened.desktop.context.actions.deeds() for key in deed.keys]
    assert len(keys) == len(set(keys))
