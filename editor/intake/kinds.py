"""What kind of file a text is: plain, HTML or Markdown. The content decides, the name where that leaves it open."""

from __future__ import annotations

import re

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|section|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ANYWHERE = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|br|span|table|tr|td|img|a|strong|b|h[1-6]|ul|li)\b[^<>]{0,300}>", re.IGNORECASE)
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?=[^\n]*:)")

_MARKS = re.compile(
    r"^#{1,6}[ \t]+\S|^!\[[^\]\n]*\]\([^)\n]+\)|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\(https?:[^)\n]+\)|^\|.*\|[ \t]*$|^```",
    re.MULTILINE,
)
_HEAD = 4096
_MANY = 6
_FEW = 2


def kind_of(text: str, name: str) -> str:
    """``plain``, ``html`` or ``markdown``."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    head = text[:_HEAD]
    tags = len(_TAGS.findall(text[: _HEAD * 16]))
    if _HTML.match(head) or _HTML_ANYWHERE.search(head) or (suffix in {"html", "htm", "xhtml", "shtml"} and tags > 1):
        return "html"
    if _FRONT.match(head) and "\n---" in text[3:]:
        return "markdown"
    if suffix in {"md", "markdown", "mdown"}:
        return "markdown"
    if tags >= _MANY and head.lstrip().startswith("<"):
        return "html"
    if re.match(r"\s*# \S", head) and len(_MARKS.findall(text[: _HEAD * 16])) >= _FEW:
        return "markdown"
    return "plain"
