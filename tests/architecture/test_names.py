"""A thing is named for what it is: nothing is a manager, a helper or a utility."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.sources import ROOT, name, shipped, tree

# As a word of its own, in either style of writing: ArticleManager, helper_for, text_utils.
EMPTY = re.compile(
    r"(?:^|_|(?<=[a-z]))(?:manager|helper|util)s?(?:$|_|(?=[A-Z]))|(?:Manager|Helper|Util)s?(?:$|(?=[A-Z_]))"
)


def test_no_name_says_nothing():
    named = [
        (path, node.lineno, node.name)
        for path in shipped()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    files = [(path, 1, part) for path in shipped() for part in path.relative_to(ROOT).with_suffix("").parts]
    wrong = [f"{name(path)}:{line} {word}" for path, line, word in [*named, *files] if EMPTY.search(word)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("word", ["ArticleManager", "helpers", "text_utils", "Helper", "UtilBox", "get_manager"])
def test_the_rule_sees_empty_names(word):
    assert EMPTY.search(word)


@pytest.mark.parametrize("word", ["Library", "utilize_space", "managed", "Managing", "LibraryStore"])
def test_the_rule_lets_other_names_pass(word):
    assert not EMPTY.search(word)
