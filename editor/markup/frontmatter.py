"""Front matter: the fields of an article between two lines ``---`` at the head of a Markdown file.

A subset of YAML that is JSON in effect: mappings, lists, text, true, false, null and figures. Dates and times stay text
(``21:44`` is no number to the base of sixty, ``no`` is a word, ``0919`` keeps its zero). libyaml finds the tokens; the
values are made here, from its events, because the loaders of PyYAML resolve the types of YAML 1.1, follow aliases and
recurse as deep as the file wants.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAX_DEPTH = 32
MAX_LENGTH = 8_000_000

_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_LOOKS_LIKE_FIELDS = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n)*[\"']?\w[\w .-]*[\"']?[ \t]*:(?:[ \t]|\r?\n|$)")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,15})\.[0-9]{1,16}")
_STRING_TAG = "tag:yaml.org,2002:str"
_NOT_PRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLAIN = re.compile(
    r"[A-Za-z\u3400-\u9fff\U00020000-\U0003ffff]"
    r"[\w \u00b7\u2014\u2018-\u201d\u2026\u3000-\u301f\uff01-\uff5e/.-]*(?<![\s-])"
)
_NOT_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def split(markdown: str) -> tuple[dict[str, Any], str]:
    """Fields and body of a Markdown file; no fields and the whole text when it has no front matter.

    Raises:
        EditorError: ``front_matter_damaged`` with the number of the line: what stands between the lines looks like
            fields but is no YAML, names a field twice, uses aliases or tags, or is nested deeper than 32.
    """
    fence = _FENCE.match(markdown)
    end = _END.search(markdown, fence.end()) if fence else None
    if fence is None or end is None:
        return {}, markdown
    source = markdown[fence.end() : end.start()]
    try:
        fields = _loaded(source)
    except EditorError:
        if _LOOKS_LIKE_FIELDS.match(source):
            raise
        return {}, markdown  # two rules with a paragraph between them
    if not isinstance(fields, dict):
        return {}, markdown
    return fields, markdown[end.end() :].lstrip("\r\n")


def join(fields: Mapping[str, Any], body: str) -> str:
    """A Markdown file of fields (JSON data, in the order given) and a body; the body alone when there are no fields."""
    if not fields:
        return body
    head = "\n".join(_mapping(fields))
    return f"---\n{head}\n---\n" + (f"\n{body}" if body else "")


def _damaged(line: int) -> EditorError:
    return EditorError.unreadable("front_matter_damaged", line=line)


def _loaded(source: str) -> Any:
    if len(source) > MAX_LENGTH:
        raise _damaged(1)
    import yaml  # only files with front matter need it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _built(yaml.parse(source, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise _damaged(mark.line + 2 if mark else 1) from error
    except yaml.YAMLError as error:
        raise _damaged(1) from error


class _Open:
    """A list or mapping that is being read, and the key that waits for its value."""

    __slots__ = ("key", "value")

    def __init__(self, value: dict[str, Any] | list[Any]) -> None:
        self.value = value
        self.key: str | None = None

    def add(self, item: Any, line: int) -> None:
        if isinstance(self.value, list):
            self.value.append(item)
        elif self.key is None:
            if isinstance(item, (dict, list)) or str(item) in self.value:
                raise _damaged(line)
            self.key = str(item)
        else:
            self.value[self.key] = item
            self.key = None


def _built(events: Iterable[Any]) -> Any:
    root = _Open([])
    stack = [root]
    for event in events:
        name = type(event).__name__
        line = event.start_mark.line + 2 if event.start_mark else 1
        if name == "ScalarEvent":
            is_key = isinstance(stack[-1].value, dict) and stack[-1].key is None
            stack[-1].add(event.value if is_key else _scalar(event, line), line)
        elif name in {"MappingStartEvent", "SequenceStartEvent"}:
            if len(stack) > MAX_DEPTH or event.tag:
                raise _damaged(line)
            stack.append(_Open({} if name == "MappingStartEvent" else []))
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            done = stack.pop()
            stack[-1].add(done.value, line)
        elif name == "AliasEvent" or (name == "DocumentStartEvent" and root.value):
            raise _damaged(line)
    return root.value[0] if isinstance(root.value, list) and root.value else None


def _scalar(event: Any, line: int) -> Any:
    if event.tag == _STRING_TAG or (not event.tag and not event.implicit[0]):
        return event.value
    if event.tag:
        raise _damaged(line)
    text: str = event.value
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and str(int(text)) == text:
        return int(text)
    if _FLOAT.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def _mapping(fields: Mapping[str, Any]) -> Iterator[str]:
    for key, value in fields.items():
        name = key if _PLAIN_KEY.fullmatch(key) and key not in _NOT_WORDS else _quoted(key)
        yield from _entry(f"{name}:", value)


def _sequence(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict) and value:
            lines = list(_mapping(value))
            yield f"- {lines[0]}"
            yield from (f"  {line}" for line in lines[1:])
        else:
            yield from _entry("-", value)


def _entry(head: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict | list | tuple) and value:
        yield head
        yield from (f"  {line}" for line in (_mapping(value) if isinstance(value, dict) else _sequence(value)))
    elif isinstance(value, dict | list | tuple):
        yield f"{head} " + ("{}" if isinstance(value, dict) else "[]")
    elif isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _NOT_WORDS
        yield f"{head} {value if plain else _quoted(value)}"
    else:
        yield f"{head} {json.dumps(value)}"


def _quoted(text: str) -> str:
    return _NOT_PRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
