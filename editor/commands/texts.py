"""Commands over a text alone: repair, convert, check."""

from __future__ import annotations

import json
import sys
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any

from editor.commands.place import desk, read_input
from editor.commands.records import article_record, finding_record, repair_record
from editor.errors import EditorError, Exit
from editor.findings import Severity
from editor.publish.whole_file import write_whole

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.text.variants import Conversion, Options

MAX_TEXT = 50_000_000


def _decoded(name: str, encoding: str | None) -> str:
    """The text of a file; standard input is UTF-8 unless told otherwise. Line ends stay as they are.

    Raises:
        EditorError: It cannot be read, is no text, or is not in that encoding.
    """
    return _text_of(read_input(name, MAX_TEXT), name, encoding)


def _text_of(data: bytes, name: str, encoding: str | None) -> str:
    if name == "-" and encoding is None:
        encoding = "utf-8"
    from editor.intake.encoding import decode, decode_as

    if not data:
        return ""
    return decode_as(data, encoding).text if encoding else decode(data)[0].text


def _put(options: argparse.Namespace, console: Console, text: str) -> None:
    _put_bytes(options, text.encode("utf-8", "replace"))
    _ = console


def _put_bytes(options: argparse.Namespace, data: bytes) -> None:
    if options.output:
        write_whole(options.output, data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def repair_command(options: argparse.Namespace, console: Console) -> None:
    """``repair``: text in, text out, damage undone."""
    from editor.text.repair import repair

    text = _decoded(options.file, options.encoding)
    repaired = repair(text)
    records = [repair_record(item, console) for item in repaired.repairs]
    if options.report:
        _report(options.report, records)
    if console.json:
        if options.output:
            _put(options, console, repaired.text)
        console.record({"text": repaired.text, "repairs": records})
    else:
        _put(options, console, repaired.text)
    if repaired.repairs and not console.json:
        applied = sum(item.applied for item in repaired.repairs)
        console.say("cli.repaired", applied=applied, offered=len(repaired.repairs) - applied)


def _report(name: str, records: list[dict[str, Any]]) -> None:
    write_whole(name, (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


def convert_command(options: argparse.Namespace, console: Console) -> None:
    """``convert``: a text, or an article whose variant is kept as a draft."""
    from pathlib import Path

    settings = _options(options)
    if options.source == "-" or Path(options.source).exists() or not _names_an_article(options, console):
        _convert_text(options, console, settings)
    else:
        _convert_article(options, console, settings)


def _options(options: argparse.Namespace) -> Options:
    from editor.text.variants import Glossary, Options

    glossary = Glossary()
    if options.glossary:
        glossary = Glossary.from_toml(read_input(options.glossary, 1_000_000).decode("utf-8", "replace"))
    return Options(words=options.words, quotes=options.quotes, via_hans=options.via_hans, glossary=glossary)


def _names_an_article(options: argparse.Namespace, console: Console) -> bool:
    from editor.operations import articles

    try:
        with desk(options, console, reading=True) as place, place.reading() as session:
            articles.find(session, options.source)
    except EditorError as error:
        if error.code in {"article_unknown", "library_missing"}:
            return False
        raise
    return True


def _convert_text(options: argparse.Namespace, console: Console, settings: Options) -> None:
    from editor.article import Variant
    from editor.text.variants import convert

    data = read_input(options.source, MAX_TEXT)
    text = _text_of(data, options.source, None)
    source = Variant(options.from_variant) if options.from_variant else None
    done = convert(text, Variant(options.to_variant), source=source, options=settings)
    record = conversion_record(done)
    if options.report:
        _report(options.report, record["changes"])
    # What is in the target already comes out byte for byte, in whatever encoding; a mark of UTF-8 at the start stays.
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    result = data if done.text == text else mark + done.text.encode("utf-8", "replace")
    if options.output or not console.json:
        _put_bytes(options, result)
    if console.json:
        console.record(record)


def conversion_record(done: Conversion) -> dict[str, Any]:
    """A conversion as JSON."""
    return {
        "text": done.text,
        "from": str(done.source),
        "to": str(done.target),
        "changes": [
            {
                "start": change.start,
                "end": change.end,
                "before": change.before,
                "after": change.after,
                "kind": str(change.kind),
                "candidates": list(change.candidates),
            }
            for change in done.changes
        ],
    }


def _convert_article(options: argparse.Namespace, console: Console, settings: Options) -> None:
    from editor.article import Variant
    from editor.operations.converting import convert_article
    from editor.operations.reviewing import called

    with desk(options, console) as place:
        done = convert_article(place, options.source, Variant(options.to_variant), settings)
    if options.report:
        _report(options.report, conversion_record(done.body)["changes"])
    if options.output:
        write_whole(options.output, done.content.text.encode())
    if console.json:
        console.record({**article_record(done.name, done.content, done.state), **conversion_record(done.body)})
    elif options.output:
        console.print(console.sentence("cli.converted", id=called(done.content.slip.number, done.name)))
    else:
        console.write(done.content.text)
        console.say("cli.converted", id=called(done.content.slip.number, done.name))


def check_command(options: argparse.Namespace, console: Console) -> None:
    """``check``: findings about a text, one a line."""
    from editor.article import Variant
    from editor.text.checks import check_text

    text = _decoded(options.file, options.encoding)
    findings = check_text(text, variant=Variant(options.variant) if options.variant else None)
    for finding in findings:
        if finding.severity == Severity.ERROR:
            console.worse(Exit.FOUND)
        record = finding_record(finding, console)
        if console.json:
            console.record(record)
        else:
            line = text.count("\n", 0, finding.start) + 1 if finding.start is not None else "-"
            console.print(f"{line}: {finding.rule} {finding.text}  {record['message']}")
    if not findings and not console.json:
        console.say("cli.nothing_found")
