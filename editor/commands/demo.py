"""``demo``: a newsroom's day on an embedded library, from scraped pages to a site, without a window."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError
from resources import data, table

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.importing import Imported

_MARK = ".gaotai-demo"
_WRITER = "林晓禾"
_REVIEWERS = (("周明远", "1"), ("何静宜", "2"), ("陈书衡", "3"))
_TARGETS = (("site", "site"), ("ninjs", "ninjs"), ("markdown", "markdown"), ("html", "html"))


def demo_command(options: argparse.Namespace, console: Console) -> None:
    """Pages come in, are repaired and converted, pass three people, and lie published in a folder."""
    out = Path(options.out)
    first = _own_folder(out)
    from editor.newsroom.identity import KeysInMemory
    from editor.operations.desk import Desk, new_id
    from editor.store import library

    opened = library.create(out / "library")
    try:
        place = Desk(opened, KeysInMemory(), new_id())
        if first:
            _day(place, console)
            (out / _MARK).touch()
        else:
            console.say("cli.demo_again")
        _publish(place, out, console)
        _verify(place, console)
    finally:
        opened.close()
    console.print(console.sentence("cli.demo_done", site=out / "site" / "index.html"))


def _own_folder(out: Path) -> bool:
    """Whether the day has still to be run there.

    Raises:
        EditorError: Somebody else's folder.
    """
    try:
        if (out / _MARK).exists():
            return False
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise EditorError.target("demo_folder_foreign", path=str(out))
        out.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise EditorError.target("output_unwritable", file=str(out)) from error
    return True


def _day(place: Desk, console: Console) -> None:
    from editor.operations.importing import import_page
    from editor.operations.people import admit

    admit(place, _REVIEWERS[2][0], ["3"])
    admit(place, _WRITER, ["reporter"])
    for name, level in _REVIEWERS[:2]:
        admit(place, name, [level])
    console.print(console.sentence("cli.demo_people", writer=_WRITER, reviewers="、".join(n for n, _ in _REVIEWERS)))
    for sample in table("samples/index.toml")["samples"]:
        done = import_page(place, data(f"samples/{sample['file']}"), sample["file"])
        _tell(done, sample["file"], console)
        _pass_on(place, done, sample["column"], console)


def _tell(done: Imported, file: str, console: Console) -> None:
    applied = [repair for repair in done.intake.repairs if repair.applied]
    console.print(
        console.sentence(
            "cli.demo_in",
            file=file,
            encoding=done.intake.encoding,
            number=done.content.slip.number,
            headline=done.content.slip.headline,
        )
    )
    if applied:
        shown = "，".join(f"{r.before} → {r.after}" for r in applied if r.rule in {"R02", "R03"})
        console.print(console.sentence("cli.demo_repaired", count=len(applied), examples=shown[:90] or "—"))


def _pass_on(place: Desk, done: Imported, column: str, console: Console) -> None:
    """A variant for the other readers, then three people pass both."""
    from editor.article import Variant
    from editor.operations.converting import convert_article
    from editor.operations.drafting import put_in_column
    from editor.text.variants import Options

    put_in_column(place, done.name, column)
    traditional = done.content.variant.traditional
    target = Variant.ZH_CN if traditional else Variant.ZH_TW
    converted = convert_article(place, done.name, target, Options(via_hans=False))
    one_to_many = sum(change.kind == "one-to-many" for change in converted.body.changes)
    console.print(
        console.sentence("cli.demo_converted", target=target, count=len(converted.body.changes), doubtful=one_to_many)
    )
    for name in (done.name, converted.name):
        _review(place, name, console)


def _review(place: Desk, name: str, console: Console) -> None:
    from editor.operations.reviewing import sign, submit

    submitted = submit(place, name, _WRITER)
    if name == submitted.name and "@" not in name:
        try:
            sign(place, name, 1, _WRITER)
        except EditorError as error:
            console.print(console.sentence("cli.demo_refused", reason=console.failure(error)))
    for person, level in _REVIEWERS:
        sign(place, name, int(level), person)
    console.print(console.sentence("cli.demo_signed", number=submitted.number, id=name))


def _publish(place: Desk, out: Path, console: Console) -> None:
    from editor.operations.delivering import deliver

    reading = dataclasses.replace(place)
    for kind, folder in _TARGETS:
        sent = deliver(reading, f"{kind}:{out / folder}", None)
        written = sum(item.written for item in sent.delivered)
        console.print(
            console.sentence(
                "cli.demo_sent", kind=kind, count=len(sent.delivered), written=written, folder=out / folder
            )
        )


def _verify(place: Desk, console: Console) -> None:
    from editor.operations.auditing import verify

    audit = verify(place)
    console.print(
        console.sentence(
            "cli.verified_problems" if audit.problems else "cli.verified",
            entries=audit.entries,
            checked=audit.checked,
            problems=len(audit.problems),
        )
    )
