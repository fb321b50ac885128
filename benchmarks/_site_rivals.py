"""Other makers of static sites on the same articles: Hugo where it is installed, Pelican from a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks._site_articles import COLUMNS, LEVELS, article_id, slip_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

HUGO_SINGLE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"></head><body><main><h1>{{ .Title }}</h1>
<p>{{ .Params.authors }} {{ .Params.source }} <time>{{ .Date.Format "2006-01-02 15:04" }}</time></p>{{ .Content }}
<p>{{ .Params.signed }}</p></main></body></html>"""
HUGO_LIST = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
{{ $pages := .Paginate .RegularPages 40 }}{{ range $pages.Pages }}
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p>{{ .Params.summary }}</p>{{ end }}{{ template "_internal/pagination.html" . }}</body></html>"""


def hugo_source(folder: Path, count: int) -> None:
    """The same articles as a Hugo project, the columns as sections."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(HUGO_SINGLE, "utf-8")
    (layouts / "list.html").write_text(HUGO_LIST, "utf-8")
    (folder / "config.toml").write_text(
        'baseURL="https://news.example/"\ntitle="稿台"\nlanguageCode="zh-CN"\n', "utf-8"
    )
    for number in range(1, count + 1):
        slip = slip_of(number)
        place = folder / "content" / f"c{COLUMNS.index(slip.column)}"
        place.mkdir(parents=True, exist_ok=True)
        head = {
            "title": slip.headline,
            "date": slip.published_at,
            "summary": slip.summary,
            "authors": " ".join(credit.name for credit in slip.byline),
            "source": slip.source,
            "signed": " ".join(LEVELS),
        }
        (place / f"{article_id(number)}.md").write_text(
            f"{json.dumps(head, ensure_ascii=False)}\n\n{text_of(number)}", "utf-8"
        )


def hugo(program: str, source: Path, out: Path) -> dict[str, float]:
    """One export."""
    return _run([program, "--quiet", "-s", str(source), "-d", str(out)])


PELICAN_SETTINGS = """AUTHOR = "稿台"
SITENAME = "稿台"
SITEURL = ""
PATH = "content"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
DEFAULT_PAGINATION = 40
THEME = "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


def pelican_program(folder: Path) -> Path:
    """Pelican in a virtual environment of its own (from the package index)."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [str(programs / "python"), "-m", "pip", "install", "--quiet", "pelican[markdown]"]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return programs / "pelican"


def pelican_source(folder: Path, count: int) -> None:
    """The same articles as a Pelican project, the columns as categories."""
    (folder / "content").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(PELICAN_SETTINGS, "utf-8")
    for number in range(1, count + 1):
        slip = slip_of(number)
        head = {
            "title": slip.headline,
            "date": slip.published_at,
            "slug": article_id(number),
            "category": f"c{COLUMNS.index(slip.column)}",
            "summary": slip.summary,
            "authors": ", ".join(credit.name for credit in slip.byline),
        }
        lines = "\n".join(f"{name}: {value}" for name, value in head.items())
        (folder / "content" / f"{article_id(number)}.md").write_text(f"{lines}\n\n{text_of(number)}", "utf-8")


def pelican(program: Path, source: Path, out: Path) -> dict[str, float]:
    """One export without its cache."""
    return _run([str(program), str(source / "content"), "-s", str(source / "pelicanconf.py"), "-o", str(out), "-q"])


def _run(command: list[str]) -> dict[str, float]:
    """Seconds, and of the processors, and the most memory in MB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    cpu = usage.ru_utime + usage.ru_stime
    return {"seconds": time.perf_counter() - start, "cpu": cpu, "memory": usage.ru_maxrss / 1024}
