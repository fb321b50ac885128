"""The words, keys and icons of everything that can be done; what they do is connected where it is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.actions import Deed
from ui.intake.deeds import intake_deeds
from ui.outbox.deeds import outbox_deeds

MENUS = ("file", "edit", "format", "article", "review", "publish", "view", "tools", "help")


def menu_titles() -> dict[str, str]:
    """Titles of the menus, in their order."""
    translate = QCoreApplication.translate
    return {
        "file": translate("Menu", "&File"),
        "edit": translate("Menu", "&Edit"),
        "format": translate("Menu", "F&ormat"),
        "article": translate("Menu", "&Article"),
        "review": translate("Menu", "&Review"),
        "publish": translate("Menu", "&Publish"),
        "view": translate("Menu", "&View"),
        "tools": translate("Menu", "&Tools"),
        "help": translate("Menu", "&Help"),
    }


def file_deeds() -> list[Deed]:
    """New, import, save, deliver, print, quit."""
    translate = QCoreApplication.translate
    return [
        Deed("file.new", translate("Action", "New article"), "New article", "file", ("Ctrl+N",), "square-pen"),
        Deed(
            "file.import",
            translate("Action", "Import articles…"),
            "Import articles",
            "file",
            ("Ctrl+O",),
            "folder-input",
        ),
        Deed("file.save", translate("Action", "Save"), "Save", "file", ("Ctrl+S",), "save"),
        Deed("file.copy", translate("Action", "Save a copy as…"), "Save a copy", "file", ("Ctrl+Shift+S",), "copy"),
        Deed(
            "file.deliver",
            translate("Action", "Publish in a batch…"),
            "Publish in a batch",
            "file",
            ("Ctrl+Shift+D",),
            "send",
        ),
        Deed(
            "file.print", translate("Action", "Print review copy…"), "Print review copy", "file", ("Ctrl+P",), "printer"
        ),
        Deed(
            "file.picture",
            translate("Action", "Copy as picture for review"),
            "Copy as picture for review",
            "file",
            ("Ctrl+Shift+C",),
            "image",
        ),
        Deed("file.close", translate("Action", "Close article"), "Close article", "file", ("Ctrl+W",), "x"),
        Deed("file.quit", translate("Action", "Quit"), "Quit", "file", ("Ctrl+Q",), "log-out"),
    ]


def article_deeds() -> list[Deed]:
    """What is done with the article as a whole."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "article.convert",
            translate("Action", "Convert script…"),
            "Convert script",
            "article",
            ("Ctrl+T",),
            "languages",
        ),
        Deed("article.history", translate("Action", "History…"), "History", "article", ("Ctrl+H",), "history"),
        Deed(
            "article.number",
            translate("Action", "Go to number…"),
            "Go to number",
            "article",
            ("Ctrl+G",),
            "text-cursor-input",
        ),
        Deed(
            "article.new_version",
            translate("Action", "Paste as new version…"),
            "Paste as new version",
            "article",
            ("Ctrl+Alt+V",),
            "clipboard-paste",
        ),
        Deed("article.archive", translate("Action", "Archive"), "Archive", "article", ("Ctrl+Shift+A",), "archive"),
        Deed(
            "article.trash",
            translate("Action", "Move to the waste bin"),
            "Move to the waste bin",
            "article",
            ("Ctrl+Del",),
            "trash-2",
        ),
        Deed(
            "article.restore",
            translate("Action", "Put back on the desk"),
            "Put back on the desk",
            "article",
            ("Ctrl+Alt+Z",),
            "rotate-ccw",
        ),
    ]


def published_deeds() -> list[Deed]:
    """After publication."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "article.correct",
            translate("Action", "Correct…"),
            "Correct",
            "article",
            ("Ctrl+Alt+Shift+W",),
            "square-pen",
        ),
        Deed("article.withdraw", translate("Action", "Withdraw…"), "Withdraw", "article", ("Ctrl+Alt+W",), "ban"),
    ]


def open_deeds() -> list[Deed]:
    """Going through the articles that are open."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "article.next_open", translate("Action", "Next open article"), "Next open article", "article", ("Ctrl+Tab",)
        ),
        Deed(
            "article.previous_open",
            translate("Action", "Previous open article"),
            "Previous open article",
            "article",
            ("Ctrl+Shift+Tab",),
        ),
    ]


def review_deeds() -> list[Deed]:
    """Ways and judgments."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "review.submit",
            translate("Action", "Submit for review"),
            "Submit for review",
            "review",
            ("Ctrl+Return",),
            "send",
        ),
        Deed("review.pass", translate("Action", "Pass"), "Pass", "review", ("Ctrl+Shift+Return",), "check"),
        Deed(
            "review.return",
            translate("Action", "Return…"),
            "Return",
            "review",
            ("Ctrl+Shift+Backspace",),
            "corner-up-left",
        ),
        Deed(
            "review.countercheck", translate("Action", "Countercheck"), "Countercheck", "review", ("F9",), "list-checks"
        ),
        Deed("review.compare", translate("Action", "Compare"), "Compare", "review", ("F8",), "git-compare"),
        Deed("review.hold", translate("Action", "Hold…"), "Hold", "review", ("Ctrl+Alt+S",), "pause"),
        Deed("review.refuse", translate("Action", "Do not use…"), "Do not use", "review", ("Ctrl+Alt+U",), "x"),
        Deed("review.reopen", translate("Action", "Reopen"), "Reopen", "review", ("Ctrl+Alt+O",), "lock-open"),
        Deed("review.recall", translate("Action", "Recall"), "Recall", "review", ("Ctrl+Alt+B",), "undo-2"),
        Deed("review.take", translate("Action", "Take"), "Take", "review", ("Ctrl+Alt+J",), "hand"),
        Deed(
            "review.work",
            translate("Action", "Work through the list"),
            "Work through the list",
            "review",
            ("F10",),
            "list-checks",
        ),
        Deed(
            "review.next", translate("Action", "Next article"), "Next article", "review", ("Ctrl+PgDown",), "arrow-down"
        ),
        Deed(
            "review.previous",
            translate("Action", "Previous article"),
            "Previous article",
            "review",
            ("Ctrl+PgUp",),
            "arrow-up",
        ),
    ]


def view_deeds() -> list[Deed]:
    """What is seen."""
    translate = QCoreApplication.translate
    return [
        Deed("view.palette", translate("Action", "All commands…"), "All commands", "view", ("Ctrl+K",), "command"),
        Deed(
            "view.search",
            translate("Action", "Search articles"),
            "Search articles",
            "view",
            ("Ctrl+E",),
            "search",
        ),
        Deed("view.save_search", translate("Action", "Save this search…"), "Save this search", "view", ("Ctrl+Alt+F",)),
        Deed(
            "view.drop_search",
            translate("Action", "Forget this search"),
            "Forget this search",
            "view",
            ("Ctrl+Alt+Shift+F",),
        ),
        Deed("view.next_pane", translate("Action", "Next pane"), "Next pane", "view", ("F6",), "panel-right"),
        Deed(
            "view.previous_pane",
            translate("Action", "Previous pane"),
            "Previous pane",
            "view",
            ("Shift+F6",),
            "panel-left",
        ),
    ]


def mode_deeds() -> list[Deed]:
    """How it is seen."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "view.inspector",
            translate("Action", "Inspector"),
            "Inspector",
            "view",
            ("F4",),
            "panel-right",
            checkable=True,
        ),
        Deed("view.preview", translate("Action", "Large preview"), "Large preview", "view", ("F12",), "eye"),
        Deed(
            "view.dense",
            translate("Action", "Dense list"),
            "Dense list",
            "view",
            ("Ctrl+Shift+L",),
            "rows-3",
            checkable=True,
        ),
        Deed("view.focus", translate("Action", "Focus mode"), "Focus mode", "view", ("F11",), "focus", checkable=True),
        Deed(
            "view.menu_bar",
            translate("Action", "Menu bar"),
            "Menu bar",
            "view",
            ("Ctrl+M",),
            "panel-left",
            checkable=True,
        ),
        Deed("view.larger", translate("Action", "Larger text"), "Larger text", "view", ("Ctrl++", "Ctrl+="), "plus"),
        Deed("view.smaller", translate("Action", "Smaller text"), "Smaller text", "view", ("Ctrl+-",), "minus"),
        Deed("view.refresh", translate("Action", "Refresh"), "Refresh", "view", ("F5",), "refresh-cw"),
    ]


def order_deeds() -> list[Deed]:
    """In which order a list stands."""
    translate = QCoreApplication.translate
    words = {
        "updated": (translate("Action", "Newest first"), "Newest first"),
        "deadline": (translate("Action", "By deadline"), "By deadline"),
        "state": (translate("Action", "By state"), "By state"),
        "column": (translate("Action", "By column"), "By column"),
    }
    found = [
        Deed(f"order.{name}", text, english, "view", (f"Ctrl+Alt+{number}",), "arrow-up-down", checkable=True)
        for number, (name, (text, english)) in enumerate(words.items(), 1)
    ]
    grouped = translate("Action", "Grouped")
    return [*found, Deed("order.grouped", grouped, "Grouped", "view", ("Ctrl+Alt+G",), "layout-list", checkable=True)]


def tool_deeds() -> list[Deed]:
    """People, preferences, help."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "tools.person", translate("Action", "Change person…"), "Change person", "tools", ("Ctrl+Shift+P",), "users"
        ),
        Deed(
            "tools.members",
            translate("Action", "People and levels…"),
            "People and levels",
            "tools",
            ("Ctrl+Alt+M",),
            "user",
        ),
        Deed(
            "tools.rules",
            translate("Action", "Rules of review…"),
            "Rules of review",
            "tools",
            ("Ctrl+Alt+Shift+M",),
            "list-checks",
        ),
        Deed("tools.preferences", translate("Action", "Preferences…"), "Preferences", "tools", ("Ctrl+,",), "settings"),
        Deed("help.keys", translate("Action", "Keys"), "Keys", "help", ("F1",), "keyboard"),
        Deed("help.about", translate("Action", "About Gaotai"), "About Gaotai", "help", ("Shift+F1",), "info"),
    ]


GROUPS = (
    file_deeds,
    article_deeds,
    published_deeds,
    open_deeds,
    intake_deeds,
    review_deeds,
    outbox_deeds,
    view_deeds,
    mode_deeds,
    order_deeds,
    tool_deeds,
)
