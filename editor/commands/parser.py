"""The grammar of the command line, with help in the language of the run."""

from __future__ import annotations

import argparse
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from typing_extensions import override

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.commands.console import Console

RETURNED_TO = ("author", "editor", "level")
VARIANTS = ("zh-CN", "zh-TW", "zh-HK", "zh-Hans", "zh-Hant")
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<what>.*)"), "required"),
    (re.compile(r"unrecognized arguments: (?P<what>.*)"), "unrecognized"),
    (re.compile(r"argument (?P<what>\S+): invalid choice: (?P<given>.*?) \(choose from (?P<choices>.*)\)"), "choice"),
    (re.compile(r"argument (?P<what>\S+): expected (?:one|at least one) argument.*"), "value"),
    (re.compile(r"argument (?P<what>\S+): (?:invalid|ignored).*"), "invalid"),
)


class HelpAskedError(Exception):
    """Somebody asked for help; the message is the help."""


class _Help(argparse.Action):
    """Shows help before anything else is asked for."""

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise HelpAskedError(parser.told() if isinstance(parser, _Parser) else parser.format_help())


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of exiting and speaks the language of the run."""

    console: Console
    command = ""
    arguments: Sequence[argparse.Action] = ()
    commands: Mapping[str, _Parser] = MappingProxyType({})

    def told(self) -> str:
        """The help, with words for every argument."""
        from editor.commands import explaining

        self.formatter_class = explaining.Formatter
        if self.command:
            explaining.explain(self.arguments, self.command, self.console.language)
            self.epilog = explaining.afterword(self.command, self.console.language) or None
        colon = self.console.sentence("cli.heading_usage").rstrip()[-1]
        return re.sub(r"(?m)^(\w+):$", rf"\1{colon}", self.format_help())

    @override
    def error(self, message: str) -> NoReturn:
        for pattern, name in _COMPLAINTS:
            found = pattern.fullmatch(message)
            if found:
                detail = self.console.sentence(f"cli.usage_{name}", **found.groupdict())
                break
        else:
            detail = message
        raise EditorError.usage("wrong_usage", detail=detail)


def build(console: Console) -> _Parser:
    """The whole grammar."""
    parser = _parser(console, prog="gaotai", description=console.sentence("cli.description"))
    common = _common(console)
    for action in common:
        action(parser)
    parser.add_argument("--version", action="store_true", help=console.sentence("cli.help_version"))
    commands = parser.add_subparsers(
        dest="command", metavar=console.sentence("cli.metavar_command"), parser_class=_Parser
    )

    def add(name: str, *arguments: tuple[Sequence[str], dict[str, Any]]) -> argparse.ArgumentParser:
        told = console.sentence(f"cli.help_{name}")
        child = commands.add_parser(name, help=told, description=told, add_help=False, allow_abbrev=False)
        _spoken(child, console)
        for action in common:
            action(child)
        child.command = name
        child.arguments = [child.add_argument(*flags, **options) for flags, options in arguments]
        return child

    _desk(add)
    _texts(add)
    _review(add)
    _publication(add)
    _window(add)
    parser.commands = commands.choices
    return parser


def _parser(console: Console, **options: Any) -> _Parser:
    parser = _Parser(add_help=False, allow_abbrev=False, **options)
    return _spoken(parser, console)


def _spoken(parser: _Parser, console: Console) -> _Parser:
    """The parser with its headings in the language of the run."""
    parser.console = console
    parser._positionals.title = console.sentence("cli.heading_arguments")  # noqa: SLF001
    parser._optionals.title = console.sentence("cli.heading_options")  # noqa: SLF001
    return parser


def _common(console: Console) -> list[Callable[[argparse.ArgumentParser], Any]]:
    """Options that may stand before or after the command: what is not given does not overwrite what was."""

    def option(*flags: str, key: str, **options: Any) -> Callable[[argparse.ArgumentParser], Any]:
        told = console.sentence(f"cli.help_{key}")
        return lambda parser: parser.add_argument(*flags, default=argparse.SUPPRESS, help=told, **options)

    return [
        option("-h", "--help", key="help", action=_Help, nargs=0),
        option("--library", key="library", metavar="DIR"),
        option("--as", key="as", dest="person", metavar="NAME"),
        option("--lang", key="lang", metavar="en|zh_CN"),
        option("--json", key="json", action="store_true"),
        option("--passphrase-file", key="passphrase_file", metavar="F"),
    ]


_ID = (("id",), {"metavar": "ID"})
_FILE = (("file",), {"metavar": "FILE|-"})


def _texts(add: Callable[..., argparse.ArgumentParser]) -> None:
    output = (("-o", "--output"), {"metavar": "OUT"})
    report = (("--report",), {"metavar": "R.json"})
    encoding = (("--encoding",), {"metavar": "ENC"})
    add("repair", _FILE, output, report, encoding)
    add(
        "convert",
        (("source",), {"metavar": "FILE|-|ID"}),
        (("--from",), {"dest": "from_variant", "choices": VARIANTS}),
        (("--to",), {"dest": "to_variant", "choices": VARIANTS, "required": True}),
        (("--words",), {"action": "store_true"}),
        (("--quotes",), {"action": "store_true"}),
        (("--via-hans",), {"action": "store_true"}),
        (("--glossary",), {"metavar": "FILE"}),
        output,
        report,
    )
    add("check", _FILE, (("--variant",), {"choices": VARIANTS}), encoding)


def _desk(add: Callable[..., argparse.ArgumentParser]) -> None:
    add("import", (("files",), {"metavar": "FILE|-", "nargs": "+"}), (("--encoding",), {"metavar": "ENC"}))
    add("list", (("--all",), {"action": "store_true"}))
    add("show", _ID, (("--format",), {"choices": ("md", "html", "json")}))
    add("edit", _ID, _FILE, (("--unlock",), {"action": "store_true"}))


def _review(add: Callable[..., argparse.ArgumentParser]) -> None:
    why = (("--why",), {"default": "", "metavar": "W"})
    why_needed = (("--why",), {"required": True, "metavar": "W"})
    add(
        "member",
        (("action",), {"choices": ("add", "set", "remove", "list")}),
        (("name",), {"metavar": "NAME", "nargs": "?"}),
        (("--levels",), {"metavar": "reporter,1,2,3,admin"}),
        (("--column",), {"action": "append", "metavar": "C"}),
        (("--all-columns",), {"action": "store_true"}),
    )
    add(
        "setting",
        (("--levels",), {"required": True, "choices": ("1,2,3", "1,3"), "metavar": "1,2,3|1,3"}),
        (("--share",), {"type": int, "default": 10, "metavar": "PERCENT"}),
        (("--strict",), {"action": "store_true"}),
        (("--correction",), {"choices": ("notice", "note", "silent"), "default": "note"}),
        (("--column",), {"default": "", "metavar": "C"}),
    )
    add("submit", _ID)
    add("sign", _ID, (("--level",), {"required": True, "choices": ("1", "2", "3")}))
    add("countercheck", _ID)
    add("return", _ID, why_needed, (("--to",), {"dest": "back_to", "choices": RETURNED_TO, "default": "author"}))
    add("take", _ID)
    add("recall", _ID)
    add("hold", _ID, why)
    add("refuse", _ID, why_needed)
    add("reopen", _ID, why)
    add("comment", _ID, (("text",), {"metavar": "TEXT"}), (("--quote",), {"metavar": "WORDS"}))
    add("history", _ID)
    add(
        "correct",
        _ID,
        (("--form",), {"choices": ("notice", "note", "silent")}),
        (("--what",), {"default": "", "metavar": "TEXT"}),
        why,
        (("--undo",), {"action": "store_true"}),
    )
    order = (("--order",), {"default": "", "metavar": "TEXT"})
    add("withdraw", _ID, (("--notice",), {"action": "store_true"}), why, order)


TARGET_OPTIONS = (
    *("url", "user", "path", "format", "outlet", "connections", "rate", "authority", "indent"),
    *("details", "author", "terms", "column_category"),
    *("parent", "page_type", "key_field", "fields", "api"),
    *("host", "port", "key_file", "fingerprint", "section", "languages", "build"),
    *("appid", "link", "template", "comments"),
    *("title", "newsroom", "columns"),
)
"""Options of our own kinds, each a flag; those of other packages are ``--set name=value``."""


_QUEUE = ("list", "run", "cancel", "again")
HOLDING = ("hold", "release")
"""Actions of ``outbox`` for whole targets."""
PERSONS = ("published", "down", "copy", "note", "sheet", "receipts")
"""Actions of ``outbox`` that are a person's, of one article."""
EMERGENCY = "emergency"
"""Action of ``outbox`` that writes an 应急稿包."""


def _publication(add: Callable[..., argparse.ArgumentParser]) -> None:
    no_wait = (("--no-wait",), {"action": "store_true"})
    add(
        "export",
        (("--to",), {"dest": "target", "required": True, "metavar": "TARGET"}),
        (("ids",), {"metavar": "ID", "nargs": "*"}),
        (("--all-signed",), {"action": "store_true"}),
        no_wait,
    )
    add(
        "target",
        (("action",), {"choices": ("add", "list", "test", "edit", "remove")}),
        (("name",), {"metavar": "NAME", "nargs": "?"}),
        (("--kind",), {"metavar": "KIND"}),
        *(((f"--{name.replace('_', '-')}",), {"metavar": "VALUE"}) for name in TARGET_OPTIONS),
        (("--set",), {"action": "append", "metavar": "OPTION=VALUE"}),
        (("--secret-file",), {"dest": "given_by", "metavar": "F|-"}),
    )
    add(
        "outbox",
        (
            ("action",),
            {"choices": (*_QUEUE, *HOLDING, *PERSONS, EMERGENCY), "nargs": "?", "default": "list"},
        ),
        (("ids",), {"metavar": "ID", "nargs": "*"}),
        no_wait,
        *(((flag,), {"action": "store_true"}) for flag in ("--all", "--scheduled", "--elsewhere", "--look", "--yes")),
        (("--to",), {"default": "", "metavar": "NAME"}),
        (("--address",), {"default": "", "metavar": "URL"}),
        (("--at",), {"default": "", "metavar": "TIME"}),
        (("--picture",), {"default": "", "metavar": "FILE"}),
        (("--order",), {"default": "", "metavar": "TEXT"}),
        (("--why",), {"default": "", "metavar": "W"}),
        (("-o", "--output"), {"default": "", "metavar": "OUT"}),
    )
    add(
        "register",
        (("-o", "--output"), {"default": "", "metavar": "OUT"}),
        (("--since",), {"default": "", "metavar": "DATE"}),
    )
    add(
        "print",
        _ID,
        (("-o", "--output"), {"metavar": "OUT", "required": True}),
        (("--html",), {"action": "store_true"}),
    )
    add("verify")
    add("demo", (("--out",), {"default": "demo-out", "metavar": "DIR"}))


def _window(add: Callable[..., argparse.ArgumentParser]) -> None:
    add(
        "window",
        (("files",), {"metavar": "FILE", "nargs": "*"}),
        (("--quit-after-first-paint",), {"action": "store_true"}),
    )
    add("tour", (("out",), {"metavar": "OUT"}))
