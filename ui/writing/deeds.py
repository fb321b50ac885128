"""Words, keys and icons of what is done while writing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.markup.blocks import Mark
from ui.actions import Deed
from ui.writing.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.writing.pane import WritingPane


def edit_deeds() -> list[Deed]:
    """Undo, clipboard, find."""
    translate = QCoreApplication.translate
    return [
        Deed("write.undo", translate("Action", "Undo"), "Undo", "edit", ("Ctrl+Z",), "undo-2"),
        Deed("write.redo", translate("Action", "Redo"), "Redo", "edit", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
        Deed("write.cut", translate("Action", "Cut"), "Cut", "edit", ("Ctrl+X",)),
        Deed("write.copy", translate("Action", "Copy"), "Copy", "edit", ("Ctrl+C",)),
        Deed("write.paste", translate("Action", "Paste"), "Paste", "edit", ("Ctrl+V",)),
        Deed(
            "write.paste_plain",
            translate("Action", "Paste as plain text"),
            "Paste as plain text",
            "edit",
            ("Ctrl+Shift+V",),
            "clipboard-paste",
        ),
        Deed(
            "write.paste_original",
            translate("Action", "Paste without tracked changes"),
            "Paste without tracked changes",
            "edit",
            ("Ctrl+Alt+Shift+V",),
        ),
        Deed("write.find", translate("Action", "Find…"), "Find", "edit", ("Ctrl+F",), "search"),
        Deed("write.replace", translate("Action", "Replace…"), "Replace", "edit", ("Ctrl+R",), "replace"),
        Deed("write.find_next", translate("Action", "Next hit"), "Next hit", "edit", ("F3",)),
        Deed("write.find_previous", translate("Action", "Previous hit"), "Previous hit", "edit", ("Shift+F3",)),
        Deed(
            "write.source",
            translate("Action", "Markdown source"),
            "Markdown source",
            "edit",
            ("Ctrl+/",),
            "file-text",
            checkable=True,
        ),
        Deed(
            "write.typewriter",
            translate("Action", "Typewriter scrolling"),
            "Typewriter scrolling",
            "edit",
            ("Ctrl+Alt+Y",),
            "keyboard",
            checkable=True,
        ),
    ]


def format_deeds() -> list[Deed]:
    """Marks of characters."""
    translate = QCoreApplication.translate
    return [
        Deed("write.strong", translate("Action", "Bold"), "Bold", "format", ("Ctrl+B",), "bold", checkable=True),
        Deed(
            "write.emphasis",
            translate("Action", "Emphasis"),
            "Emphasis",
            "format",
            ("Ctrl+I",),
            "italic",
            checkable=True,
        ),
        Deed(
            "write.underline",
            translate("Action", "Underline"),
            "Underline",
            "format",
            ("Ctrl+U",),
            "underline",
            checkable=True,
        ),
        Deed(
            "write.strike",
            translate("Action", "Strikethrough"),
            "Strikethrough",
            "format",
            ("Ctrl+Shift+X",),
            "strikethrough",
            checkable=True,
        ),
        Deed(
            "write.clear",
            translate("Action", "Clear formatting"),
            "Clear formatting",
            "format",
            ("Ctrl+\\",),
        ),
    ]


def line_deeds() -> list[Deed]:
    """Links and kinds of lines."""
    translate = QCoreApplication.translate
    return [
        Deed("write.link", translate("Action", "Link…"), "Link", "format", ("Ctrl+L",), "link"),
        Deed("write.body", translate("Action", "Body text"), "Body text", "format", ("Ctrl+1",), "pilcrow"),
        Deed("write.h2", translate("Action", "Heading"), "Heading", "format", ("Ctrl+2",), "heading-2", checkable=True),
        Deed(
            "write.h3",
            translate("Action", "Smaller heading"),
            "Smaller heading",
            "format",
            ("Ctrl+3",),
            "heading-3",
            checkable=True,
        ),
        Deed("write.quote", translate("Action", "Quote"), "Quote", "format", ("Ctrl+4",), "quote", checkable=True),
        Deed("write.list", translate("Action", "List"), "List", "format", ("Ctrl+5",), "list", checkable=True),
        Deed(
            "write.numbers",
            translate("Action", "Numbered list"),
            "Numbered list",
            "format",
            ("Ctrl+6",),
            "list-ordered",
            checkable=True,
        ),
        Deed("write.split", translate("Action", "Split a long paragraph"), "Split", "format", ("Ctrl+Shift+J",)),
    ]


def insert_deeds() -> list[Deed]:
    """What is inserted, and tables."""
    translate = QCoreApplication.translate
    return [
        Deed("write.image", translate("Action", "Picture…"), "Picture", "format", ("Ctrl+Shift+I",), "image"),
        Deed(
            "write.caption",
            translate("Action", "Caption and credit…"),
            "Caption and credit",
            "format",
            ("Ctrl+Alt+I",),
        ),
        Deed("write.table", translate("Action", "Table…"), "Table", "format", ("Ctrl+Shift+T",), "table"),
        Deed("write.rule", translate("Action", "Rule"), "Rule", "format", ("Ctrl+Shift+H",), "minus"),
        Deed(
            "write.footnote",
            translate("Action", "Footnote"),
            "Footnote",
            "format",
            ("Ctrl+Alt+N",),
            "superscript",
        ),
        Deed("table.above", translate("Action", "Row above"), "Row above", "format", ("Alt+PgUp",)),
        Deed("table.below", translate("Action", "Row below"), "Row below", "format", ("Alt+PgDown",)),
        Deed("table.left", translate("Action", "Column left"), "Column left", "format", ("Alt+Home",)),
        Deed("table.right", translate("Action", "Column right"), "Column right", "format", ("Alt+End",)),
        Deed("table.drop_row", translate("Action", "Remove row"), "Remove row", "format", ("Alt+Del",)),
        Deed(
            "table.drop_column",
            translate("Action", "Remove column"),
            "Remove column",
            "format",
            ("Alt+Shift+Del",),
        ),
    ]


MARKS = {
    "write.strong": Mark.STRONG,
    "write.emphasis": Mark.EMPHASIS,
    "write.underline": Mark.UNDERLINE,
    "write.strike": Mark.STRIKE,
}
KINDS = {
    "write.h2": (Kind.H2, False),
    "write.h3": (Kind.H3, False),
    "write.quote": (Kind.QUOTE, False),
    "write.list": (Kind.ITEM, False),
    "write.numbers": (Kind.ITEM, True),
}


def slots(pane: WritingPane) -> dict[str, Callable[[], object]]:
    """What each deed does, by its name."""
    editor, commands, find = pane.editor, pane.commands, pane.find_bar
    done: dict[str, Callable[[], object]] = {
        "write.undo": editor.undo,
        "write.redo": editor.redo,
        "write.cut": editor.cut,
        "write.copy": editor.copy,
        "write.paste": editor.paste,
        "write.paste_plain": commands.paste_plain,
        "write.paste_original": commands.paste_original,
        "write.find": find.open,
        "write.replace": lambda: find.open(replacing=True),
        "write.find_next": lambda: find.go(1),
        "write.find_previous": lambda: find.go(-1),
        "write.source": pane.toggle_source,
        "write.typewriter": pane.toggle_typewriter,
        "write.clear": commands.clear,
        "write.link": commands.link,
        "write.body": lambda: commands.become(Kind.PARAGRAPH),
        "write.split": commands.split,
        "write.image": commands.pictures,
        "write.caption": commands.picture,
        "write.table": commands.table,
        "write.rule": commands.rule,
        "write.footnote": commands.footnote,
        "table.above": lambda: commands.insert_row(below=False),
        "table.below": lambda: commands.insert_row(below=True),
        "table.left": lambda: commands.insert_column(right=False),
        "table.right": lambda: commands.insert_column(right=True),
        "table.drop_row": commands.remove_row,
        "table.drop_column": commands.remove_column,
    }
    for name, mark in MARKS.items():
        done[name] = partial(commands.mark, mark)
    for name, (kind, ordered) in KINDS.items():
        done[name] = partial(commands.become, kind, ordered=ordered)
    return done
