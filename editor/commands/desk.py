"""Commands of the desk: list, show, edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.commands.place import desk, read_input
from editor.commands.records import article_record, difference_records, slip_record

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console

MAX_PAGE = 50_000_000


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
