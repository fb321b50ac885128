"""Random documents of the newsroom schema with text that is nasty to Markdown."""

from __future__ import annotations

from hypothesis import strategies as st

from editor.markup.blocks import Footnote, Heading, Image, Item, ListBlock, Mark, Paragraph, Quote, Rule, Run, Table

NASTY = [
    "**“高新区”**管委会",
    "**重点（一）**后文",
    "2021. 年",
    "2021.",
    "１. 全角",
    "1) 一",
    "1. 一",
    "12.5%",
    "#",
    "## 标题",
    "C#",
    "#话题#",
    "|",
    "| a | b |",
    "|---|---|",
    "| --- |",
    "---",
    "***",
    "___",
    "===",
    "=",
    "- ",
    "-",
    "+ ",
    "* ",
    "*",
    "**",
    "***",
    "> ",
    ">",
    "\\",
    "\\\\",
    "\\*",
    "<",
    ">",
    "<br>",
    "<u>",
    "</u>",
    "<s>",
    "<script>alert(1)</script>",
    "<!-- -->",
    "<!--",
    "&",
    "&amp;",
    "&amp;lt;",
    "&#60;",
    "&nbsp;",
    "&copy",
    "_",
    "__",
    "a_b",
    "_强调_",
    "~~",
    "~",
    "`",
    "``代码``",
    "[",
    "]",
    "](",
    "[^1]",
    "[^1]:",
    "[^x]: 注",
    "[链接](http://a.example)",
    "![图](asset:1)",
    "![",
    "!",
    "(",
    ")",
    ":",
    ":：",
    "：",
    "[a]: http://a.example",
    "http://a.example/x_(y)_z?a=1&b=2",
    "https://zh.example/永州",
    "　　",
    "　",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\n",
    "\n\n",
    " \n ",
    "\n　　",
    "\r\n",
    "。",
    "，",
    "“",
    "”",
    "《",
    "》",
    "😀",
    "👨‍👩‍👧",
    "𠮷",
    "𠀋",
    "e\u0301",
    "ｶﾞ",
    "\u200b",
    "\ufeff",
    "永州",
    "新闻",
    "a",
    "Z",
    "3",
    "3*4*5",
    "2*3",
    "x*y*z",
    "©",
    " © ",
    "©新华社",
    '"',
    "'",
    "///Footnotes Go Here///",
    "{",
    "}",
    "{.cls}",
    "$x$",
    "@",
    "%",
    "http://",
    "www.",
    "x@y.example",
]
LABELS = ["1", "2", "注1", "a-b", "x_y"]
HREFS = [
    "http://a.example",
    "https://a.example/x_(y)",
    "https://a.example/(((",
    "http://a.example/a b",
    "http://a.example/?a=1&b=2&copy;=3",
    "mailto:x@y.example",
    "/local",
    "#part",
    "http://a.example/*_[]<>\"'\\|`",
    "javascript:alert(1)",
    "data:text/html,x",
    "java\nscript:x",
    "",
    "永州.html",
]


def texts(nasty: list[str] = NASTY) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(nasty), min_size=0, max_size=5).map("".join)


def runs_of(nasty: list[str] = NASTY, labels: list[str] = LABELS) -> st.SearchStrategy[tuple[Run, ...]]:
    marks = st.frozensets(st.sampled_from(list(Mark)), max_size=3)
    href = st.none() | st.none() | st.none() | st.sampled_from(HREFS)
    text_run = st.builds(Run, texts(nasty), marks, href)
    note_run = st.builds(Run, st.just(""), marks, st.none(), st.sampled_from(labels))
    return st.lists(text_run | text_run | text_run | note_run, max_size=4).map(tuple)


def blocks_of(nasty: list[str] = NASTY) -> st.SearchStrategy:
    runs = runs_of(nasty)
    items = st.builds(Item, runs, st.integers(0, 3), st.booleans())
    tables = st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            st.lists(st.lists(runs, max_size=width).map(tuple), max_size=4).map(tuple),
            st.booleans(),
        )
    )
    sources = st.sampled_from(["asset:" + "0" * 64, *HREFS])
    return st.one_of(
        st.builds(Paragraph, runs),
        st.builds(Paragraph, runs),
        st.builds(Heading, runs, st.sampled_from([2, 3])),
        st.builds(Quote, st.lists(runs, max_size=3).map(tuple)),
        st.builds(ListBlock, st.lists(items, max_size=5).map(tuple)),
        st.builds(Image, sources, texts(nasty), texts(nasty), texts(nasty)),
        st.just(Rule()),
        tables,
        st.builds(Footnote, st.sampled_from(LABELS), runs),
    )


def documents(nasty: list[str] = NASTY) -> st.SearchStrategy:
    return st.lists(blocks_of(nasty), max_size=6).map(tuple)
