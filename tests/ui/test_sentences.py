"""Sentences of the core as the window says them: nothing in them is typed on a command line."""

from __future__ import annotations

import re

import pytest

import resources
from editor.service.messages import Failure
from ui.sentences import Sentences

OPTION = r"(?<![-\u2010-\u2015])--[a-z{…]"
COMMAND = r"`(?:gaotai|target|outbox|setting|member) |\bgaotai [a-z]|“correct |\btarget (?:add|edit|test)\b"
TYPED = re.compile(f"{OPTION}|{COMMAND}|GAOTAI_")
OF_COMMANDS = ("cli.", "argument.", "outbox.", "preflight.", "correct.begun", "window.")
"""Beginnings of keys that no window shows; ``window.`` is what it says in their place."""
OF_COMMANDS_ALONE = {"error.wrong_usage", "error.export_what", "error.demo_folder_foreign"}
SHOWN = [key for key in resources.messages() if not key.startswith(OF_COMMANDS) and key not in OF_COMMANDS_ALONE]


@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_no_sentence_that_the_window_can_show_names_what_is_typed_on_a_command_line(language):
    sentences = Sentences(language)
    told = {key: sentences.sentence(key) for key in SHOWN}
    assert {key: text for key, text in told.items() if TYPED.search(text)} == {}


def test_the_rule_finds_what_is_typed():
    assert TYPED.search("请用 --passphrase-file 指定")
    assert TYPED.search("needs --{option}.")
    assert TYPED.search("needs --….")
    assert TYPED.search("请运行“gaotai verify”检查")
    assert TYPED.search("请用 `target edit` 修改")
    assert not TYPED.search("between the lines “---” and ---")


@pytest.mark.parametrize("key", [key for key in resources.messages() if key.startswith("window.")])
def test_words_of_the_window_stand_for_a_sentence_with_the_same_or_fewer_values(key):
    def values(text):
        return set(re.findall(r"{(\w+)}", text))

    meant = resources.messages()[key.removeprefix("window.")]
    assert TYPED.search(meant["en"]), "the other sentence would do"
    assert values(resources.messages()[key]["en"]) <= values(meant["en"])


def test_a_failure_is_told_in_the_words_of_the_window():
    told = Sentences("zh_CN").of_failure(Failure(1, "secret_missing", {"name": "官网"}))
    assert "官网" in told
    assert "发布目标" in told
