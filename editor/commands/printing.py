"""The command that makes a review copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.commands.place import desk
from editor.publish.whole_file import write_whole

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


def print_command(options: argparse.Namespace, console: Console) -> None:
    """``print``: a review copy (审稿样) as PDF with line numbers, or as HTML."""
    from editor.operations.copying import review_page

    with desk(options, console, reading=True) as place:
        copied = review_page(place, options.id)
    record = {"id": copied.name, "number": copied.number, "file": options.output, "signed": copied.signed}
    if options.html:
        write_whole(options.output, copied.html.encode())
        _tell(console, options.output, {**record, "pages": None, "lines": None, "missing": ""})
        return
    from editor.publish.formats.review_pdf import render

    pdf = render(copied.html)
    write_whole(options.output, pdf.data)
    _tell(console, options.output, {**record, "pages": pdf.pages, "lines": pdf.lines, "missing": pdf.missing})


def _tell(console: Console, output: str, record: dict[str, object]) -> None:
    if record["missing"]:
        console.say("cli.print_missing", characters=str(record["missing"])[:40])
    if console.json:
        console.record(record)
    else:
        key = "cli.printed" if record["signed"] else "cli.printed_unsigned"
        console.print(console.sentence(key, number=record["number"], file=output))
