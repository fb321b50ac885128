"""Hugo, which makes a site of files and ends: there is no server to start."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tests.services.rigs.processes import RigError, program, run

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = 'baseURL = "http://127.0.0.1/"\nlanguageCode = "zh-cn"\ntitle = "Rig"\ntimeZone = "Asia/Shanghai"\n'
SINGLE = (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><article>'
    "<h1>{{ .Title }}</h1><div>{{ .Content }}</div>"
    "{{ with .Params.tags }}<ul>{{ range . }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}</article></body></html>"
)
LIST = (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><ul>'
    '{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body>'
    "</html>"
)


def missing() -> str:
    """What is not installed here; empty when Hugo can be run."""
    return "" if program("hugo") else "hugo"


class Hugo:
    """A site of Hugo in a folder: `content` takes the articles, `build` makes the pages in `public`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.public = folder / "public"
        layouts = folder / "layouts" / "_default"
        for made in (self.content, layouts):
            made.mkdir(parents=True)
        (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
        (layouts / "single.html").write_text(SINGLE, encoding="utf-8")
        for name in ("list.html", "terms.html"):
            (layouts / name).write_text(LIST, encoding="utf-8")
        self.version = run(self._program, "version").split()[1]

    @property
    def _program(self) -> str:
        found = program("hugo")
        if found is None:
            raise RigError(missing())
        return found

    def build(self) -> str:
        """Make the pages; a warning is an error, also two articles with one address.

        Raises:
            RigError: with what Hugo said.
        """
        command = ["--panicOnWarning", "--printPathWarnings", "--source", str(self.folder), "--quiet"]
        return run(self._program, *command, "--destination", str(self.public), "--cleanDestinationDir")

    def list(self) -> list[dict[str, str]]:
        """Every article as Hugo understands it, drafts and future ones too: path, slug, title, date, draft, …"""
        return list(csv.DictReader(run(self._program, "list", "all", "--source", str(self.folder)).splitlines()))
