"""The files that the rules of the house are tried on."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("editor", "ui", "resources")


@cache
def shipped() -> tuple[Path, ...]:
    """Every Python file that is shipped."""
    found = [path for folder in SHIPPED for path in sorted((ROOT / folder).rglob("*.py"))]
    return (*found, ROOT / "main.py")


@cache
def python_files() -> tuple[Path, ...]:
    """Every Python file of ours."""
    others = [path for folder in ("tests", "benchmarks", ".ci") for path in sorted((ROOT / folder).rglob("*.py"))]
    return (*shipped(), *others)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    """A file's name as a person writes it."""
    return path.relative_to(ROOT).as_posix()
