"""Commands of publication: export and verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.commands.called import called, refuse
from editor.commands.place import desk
from editor.commands.records import finding_record
from editor.errors import EditorError, Exit

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


def export_command(options: argparse.Namespace, console: Console) -> None:
    """``export``: signed articles go to a target."""
    from editor.operations.delivering import deliver
    from editor.publish.targets import open_target

    if bool(options.ids) == options.all_signed:
        raise EditorError.usage("export_what")
    if ":" in options.target:
        open_target(options.target)  # a target that does not exist is told before the library is looked for
    with desk(options, console) as place:
        if ":" not in options.target:
            from editor.commands.delivery import export_to_target
            from editor.operations.outbox.targets import named

            export_to_target(place, named(place, options.target), options, console)
            return
        sent = deliver(place, options.target, None if options.all_signed else options.ids, options.person)
        names = called(place, [item.name for item in sent.delivered])
        for item in sent.delivered:
            if console.json:
                left_out = [finding_record(finding, console)["message"] for finding in item.left_out]
                console.record({"id": item.name, "target": sent.address, "place": item.place, "written": item.written,
                                "left_out": left_out, "aside": item.aside or None})  # fmt: skip
            else:
                key = "cli.delivered" if item.written else "cli.delivered_same"
                console.print(console.sentence(key, id=names[item.name], place=item.place))
                if item.aside:
                    console.print("  " + console.sentence("cli.delivered_aside", file=item.aside))
                for finding in item.left_out:
                    console.print(f"  {finding_record(finding, console)['message']}")
        refuse(place, console, sent.refused)
    if not sent.delivered and not sent.refused and not console.json:
        console.say("cli.nothing_signed")


def verify_command(options: argparse.Namespace, console: Console) -> None:
    """``verify``: every hash, signature and rule of the library."""
    from editor.operations.auditing import verify

    with desk(options, console, reading=True) as place:
        audit = verify(place)
    if audit.problems:
        console.worse(Exit.FOUND)
    if console.json:
        problems = [
            {
                "entry": problem.entry,
                "code": problem.code,
                "message": console.sentence(f"verify.{problem.code}"),
                "article": problem.article or None,
            }
            for problem in audit.problems
        ]
        console.record({"entries": audit.entries, "checked": audit.checked, "problems": problems})
        return
    for problem in audit.problems:
        told = console.sentence(f"verify.{problem.code}")
        console.print(f"{problem.entry[:12]}  {problem.code}  {told}")
    key = "cli.verified_problems" if audit.problems else "cli.verified"
    console.print(console.sentence(key, entries=audit.entries, checked=audit.checked, problems=len(audit.problems)))
