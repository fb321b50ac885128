"""Commands of the desk: import, list, show, edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.commands.place import desk, read_input
from editor.commands.records import article_record, difference_records, finding_record, repair_record, slip_record
from editor.errors import EditorError, Exit
from editor.findings import Severity

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.importing import Imported

MAX_PAGE = 50_000_000


def import_command(options: argparse.Namespace, console: Console) -> None:
    """``import``: each file becomes an article; a bad one does not stop the others."""
    with desk(options, console, make=True) as place:
        for file in options.files:
            try:
                _import_one(place, file, options.encoding, console)
            except EditorError as error:
                if error.exit_code == Exit.LIBRARY:
                    raise
                error.details.setdefault("file", file)
                console.fail(error, {"file": file})


def _import_one(place: Desk, file: str, encoding: str | None, console: Console) -> None:
    """A file; of a ZIP or folder every article in it, a bad one of which does not stop the others either."""
    from editor.operations.importing import NotImported, import_page, import_path

    if file == "-":
        _imported(import_page(place, read_input(file, MAX_PAGE), "", encoding=encoding), file, console)
        return
    for done in import_path(place, file, encoding=encoding):
        if isinstance(done, NotImported):
            done.error.details.setdefault("file", done.file)
            console.fail(done.error, {"file": done.file})
        else:
            _imported(done, done.file, console)


def _imported(done: Imported, file: str, console: Console) -> None:
    if any(finding.severity == Severity.ERROR for finding in done.intake.findings):
        console.worse(Exit.FOUND)
    if console.json:
        console.record(_import_record(done, file, console))
        return
    _tell_import(done, file, console)


def _import_record(done: Imported, file: str, console: Console) -> dict[str, Any]:
    intake = done.intake
    return {
        **article_record(done.name, done.content, done.state),
        "file": file,
        "encoding": intake.encoding,
        "readings": [reading.encoding for reading in intake.readings] if len(intake.readings) > 1 else [],
        "repairs": [repair_record(item, console) for item in intake.repairs],
        "findings": [finding_record(finding, console) for finding in intake.findings],
        "report": [
            {
                "what": loss.what,
                "count": loss.count,
                "kept": loss.kept,
                "text": loss.text,
                "message": console.sentence(f"intake.{loss.what}"),
            }
            for loss in intake.report
        ],
    }


def _tell_import(done: Imported, file: str, console: Console) -> None:
    slip, intake = done.content.slip, done.intake
    applied = sum(item.applied for item in intake.repairs)
    console.print(
        console.sentence(
            "cli.imported",
            number=slip.number,
            headline=slip.headline or console.sentence("cli.no_headline"),
            variant=done.content.variant,
            blocks=len(intake.blocks),
            file=file,
        )
    )
    if intake.repairs:
        console.print(console.sentence("cli.import_repairs", applied=applied, offered=len(intake.repairs) - applied))
    for loss in intake.report:
        told = console.sentence(f"intake.{loss.what}")
        console.print(console.sentence("cli.import_loss", what=told, count=loss.count, text=loss.text))
    for finding in intake.findings:
        console.print("  " + str(finding_record(finding, console)["message"]))
    if len(intake.readings) > 1:
        names = ", ".join(reading.encoding for reading in intake.readings)
        console.say("cli.import_readings", encodings=names, file=file)
        for reading in intake.readings:
            console.say("cli.import_reading", encoding=reading.encoding, text=reading.text.strip()[:60])


def list_command(options: argparse.Namespace, console: Console) -> None:
    """``list``: every variant of every article; what lies in the waste bin only when all is asked for."""
    from editor.store import listing

    with desk(options, console, reading=True) as place, place.reading() as session:
        rows = listing.every(session.connection, session.newsroom, trash=options.all)
    for row in rows:
        if console.json:
            console.record(
                {
                    "id": row.name,
                    "number": row.number,
                    "variant": row.variant,
                    "headline": row.headline or None,
                    "column": row.column or None,
                    "authors": list(row.authors),
                    "state": row.state,
                    "updated_at": row.updated_at,
                }
            )
        else:
            state = console.sentence(f"cli.state_{row.state}")
            names = " ".join(str(author.get("name", "")) for author in row.authors)
            number = row.number if row.own else f"{row.number}@{row.variant}"
            console.print(f"{number}  {state}  {row.headline}  {names}".rstrip())
    if not rows and not console.json:
        console.say("cli.list_empty")


def show_command(options: argparse.Namespace, console: Console) -> None:
    """``show``: one article as Markdown with front matter, as a page, or as JSON."""
    from editor.operations import articles, originals

    with desk(options, console, reading=True) as place, place.reading() as session:
        sheet = articles.find(session, options.id)
        content, state, name, article = sheet.content, str(sheet.state), sheet.name, sheet.article
        differences = originals.differences(session, sheet)
        as_original = None if sheet.revision is None else differences == ()
    form = options.format or ("json" if console.json else "md")
    if form == "json":
        record = article_record(name, content, state)
        record |= {"as_original": as_original, "differences": difference_records(differences)}
        console.record({**record, "text": content.text, "intake": content.intake})
    elif form == "md":
        from editor.commands.review import tell_original
        from editor.markup.frontmatter import join

        console.write(join({"id": name, **slip_record(content), "state": state}, content.text))
        if content.slip.origin is not None and content.slip.origin.locked:
            tell_original(console, differences)
    else:
        from editor.publish.formats.draft import render

        console.write(render(content.article(article)).decode())


def edit_command(options: argparse.Namespace, console: Console) -> None:
    """``edit``: the draft becomes what a Markdown file (as ``show`` prints it) says."""
    from editor.commands.edited import edited
    from editor.operations.drafting import save_draft

    data = read_input(options.file, MAX_PAGE)
    with desk(options, console) as place:
        saved = save_draft(
            place, options.id, lambda before: edited(before, data), options.person, unlock=options.unlock, why="save"
        )
    if console.json:
        console.record({"id": saved.name, "number": saved.number, "saved_at": saved.saved_at})
    else:
        console.print(console.sentence("cli.saved", number=saved.number))
