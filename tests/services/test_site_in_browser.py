"""The published site in a real browser: a phone and a desk, light and dark. Left out where there is no Chromium."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next((path for name in NAMES if (path := shutil.which(name))), None)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="no Chromium here")]

# A page of our own holds the page under test in a frame, measures it and writes what it found into its body.
FRAME = """<!doctype html><meta charset="utf-8">
<iframe id="page" width="{width}" height="900" style="border:0" src="{address}"></iframe>
<pre id="found">nothing</pre>
<script>
const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
function ground(node) {{
  for (let n = node; n; n = n.parentElement) {{
    const color = rgb(getComputedStyle(n).backgroundColor);
    if (color.length === 3 || color[3] > 0) return color;
  }}
  return [255, 255, 255];
}}
function contrast(node) {{
  const a = light(rgb(getComputedStyle(node).color)), b = light(ground(node));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}}
window.onload = () => {{
  const page = document.getElementById("page").contentDocument, root = page.documentElement;
  const texts = [...page.querySelectorAll("h1, h2, p, a, li, td, dt, dd")].filter(n => n.textContent.trim());
  document.getElementById("found").textContent = JSON.stringify({{
    title: page.title, lang: root.lang, width: root.scrollWidth,
    h1: [...page.querySelectorAll("h1")].map(n => n.textContent.trim()),
    links: [...page.querySelectorAll("a[href]")].map(n => n.href),
    broken: [...page.images].filter(n => !n.complete || !n.naturalWidth).map(n => n.src),
    size: Math.min(...[...page.querySelectorAll("article p, main p")]
      .map(n => parseFloat(getComputedStyle(n).fontSize))),
    contrast: Math.min(...texts.map(contrast)), dark: light(ground(page.body)) < 0.2,
    texts: texts.length,
  }});
}};
</script>"""


def _chromium(*arguments: str) -> str:
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--hide-scrollbars")
    result = subprocess.run(
        [BROWSER, *switches, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=90,
        stdin=subprocess.DEVNULL,
    )
    return result.stdout


def _look(page: Path, folder: Path, *, width: int, dark: bool = False) -> dict:
    """What the browser says about a page at a width in CSS pixels, in one of the two color schemes."""
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(width=width, address=page.as_uri()), encoding="utf-8")
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    dom = _chromium(scheme, "--virtual-time-budget=3000", "--dump-dom", frame.as_uri())
    return json.loads(html.unescape(re.search(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)[1]))


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The site of the demonstration."""
    out = tmp_path_factory.mktemp("demonstration") / "out"
    subprocess.run([sys.executable, "main.py", "demo", "--out", str(out)], cwd=ROOT, check=True, capture_output=True)
    return out / "site"


@pytest.fixture(scope="module")
def pages(site) -> list[Path]:
    """The index, and up to four articles."""
    articles = sorted(path for path in site.rglob("*.html") if path.name != "index.html")
    assert articles
    return [site / "index.html", *articles[:4]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_can_be_read(pages, tmp_path, width, dark):
    for page in pages:
        seen = _look(page, tmp_path, width=width, dark=dark)
        assert seen["title"].strip(), page
        assert seen["lang"].startswith("zh"), page
        assert len(seen["h1"]) == 1, page
        assert seen["texts"] > 3, page
        assert seen["width"] <= width, f"{page} has to be moved sideways"
        assert seen["broken"] == [], page
        assert seen["contrast"] >= 4.5, f"{page}: text too faint on its ground (WCAG 2.2, 1.4.3)"
        assert seen["dark"] is dark, page


def test_every_link_within_the_site_leads_somewhere(pages, site, tmp_path):
    for page in pages:
        links = _look(page, tmp_path, width=1280)["links"]
        inside = [
            Path(link.removeprefix("file://").split("#")[0].split("?")[0])
            for link in links
            if link.startswith("file://")
        ]
        assert inside
        assert [link for link in inside if not link.exists()] == [], page
        assert all(link.is_relative_to(site) for link in inside), page


def test_text_of_an_article_is_large_enough_on_a_phone(pages, tmp_path):
    assert _look(pages[1], tmp_path, width=360)["size"] >= 16
