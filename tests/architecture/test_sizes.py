"""A file over 400 lines, a class over 250, a function over 50 is a sign to think again."""

from __future__ import annotations

import ast

from tests.architecture.sources import name, python_files, shipped, tree

FILE, CLASS, FUNCTION = 400, 250, 50


def _length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def test_no_file_is_too_long():
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {path: length for path, length in lengths.items() if length > FILE} == {}


def test_no_class_and_no_function_is_too_long():
    limits = {ast.ClassDef: CLASS, ast.FunctionDef: FUNCTION, ast.AsyncFunctionDef: FUNCTION}
    too_long = [
        f"{name(path)}:{node.lineno} {node.name}: {_length(node)} lines"
        for path in shipped()
        for node in ast.walk(tree(path))
        if type(node) in limits and _length(node) > limits[type(node)]
    ]
    assert not too_long, "\n".join(too_long)
