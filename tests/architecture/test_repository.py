"""What a stranger reads first must be true: README in two languages, changelog, notices, description of the house."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

import editor
from tests.architecture.sources import ROOT


def _read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _tracked() -> list[str]:
    if shutil.which("git") is None:
        pytest.skip("git is not here, so it cannot be told which files belong to the repository")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip(f"git cannot tell which files belong to the repository: {listing.stderr.strip()}")
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def _commands(markdown: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", markdown, flags=re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


def test_both_readmes_have_the_same_headings_and_commands():
    english, chinese = _read("README.md"), _read("README.zh-CN.md")
    levels = [re.findall(r"^#+ ", text, flags=re.MULTILINE) for text in (english, chinese)]
    assert levels[0] == levels[1]
    assert _commands(english) == _commands(chinese)
    assert {"make demo", "make test"} <= set(_commands(english))


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_file_that_a_readme_names_is_there(readme):
    linked = [target for target in re.findall(r"\]\(([^)#]+)", _read(readme)) if "://" not in target]
    assert linked
    assert [target for target in linked if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_make_target_that_a_readme_names_exists(readme):
    named = set(re.findall(r"\bmake ([a-z-]+)", _read(readme)))
    targets = set(re.findall(r"^([a-z-]+):", _read("Makefile"), flags=re.MULTILINE))
    assert {"demo", "test"} <= named & targets
    assert {name for name in named if f"`make {name}`" in _read(readme)} <= targets


def test_the_changelog_tells_the_current_version_in_the_form_of_keep_a_changelog():
    lines = _read("CHANGELOG.md").splitlines()
    heads = [line for line in lines if line.startswith("## ")]
    dated = r"## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d"
    assert heads[0] == "## [Unreleased]"
    released = [re.fullmatch(dated, head) for head in heads[1:]]
    assert all(released)
    assert released[0][1] == editor.__version__
    kinds = {line.removeprefix("### ") for line in lines if line.startswith("### ")}
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_room_of_the_core_is_described():
    described = _read("docs/architecture.md")
    rooms = [
        path.name for path in (ROOT / "editor").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    assert [room for room in rooms if room != "__init__.py" and f"editor/{room}" not in described] == []


def test_every_part_of_the_window_is_described():
    described = _read("docs/architecture.md")
    parts = [path.name for path in (ROOT / "ui").iterdir() if (path / "__init__.py").exists()]
    assert [part for part in parts if f"`ui/{part}/`" not in described] == []


@pytest.mark.parametrize("document", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_every_place_of_the_tree_that_a_document_names_is_there(document):
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = re.findall(r"`((?:editor|ui|tests|benchmarks|resources|docs)/[\w./-]*)`", text)
    linked = [target for target in re.findall(r"\]\(([^)#\s]+)\)", text) if re.fullmatch(r"[\w./-]+", target)]
    missing = [place for place in named if not (ROOT / place).exists()]
    assert missing + [target for target in linked if not (document.parent / target).exists()] == []


def test_decisions_are_numbered_and_have_every_part():
    template = re.findall(r"^## .*", _read("docs/decisions/0000-template.md"), flags=re.MULTILINE)
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
        assert text.startswith(f"# {path.name[:4]}: ")
        assert re.findall(r"^## .*", text, flags=re.MULTILINE) == template, path.name


def test_no_file_names_a_place_on_somebodys_machine():
    place = re.compile(r"(?<![\w.:~*/-])/(?:home|root|Users|w[o]rk)/")
    wrong = []
    for name in _tracked():
        text = (ROOT / name).read_bytes().decode("utf-8", errors="replace")
        wrong += [f"{name}: {hit[0]}" for hit in place.finditer(text) if not name.endswith(".lock")]
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def notices(monkeypatch):
    """The script that makes the notices, as a module."""
    spec = importlib.util.spec_from_file_location("notices", ROOT / ".ci" / "notices.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "notices", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("(GPL-2.0-only OR MIT) AND BSD-3-Clause", True),
        ("MIT OR GPL-2.0-only AND GPL-3.0-only", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("", False),
        ("Custom", False),
        ("MIT OR", False),
        ("(MIT", False),
    ],
)
def test_which_licenses_may_be_used_at_run_time(notices, expression, fits):
    assert notices.fits(expression) is fits


def test_a_package_under_the_gpl_alone_is_refused(notices):
    found = [notices.Package("good", ("1",), "MIT", ""), notices.Package("bad", ("1",), "GPL-3.0-or-later", "")]
    assert notices.refused(found) == ["bad: license GPL-3.0-or-later"]


def test_everything_that_is_installed_at_run_time_is_in_the_notices(notices):
    lock = tomllib.loads(_read("uv.lock"))
    needed = notices.run_time(lock)
    packages = _read("THIRD_PARTY_NOTICES.md").split("\n## ")[0]
    listed = dict(re.findall(r"^\| (\S+) \| ([^|]+) \|", packages, flags=re.MULTILINE))
    assert needed
    assert {name: ", ".join(sorted(versions)) for name, versions in needed.items()} == {
        name: versions for name, versions in listed.items() if name not in {"package", "---"}
    }


def test_what_is_needed_at_run_time_follows_extras_and_leaves_out_tools(notices):
    lock = {
        "package": [
            {"name": "gaotai", "version": "1", "dependencies": [{"name": "a", "extra": ["fast"]}],
             "dev-dependencies": {"dev": [{"name": "tool"}]}},
            {"name": "a", "version": "2", "dependencies": [{"name": "b"}],
             "optional-dependencies": {"fast": [{"name": "c"}], "slow": [{"name": "tool"}]}},
            {"name": "b", "version": "3"},
            {"name": "c", "version": "4"},
            {"name": "tool", "version": "5"},
        ]
    }  # fmt: skip
    assert notices.run_time(lock) == {"a": {"2"}, "b": {"3"}, "c": {"4"}}


def test_every_source_of_a_dictionary_is_in_the_notices():
    told = [
        re.findall(r"(jieba|SnowNLP|pypinyin|OpenCC) (\d+\.\d+\.\d+)", _read(name))
        for name in ("resources/dictionaries/README.md", "THIRD_PARTY_NOTICES.md")
    ]
    assert told[0]
    assert set(told[0]) <= set(told[1])
