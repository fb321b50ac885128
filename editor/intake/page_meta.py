"""What a page says about itself in its head: meta elements, the Chinese government's among them, JSON-LD, OpenGraph."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from editor.intake.dates import iso
from editor.intake.folding import fold
from editor.intake.vocabulary import WORDS

_BY_NAME = {name: key for key, names in WORDS["meta"].items() for name in names}
_SUFFIX = re.compile(
    r"\s*[-_|—–－｜·]+\s*[^-_|—–－｜]{2,30}$|\s*[【\[(（][^】\])）]{2,20}(?:网|融媒|日报|发布)[】\])）]$"
)
_ARTICLE_TYPES = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"}
_LONGEST_JSON = 200_000
_KEYWORDS = re.compile(r"[,，;；、|\s]+")


@dataclass(slots=True)
class PageMeta:
    """Fields of the head: ``values`` by field name, ``titles`` in the order in which they are believed."""

    values: dict[str, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    language: str = ""


def read(tree: Any) -> PageMeta:
    """Read the head of a page (before scripts are taken out)."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("name") or element.get("property") or element.get("http-equiv") or element.get("itemprop") or ""
        )
        key = _BY_NAME.get(name.strip().lower())
        content = " ".join((element.get("content") or "").split())
        if key and content:
            found.setdefault(key, content)
    linked = _json_ld(tree)
    title = " ".join((tree.findtext(".//title") or "").split())
    titles = [
        found.get("headline", ""),
        linked.get("headline", ""),
        title,
        _SUFFIX.sub("", title),
        found.get("og_title", ""),
    ]
    values = {**{key: found[key] for key in found if key not in {"headline", "og_title", "language"}}, **linked}
    values["published_at"] = iso(fold(values.get("published_at", "")))
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or found.get("language", "")
    return PageMeta(values, [text for text in dict.fromkeys(titles) if text], language)


def _json_ld(tree: Any) -> dict[str, str]:
    """headline, datePublished, author, keywords … of the first article in JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = script.text_content()
        if len(text) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(one, str) and one in _ARTICLE_TYPES for one in kinds):
                return _article(item)
    return {}


def _items(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        graph = data.get("@graph")
        return [data, *([item for item in graph if isinstance(item, dict)] if isinstance(graph, list) else [])]
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []


def _article(item: dict[str, Any]) -> dict[str, str]:
    plain = {
        "headline": _text(item.get("headline")),
        "published_at": _text(item.get("datePublished")),
        "byline": " ".join(_names(item.get("author"))),
        "column": _text(item.get("articleSection")),
        "summary": _text(item.get("description")),
        "keywords": _text(item.get("keywords")) or ",".join(_texts(item.get("keywords"))),
    }
    return {key: value for key, value in plain.items() if value}


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(value: Any) -> list[str]:
    return [text for item in value if (text := _text(item))] if isinstance(value, list) else []


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [name for item in items if (name := _text(item.get("name")) if isinstance(item, dict) else _text(item))]


def keywords(value: str) -> tuple[str, ...]:
    """The words of a keywords element."""
    return tuple(dict.fromkeys(word for word in _KEYWORDS.split(value) if word))
