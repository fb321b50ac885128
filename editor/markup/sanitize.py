"""The one place where HTML goes through a sanitizer (nh3, built on ammonia and html5ever)."""

from __future__ import annotations

from functools import cache

import nh3

from editor.markup.links import IMAGE_SCHEMES, LINK_SCHEMES

_OURS: dict[str, set[str]] = {
    "a": {"href", "id", "role", "rel"},
    "blockquote": set(),
    "br": set(),
    "em": set(),
    "figcaption": set(),
    "figure": set(),
    "h2": set(),
    "h3": set(),
    "hr": set(),
    "img": {"src", "alt"},
    "li": {"id"},
    "ol": set(),
    "p": set(),
    "s": set(),
    "section": {"role"},
    "strong": set(),
    "sup": {"id"},
    "table": set(),
    "tbody": set(),
    "td": set(),
    "th": {"scope"},
    "thead": set(),
    "tr": set(),
    "u": set(),
    "ul": set(),
}
_CLASSES = {"span": {"credit"}, "section": {"footnotes"}, "a": {"footnote-ref", "footnote-back"}}
_FOREIGN = {
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
}
_FOREIGN_ATTRIBUTES = {
    "*": {"id", "class", "style", "role"},
    "a": {"href"},
    "img": {"src", "data-src", "data-original", "alt", "title"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_GONE_WITH_CONTENT = {
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "math",
    "canvas",
    "iframe",
    "object",
    "video",
    "audio",
    "select",
    "textarea",
    "title",
}
_STYLE = {"font-weight", "text-decoration", "text-decoration-line", "display"}


@cache
def _our_cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*_OURS, "span"},
        attributes={tag: names for tag, names in _OURS.items() if names},
        allowed_classes=_CLASSES,
        url_schemes={*LINK_SCHEMES, *IMAGE_SCHEMES},
        link_rel=None,
    )


@cache
def _foreign_cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_FOREIGN,
        clean_content_tags=_GONE_WITH_CONTENT,
        attributes=_FOREIGN_ATTRIBUTES,
        filter_style_properties=_STYLE,
        url_schemes={*LINK_SCHEMES, *IMAGE_SCHEMES, "data", "file"},
        link_rel=None,
    )


def sanitized(html: str) -> str:
    """HTML of ours with nothing in it but the elements and attributes of the schema."""
    return _cleaned(_our_cleaner(), html)


def well_formed(html: str) -> str:
    """HTML from outside as a browser understands it: closed, nested, without scripts, frames, forms and handlers.

    Linear for hostile input, which the standard library's parser alone is not. For reading, not for showing: the
    result keeps ``class``, ``id`` and some of ``style`` because they say what something is.
    """
    return _cleaned(_foreign_cleaner(), html)


def _cleaned(cleaner: nh3.Cleaner, html: str) -> str:
    try:
        return cleaner.clean(html)
    except UnicodeEncodeError:  # half of a surrogate pair: no character, shown as U+FFFD
        return cleaner.clean(html.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
