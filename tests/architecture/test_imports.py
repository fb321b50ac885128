"""The newsroom works without a screen: no module of the core brings in Qt, not even by a road that linters miss."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.architecture.sources import ROOT

BAN = """
import importlib, importlib.abc, json, pkgutil, sys

class Ban(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ImportError(f"banned here: {name}")
        return None

sys.meta_path.insert(0, Ban())
sys.path.insert(0, sys.argv[1])
"""
EVERY_MODULE = """
import editor
names = [module.name for module in pkgutil.walk_packages(editor.__path__, "editor.")]
for name in [*names, "main", "resources"]:
    importlib.import_module(name)
print(json.dumps(names))
"""


def _child(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BAN + code, str(ROOT)], capture_output=True, text=True, check=False)


def test_every_module_of_the_core_is_imported_without_qt_and_without_windows():
    result = _child(EVERY_MODULE)
    assert result.returncode == 0, result.stderr
    assert "editor.markup.blocks" in json.loads(result.stdout)


def test_the_ban_would_be_noticed():
    result = _child("import PySide6")
    assert "banned here: PySide6" in result.stderr
    assert result.returncode == 1
