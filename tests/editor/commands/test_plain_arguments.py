"""Everyday arguments of the window mean what the grammar says they mean."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.commands.console import Console
from editor.commands.parser import build
from editor.commands.plain import window_options

_WORDS = st.sampled_from(
    ["window", "--library", "--library=/a/b", "--library=", "/a/b", "", "--quit-after-first-paint", "--json", "--as",
     "list", "tour", "-", "--", "稿.md", "--lib", "--version"]
)  # fmt: skip


@settings(deadline=None, max_examples=400, derandomize=True)
@given(st.lists(_WORDS, max_size=5))
def test_what_is_read_without_the_grammar_is_what_the_grammar_reads(arguments):
    plain = window_options(arguments)
    if plain is None:
        return
    parsed = build(Console("en")).parse_args(arguments)
    assert (parsed.command or "window") == (plain.command or "window")
    assert getattr(parsed, "library", None) == plain.library
    assert getattr(parsed, "quit_after_first_paint", False) == plain.quit_after_first_paint
    assert list(getattr(parsed, "files", [])) == plain.files


def test_the_everyday_arguments_need_no_grammar():
    assert window_options([]).library is None
    assert window_options(["--library", "/a"]).library == "/a"
    assert window_options(["window", "--library=/a", "--quit-after-first-paint"]).quit_after_first_paint


def test_everything_else_does():
    for arguments in (["list"], ["稿.md"], ["window", "稿.md"], ["--library"], ["--help"], ["--lang", "en"]):
        assert window_options(arguments) is None
