"""The published site in a real browser: a phone and a desk, light and dark. Left out where there is no Chromium."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.services import chromium

pytestmark = [pytest.mark.slow, pytest.mark.skipif(chromium.program() is None, reason="no Chromium here")]

# What a reader would notice, measured where it is shown. Contrast as WCAG 2.2 counts it (1.4.3).
MEASURE = r"""(() => {
  const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = node => {
    for (let n = node; n; n = n.parentElement) {
      const color = rgb(getComputedStyle(n).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const contrast = node => {
    const a = light(rgb(getComputedStyle(node).color)), b = light(ground(node));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const texts = [...document.querySelectorAll("h1, h2, h3, p, a, li, td, dt, dd, figcaption")]
    .filter(n => n.textContent.trim() && n.checkVisibility());
  const longest = [...document.querySelectorAll("p")].sort((a, b) => b.textContent.length - a.textContent.length)[0];
  return {
    title: document.title, lang: document.documentElement.lang, width: document.documentElement.scrollWidth,
    h1: document.querySelectorAll("h1").length, texts: texts.length,
    links: [...document.querySelectorAll("a[href]")].map(n => n.href),
    broken: [...document.images].filter(n => n.src && (!n.complete || !n.naturalWidth)).map(n => n.src),
    empty: [...document.images].filter(n => !n.src).map(n => n.alt),
    size: parseFloat(getComputedStyle(longest).fontSize),
    faint: texts.filter(n => contrast(n) < 4.5).map(n => n.textContent.trim().slice(0, 40)),
    dark: light(ground(document.body)) < 0.2,
  };
})()"""


@pytest.fixture(scope="module")
def tab():
    """A browser with one page."""
    with chromium.browser() as page:
        yield page


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_can_be_read(site, tab, width, dark):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 2
    tab.look(width, 900, dark=dark)
    for page in pages:
        tab.open(page)
        seen = tab.value(MEASURE)
        assert seen["title"].strip(), page
        assert seen["lang"].startswith("zh"), page
        assert seen["h1"] == 1, page
        assert seen["texts"] > 2, page
        assert seen["width"] <= width, f"{page} has to be moved sideways"
        assert seen["broken"] == [], f"{page} shows a picture that is not there"
        assert seen["faint"] == [], page
        assert seen["dark"] is dark, page


def test_every_link_within_the_site_leads_to_a_page_of_it(site, tab):
    for page in sorted(set(site.rglob("*.html")) - {site / "404.html"}):  # which is shown anywhere: it names the root
        tab.open(page)
        parts = [urlsplit(link) for link in tab.value(MEASURE)["links"]]
        inside = [Path(unquote(part.path)) for part in parts if part.scheme == "file"]
        assert inside, page
        assert [link for link in inside if not link.is_file() or not link.is_relative_to(site)] == [], page


def test_the_text_of_an_article_is_large_enough_on_a_phone(site, tab):
    articles = sorted((site / "articles").glob("*.html"))
    assert articles
    tab.look(360, 800)
    for page in articles:
        tab.open(page)
        assert tab.value(MEASURE)["size"] >= 16, page


def test_no_page_has_a_frame_without_a_picture(site, tab):
    for page in sorted((site / "articles").glob("*.html")):
        tab.open(page)
        assert tab.value(MEASURE)["empty"] == [], page
