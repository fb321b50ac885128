"""What freezes a window or hides a wait has no place in shipped code."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import name, shipped, tree


def banned(node: ast.AST) -> str | None:
    """What is wrong with a piece of syntax, or None."""
    match node:
        case ast.Attribute(attr="processEvents"):
            return "processEvents re-enters the event loop in the middle of other work"
        case ast.Attribute(value=ast.Name(id="time"), attr="sleep"):
            return "time.sleep blocks whoever waits"
        case ast.ImportFrom(module="time", names=names) if any(alias.name == "sleep" for alias in names):
            return "time.sleep blocks whoever waits"
        case ast.Name(id="QThread") | ast.Attribute(attr="QThread") | ast.alias(name="QThread"):
            return "work goes to the worker processes, not to a QThread"
        case ast.alias(name=module) | ast.ImportFrom(module=str(module)) if module.split(".")[0] == "asyncio":
            return "no asyncio beside the event loop of Qt"
    return None


def test_no_shipped_file_calls_what_is_banned():
    wrong = [
        f"{name(path)}:{getattr(node, 'lineno', '?')} {reason}"
        for path in shipped()
        for node in ast.walk(tree(path))
        if (reason := banned(node))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "code",
    [
        "app.processEvents()",
        "import time\ntime.sleep(1)",
        "from time import sleep",
        "from PySide6.QtCore import QThread",
        "class Worker(QtCore.QThread): pass",
        "import asyncio.tasks",
        "from asyncio import run",
    ],
)
def test_the_rule_sees_what_it_bans(code):
    assert any(banned(node) for node in ast.walk(ast.parse(code)))


def test_the_rule_lets_other_things_pass():
    code = "import time\nfrom time import monotonic\ntime.monotonic()\nevents = process(events)"
    assert not any(banned(node) for node in ast.walk(ast.parse(code)))
