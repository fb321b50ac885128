"""The message table: complete in every language, the same placeholders, and every key that the code names is there."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

import resources
from tests.architecture.sources import name, shipped, tree

TABLE = resources.messages()
HAN = re.compile(r"[一-鿿]")


def placeholders(sentence: str) -> set[str]:
    """Names of the values that a sentence needs."""
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}


def words(sentence: str) -> str:
    """A sentence without its placeholders."""
    return "".join(literal for literal, _, _, _ in Formatter().parse(sentence))


@pytest.mark.parametrize("key", TABLE)
def test_a_sentence_is_there_in_every_language_with_the_same_placeholders(key):
    sentences = TABLE[key]
    assert set(sentences) == set(resources.LANGUAGES)
    assert all(text.strip() for text in sentences.values())
    needed = {language: placeholders(text) for language, text in sentences.items()}
    assert needed["en"] == needed["zh_CN"]
    if re.search("[A-Za-z]", words(sentences["en"])):
        assert HAN.search(words(sentences["zh_CN"])), "not translated"
    assert all(field.isidentifier() for field in needed["en"]), "placeholders have names"


def _keywords(call: ast.Call) -> set[str] | None:
    """Names of the values handed over; None when they are not written there."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else set(names)


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def error_of(call: ast.Call) -> tuple[str, set[str] | None] | None:
    """Key and values of an EditorError made here."""
    match call.func:
        case ast.Name(id="EditorError") | ast.Attribute(value=ast.Name(id="EditorError")):
            code = _literal(call.args[0]) if call.args else None
            return (f"error.{code}", _keywords(call)) if code else None
    return None


def sentence_of(call: ast.Call) -> tuple[str, set[str] | None] | None:
    """Key and values of a sentence asked for here."""
    match call.func:
        case ast.Name(id="sentence") | ast.Attribute(attr="sentence"):
            key = _literal(call.args[0]) if call.args else None
            return (key, _keywords(call)) if key else None
    return None


def finding_of(call: ast.Call) -> tuple[str, set[str] | None] | None:
    """Key and values of a finding made here."""
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    key = _literal(given.get("message"))
    if not key:
        return None
    match given.get("values"):
        case None:
            return key, set() if None not in given else None
        case ast.Dict(keys=keys) if all(_literal(part) for part in keys):
            return key, {str(_literal(part)) for part in keys}
    return key, None


def uses(node: ast.Module) -> list[tuple[int, str, set[str] | None]]:
    """Line, key and values of every use of the message table in a file that is written out there."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    found = [(call.lineno, use(call)) for call in calls for use in (error_of, sentence_of, finding_of)]
    return [(line, *use) for line, use in found if use]


def test_every_key_and_every_value_that_the_code_names_is_in_the_table():
    wrong = []
    for path in shipped():
        for line, key, given in uses(tree(path)):
            if key not in TABLE:
                wrong.append(f"{name(path)}:{line} no sentence {key}")
            elif given is not None and not placeholders(TABLE[key]["en"]) <= given:
                wrong.append(f"{name(path)}:{line} {key} needs {placeholders(TABLE[key]['en']) - given}")
    assert not wrong, "\n".join(wrong)


def test_every_key_in_quotes_is_in_the_table():
    rooms = "|".join(sorted({key.split(".")[0] for key in TABLE}))
    shape = re.compile(rf"(?:{rooms})(?:\.\w*[A-Za-z0-9])+")
    wrong = [
        f"{name(path)}:{node.lineno} {node.value}"
        for path in shipped()
        for node in ast.walk(tree(path))
        if _literal(node) and shape.fullmatch(node.value) and node.value not in TABLE
    ]
    assert not wrong, "\n".join(wrong)


def test_no_sentence_is_left_over():
    quoted, beginnings = set(), set()
    for path in shipped():
        for node in ast.walk(tree(path)):
            if _literal(node):
                quoted |= {node.value, f"error.{node.value}"}
            elif isinstance(node, ast.JoinedStr) and node.values and (start := _literal(node.values[0])):
                beginnings.add(start)
    made = tuple(start for start in beginnings if "." in start)  # f"check.{rule}"
    left_over = [key for key in TABLE if key not in quoted and not key.startswith(made)]
    assert not left_over, "\n".join(left_over)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("raise EditorError.refused('own_text', name=n)", ("error.own_text", {"name"})),
        ("raise EditorError('x', Exit.DONE)", ("error.x", set())),
        ("EditorError.library('busy', **more)", ("error.busy", None)),
        ("resources.sentence('a.b', lang, count=1)", ("a.b", {"count"})),
        ("Finding('P01', s, 't', message='check.p01')", ("check.p01", set())),
        ("Finding('P01', s, 't', message='check.p01', values={'a': b})", ("check.p01", {"a"})),
        ("Finding('P01', s, 't', message='check.p01', values=v)", ("check.p01", None)),
    ],
)
def test_the_rule_reads_the_ways_in_which_keys_are_named(code, expected):
    assert [use[1:] for use in uses(ast.parse(code))] == [expected]
