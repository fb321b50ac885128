"""The site as checkers of the web see it: no error of the Nu Html Checker, and Lighthouse's scores.

Both come from npm, once, and are kept for later runs; what cannot be had is said and left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from editor.article import Credit, Origin, Variant
from editor.publish.formats import html
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import TEXT, gone, package, png
from tests.services import chromium
from tests.services.rigs.processes import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VNU, LIGHTHOUSE = "vnu-jar@26.9.27", "lighthouse@12.2.3"
SCORED = ("accessibility", "best-practices", "seo")
NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;<!--/variants-->]]> {{x}} 50% #1"
ODD = f"""{NASTY}

### 从三级开始

![](data:text/html,x)

![没有的图](asset:{"0" * 64} "图说。")

1. 甲
   - 乙
     1. 丙

[址](https://example.com/%zz?a=b c)又[址](https://例子.中国/路径?问=1)，注[^甲 乙]，又注[^甲 乙]。

[^甲 乙]: 注释 <b>x</b>

[^无人]: 没人提。
"""


def installed(name: str) -> Path:
    """The folder of an npm package, installed once."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not here")

    def install(folder: Path) -> None:
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), name]
        subprocess.run(command, capture_output=True, check=True, timeout=600)

    try:
        return prepared(name.replace("@", "-"), install) / "node_modules"
    except subprocess.SubprocessError as error:
        pytest.skip(f"{name} cannot be installed: {error}")


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[tuple[Path, str]]:
    """A site with every kind of page, and the address at which it stands."""
    folder = tmp_path_factory.mktemp("checked") / "site"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        filled(folder, SiteOptions("清水新闻", "清水县融媒体中心", address))
        yield folder, address
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """A server that prints nothing."""

    @override
    def log_message(self, format: str, *args: object) -> None:
        pass


def filled(folder: Path, options: SiteOptions) -> None:
    """Articles of all kinds: long, bare, reprinted, hostile, in variants, withdrawn, in more columns than are named."""
    reprint = {
        "origin": Origin.REPRINT,
        "origin_url": "https://example.com/a?b=1&c=2 ",
        "original_headline": "原来的标题",
        "original_authors": "李原",
        "page_credits": (Credit("抄来的审稿人", "reviewer", "一审"),),
    }
    hostile = dict.fromkeys(("headline", "kicker", "subheadline", "summary", "source", "column", "dateline"), NASTY)
    packages = [
        package(1, pictures=(png(900, 600), png(300, 500)), kicker="县域观察", subheadline="——沿河三个乡镇", **reprint),
        package(1, Variant.ZH_TW),
        package(1, Variant.ZH_HK),
        package(2, text=ODD, keywords=(NASTY, "甲 乙"), byline=(Credit(NASTY, "author", NASTY),), **hostile),
        package(3, text="", column="", published_at="近日", byline=(), source="", summary="", keywords=()),
        *(
            package(n, text=TEXT, column=f"栏目{n % 20}", pictures=(png(color=(n, 9, 9)),)[: n % 2])
            for n in range(4, 130)
        ),
    ]
    SiteTarget(folder, options).deliver(packages, [gone(package(5), notice=True)])


@pytest.mark.skipif(shutil.which("java") is None, reason="java is not here")
def test_the_nu_html_checker_finds_no_error_on_any_page_and_file(served, tmp_path):
    site, _ = served
    apart = tmp_path / "apart"
    apart.mkdir()
    filled(apart / "without-address", SiteOptions())
    for number, text in enumerate((TEXT, ODD, "")):
        (apart / f"{number}.html").write_bytes(html.render(package(number, text=text, headline=NASTY)))
    jar = installed(VNU) / "vnu-jar" / "build" / "dist" / "vnu.jar"
    for kind in ("html", "css", "svg"):
        command = ["java", "-jar", str(jar), "--format", "json", f"--skip-non-{kind}", str(site), str(apart)]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        messages = json.loads(told.stderr)["messages"]
        bad = [message for message in messages if message["type"] != "info"]
        assert bad == [], bad[:3]
    # A checker that says nothing because it looked at nothing would pass as well.
    (apart / "wrong.html").write_text("<!doctype html><title>x</title><p><h1>y</p>", "utf-8")
    command = ["java", "-jar", str(jar), "--errors-only", str(apart / "wrong.html")]
    assert subprocess.run(command, capture_output=True, check=False, timeout=300).returncode == 1


def scores(program: Path, address: str, out: Path, kind: str) -> dict[str, float]:
    """Lighthouse's scores of one page, in percent."""
    command = ["node", str(program), address, "--quiet", "--output=json", f"--output-path={out}"]
    command += [f"--only-categories={','.join(SCORED)}", "--disable-full-page-screenshot"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking"]
    command += ["--preset=desktop"] if kind == "desktop" else []
    environment = {"CHROME_PATH": chromium.program() or "", "PATH": os.environ["PATH"], "HOME": str(out.parent)}
    subprocess.run(command, capture_output=True, check=True, timeout=240, env=environment)
    found = json.loads(out.read_text("utf-8"))["categories"]
    return {name: found[name]["score"] * 100 for name in SCORED}


@pytest.mark.slow
@pytest.mark.skipif(chromium.program() is None, reason="no Chromium here")
def test_lighthouse_scores_every_kind_of_page_with_95_and_more(served, tmp_path):
    site, address = served
    program = installed(LIGHTHOUSE) / "lighthouse" / "cli" / "index.js"
    column = min((site / "columns").glob("*.html")).name
    article = f"articles/{package(1).name}.html"
    asked = [
        (path, "mobile") for path in ("index.html", article, f"columns/{column}", "search.html?q=%E6%B2%BB%E6%B0%B4")
    ]
    asked += [("index.html", "desktop"), (article, "desktop")]

    def scored(pair: tuple[str, str]) -> dict[str, float]:
        path, kind = pair
        return scores(program, f"{address}/{path}", tmp_path / f"{asked.index(pair)}.json", kind)

    with ThreadPoolExecutor(3) as pool:
        found = dict(zip(asked, pool.map(scored, asked), strict=True))
    low = {pair: held for pair, held in found.items() if min(held.values()) < 95}
    assert low == {}
