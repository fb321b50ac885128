"""Help: every command and every argument says in both languages what it means, in lines that fit the terminal."""

from __future__ import annotations

import re

import pytest

import resources
from editor.cli import run
from editor.commands.console import Console
from editor.commands.explaining import columns, wrapped
from editor.commands.parser import TARGET_OPTIONS, build
from editor.publish.targets.folder import EXTENSIONS
from editor.publish.targets.kinds import OWN, kind

HAN = re.compile(r"[一-鿿]")


COMMANDS = build(Console("en")).commands


@pytest.fixture
def help_of(capsys, monkeypatch):
    def shown(*command: str, language: str = "en", width: int = 100) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        assert run([*command, "--help", "--lang", language]) == 0
        return capsys.readouterr().out

    return shown


@pytest.mark.parametrize("language", resources.LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_says_what_it_means(command, language, help_of):
    lines = help_of(command, language=language, width=200).splitlines()
    usage = lines.index("")
    silent = [
        line
        for line, following in zip(lines[usage:], [*lines[usage + 1 :], ""], strict=True)
        if re.match(r"  [-A-Z{]", line) and not re.search(r"\S {2,}\S", line[2:]) and not following.startswith(" " * 10)
    ]
    assert silent == []
    if language == "zh_CN":
        told = [line for line in lines[usage:] if line.startswith("  -") and re.search(r"\S {2,}\S", line[2:])]
        assert [line for line in told if not HAN.search(line)] == []


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_chinese_help_fits_the_width_of_the_terminal(command, help_of):
    lines = help_of(*command, language="zh_CN", width=80).splitlines()
    assert [line for line in lines if columns(line) > 80 and not re.search(r"\S{50}", line)] == []


def test_the_help_of_target_names_every_kind_with_every_option_and_choice(help_of):
    told = help_of("target", width=200)
    for name in OWN:
        line = next(line for line in told.splitlines() if line.split()[:1] == [name])
        for option in kind(name).options:
            assert f"--{option.name.replace('_', '-')}" in line
            assert "|".join(option.choices) in told
    assert {option.name for name in OWN for option in kind(name).options} <= set(TARGET_OPTIONS)


@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_the_help_of_export_names_every_format(language, help_of):
    told = help_of("export", language=language)
    assert [name for name in (*EXTENSIONS, "site") if not re.search(rf"\b{name}\b", told)] == []


@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_the_help_of_outbox_names_every_action(language, help_of):
    told = help_of("outbox", language=language)
    actions = next(argument for argument in COMMANDS["outbox"].arguments if argument.dest == "action").choices
    assert [name for name in actions if not re.search(rf"(?m)^{name} ", told)] == []


def test_every_sentence_of_help_belongs_to_an_argument():
    known = {name: {argument.dest for argument in parser.arguments} for name, parser in COMMANDS.items()}
    dests = {dest for found in known.values() for dest in found}
    left = []
    for key in resources.table("messages/argument.toml"):
        match key.split(".")[1:]:
            case [command, "after"] if command in known:
                pass
            case [command, dest] if dest in known.get(command, ()):
                pass
            case [dest] if dest in dests | {"choices"}:
                pass
            case _:
                left.append(key)
    assert left == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("稿件由三人审签，", 8, ["稿件由三", "人审签，"]),
        ("稿件由三人，审签", 10, ["稿件由三", "人，审签"]),
        ("one two three", 8, ["one two", "three"]),
        ("https://news.example.cn/", 8, ["https://news.example.cn/"]),
        ("", 8, []),
    ],
)
def test_lines_are_wrapped_by_what_they_take(text, width, lines):
    assert wrapped(text, width) == lines


def test_headings_are_those_of_the_language(help_of):
    assert "\n参数：\n" in help_of("list", "--all", language="zh_CN") or "\n选项：\n" in help_of(
        "list", language="zh_CN"
    )
    assert "\noptions:\n" in help_of("list")
