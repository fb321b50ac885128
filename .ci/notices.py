"""Make THIRD_PARTY_NOTICES.md from uv.lock, and refuse run-time packages whose license does not fit.

Run with ``--check`` to compare only. What may be used at run time: the licenses of ``FIT``; of a choice (OR) one must
fit, of a sum (AND) all. A package that says nothing, or something unknown, is refused until a person has looked.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"
PROJECT = "gaotai"

# Permissive ones, and those whose copyleft ends at the library's or the file's border.
FIT = frozenset(
    {
        *(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BlueOak-1.0.0",
            "CC0-1.0",
            "ISC",
            "MIT",
            "MIT-0",
            "MIT-CMU",
        ),
        *("MPL-2.0", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"),
        *("LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),
    }
)
WORDS = {"AND": "and", "OR": "or", "(": "(", ")": ")"}
# How older metadata names them.
SPELLINGS = {
    "LGPL-2.1": "LGPL-2.1-only",
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
# Names that leave open which license of a family it is, or are one of several to choose from: a person has read the
# text, .ci/licenses.toml says which. What it does not name stays as it was stated, and is refused where that does not
# fit.
VAGUE = frozenset(
    {
        "BSD",
        "LGPL",
        "License :: OSI Approved :: BSD License",
        "License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)",
        "BSD-3-Clause, Apache-2.0, dependency licenses",
    }
)
HOMES = ("home-page", "homepage", "home", "repository", "source", "source code", "code", "github")

INTRODUCTION = """\
# Third-party notices

Gaotai 稿台 is licensed under Apache-2.0 (see LICENSE). At run time it uses the packages below; they are installed
beside it and not changed by it. Each comes with its own license text. This file is made from uv.lock by `make notices`.

| package | version | license | home |
| --- | --- | --- | --- |
"""
QT = """
Qt and PySide6 are used under the LGPL, version 3: they are linked dynamically and can be replaced by another build of
the same interface.
"""
DATA = """
## Figures and word lists

The tables in resources/dictionaries are written anew from figures and word lists of these packages; no code and no
running text of them is here. See the README there for which table comes from which.

| source | license | copyright | what |
| --- | --- | --- | --- |
"""
MIT = """
The MIT license of these sources:

> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
> documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
> rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
> persons to whom the Software is furnished to do so, subject to the following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
> Software.
>
> THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
> WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
> COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
> OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

The Apache license, version 2.0, is the one in LICENSE.
"""


@dataclass(frozen=True, slots=True)
class Package:
    """A run-time package: its name, every version that the lock file may install, its license (SPDX), its home page."""

    name: str
    versions: tuple[str, ...]
    license: str
    home: str


def fits(expression: str) -> bool:
    """Whether an SPDX expression lets us use the package: OR needs one part that fits, AND all of them.

    ``WITH`` names an exception, which only ever gives more rights, so it is passed over.
    """
    plain = re.sub(r"\bWITH\s+[^\s()]+", "", expression)
    words = (WORDS.get(part, str(part in FIT)) for part in re.findall(r"[()]|[^\s()]+", plain))
    try:
        return _holds(ast.parse(" ".join(words), mode="eval").body)
    except SyntaxError:
        return False


def _holds(node: ast.expr) -> bool:
    """The value of True, False, ``and`` and ``or``; their binding is that of SPDX."""
    match node:
        case ast.BoolOp(op=ast.And()):
            return all(_holds(part) for part in node.values)
        case ast.BoolOp():
            return any(_holds(part) for part in node.values)
        case ast.Constant():
            return node.value is True
    return False


def run_time(lock: dict[str, Any]) -> dict[str, set[str]]:
    """Names and versions of everything that the project needs at run time, on any system."""
    entries: dict[str, list[dict[str, Any]]] = {}
    for entry in lock["package"]:
        entries.setdefault(entry["name"], []).append(entry)
    seen: set[tuple[str, str]] = set()
    waiting = [(PROJECT, "")]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        for entry in entries[name]:
            wanted = entry.get("optional-dependencies", {}).get(extra, []) if extra else entry.get("dependencies", [])
            for need in wanted:
                waiting += [(need["name"], ""), *((need["name"], part) for part in need.get("extra", []))]
    return {name: {entry["version"] for entry in entries[name]} for name, _ in seen if name != PROJECT}


def stated_license(about: metadata.PackageMetadata) -> str:
    """The license that installed metadata states, as SPDX where we know the older name; empty when it states none."""
    classifiers = [line for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    candidates = (*(about[key] for key in ("License-Expression", "License") if key in about), *classifiers)
    stated = [SPELLINGS.get(text.strip(), text.strip()) for text in candidates if text and "\n" not in text.strip()]
    return next((text for text in stated if fits(text)), stated[0] if stated else "")


def stated_home(about: metadata.PackageMetadata) -> str:
    """The home page that installed metadata states, else the place of its source, else nothing."""
    addresses = {}
    if "Home-page" in about:
        addresses["home-page"] = about["Home-page"]
    for line in about.get_all("Project-URL") or ():
        label, _, address = line.partition(",")
        addresses[label.strip().lower()] = address.strip()
    return next((addresses[key] for key in HOMES if key in addresses), "")


def packages(lock: dict[str, Any], table: dict[str, dict[str, str]]) -> list[Package]:
    """All run-time packages by name. What a package itself states wins; the table speaks for what is not installed."""
    found = []
    for name, versions in sorted(run_time(lock).items()):
        known = table.get(name, {})
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            stated, home = known.get("license", ""), known.get("home", "")
        else:
            stated, home = stated_license(about), known.get("home", stated_home(about))
            stated = known.get("license", stated) if stated in VAGUE else stated
            if known and stated != known["license"]:
                raise SystemExit(f"{name} says {stated!r}, .ci/licenses.toml says {known['license']!r}: look again")
        found.append(Package(name, tuple(sorted(versions)), stated, home))
    return found


def refused(found: list[Package]) -> list[str]:
    """A line for each package that must not be used at run time, or not before a person has looked."""
    return [
        f"{package.name}: license {package.license or 'not stated'}" for package in found if not fits(package.license)
    ]


def document(found: list[Package], sources: list[dict[str, str]]) -> str:
    """The text of THIRD_PARTY_NOTICES.md."""
    rows = (f"| {item.name} | {', '.join(item.versions)} | {item.license} | {item.home} |\n" for item in found)
    data = ("| {name} {version} | {license} | {copyright} | {what} |\n".format(**source) for source in sources)
    return INTRODUCTION + "".join(rows) + QT + DATA + "".join(data) + MIT


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def main(arguments: list[str]) -> int:
    """Write the file, or compare it when ``--check`` is given; status 1 when something does not fit."""
    found = packages(_toml("uv.lock"), _toml(".ci/licenses.toml"))
    sources = _toml(".ci/data.toml")["source"]
    wrong = refused(found) + [
        f"{source['name']}: {source['license']}" for source in sources if not fits(source["license"])
    ]
    if wrong:
        print("These packages cannot be used at run time as they are:", *wrong, sep="\n  ")
        return 1
    text = document(found, sources)
    if "--check" not in arguments:
        NOTICES.write_text(text, encoding="utf-8")
    elif NOTICES.read_text(encoding="utf-8") != text:
        print("THIRD_PARTY_NOTICES.md is not up to date: run `make notices` and commit it.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
