"""``demo``: a newsroom's day on an embedded library, from scraped pages to a site, without a window."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError, Exit
from resources import data, table

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.operations.content import Content
    from editor.operations.desk import Desk
    from editor.operations.importing import Imported

_MARK = ".gaotai-demo"
_WRITER = "林晓禾"
_CHIEF = "陈书衡"
_REVIEWERS = (("周明远", "1"), ("何静宜", "2"), (_CHIEF, "3"))
_TARGETS = ("site", "ninjs", "markdown", "html")
_WHOLE = "whole\n"


def demo_command(options: argparse.Namespace, console: Console) -> None:
    """Pages come in, are repaired and converted, pass three people, and lie published in a folder."""
    out = Path(options.out)
    done_before = _own_folder(out)
    from editor.newsroom.identity import KeysInMemory
    from editor.operations.desk import Desk, new_id
    from editor.store import library

    opened = library.create(out / "library")
    try:
        place = Desk(opened, KeysInMemory(), new_id())
        if done_before:
            console.say("cli.demo_again")
        else:
            _day(place, console)
            _mark(out, _WHOLE)
        _publish(place, out, console)
        _verify(place, console)
    finally:
        opened.close()
    console.print(console.sentence("cli.demo_done", site=out / "site" / "index.html"))


def _own_folder(out: Path) -> bool:
    """Whether the day was run there to its end. What a killed run left is taken away: its keys are gone.

    Raises:
        EditorError: Somebody else's folder, or it cannot be written.
    """
    try:
        mark = out / _MARK
        if mark.exists() and mark.read_text(encoding="ascii") == _WHOLE:
            return True
        if mark.exists():
            shutil.rmtree(out / "library", ignore_errors=True)
        elif out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise EditorError.target("demo_folder_foreign", path=str(out))
        out.mkdir(parents=True, exist_ok=True)
        _mark(out, "begun\n")
    except (OSError, ValueError) as error:
        raise EditorError.target("output_unwritable", file=str(out)) from error
    return False


def _mark(out: Path, state: str) -> None:
    (out / _MARK).write_text(state, encoding="ascii")


def _day(place: Desk, console: Console) -> None:
    from editor.operations.importing import import_page
    from editor.operations.people import admit

    admit(place, _CHIEF, ["3"])
    admit(place, _WRITER, ["reporter", "1", "2", "3"])
    for name, level in _REVIEWERS[:2]:
        admit(place, name, [level])
    console.print(
        console.sentence("cli.demo_people", writer=_WRITER, reviewers=console.listed(n for n, _ in _REVIEWERS))
    )
    for sample in table("samples/index.toml")["samples"]:
        done = import_page(place, data(f"samples/{sample['file']}"), sample["file"])
        _tell(done, sample["file"], console)
        _pass_on(place, done, sample, console)


def _tell(done: Imported, file: str, console: Console) -> None:
    slip, intake = done.content.slip, done.intake
    console.print("")
    console.print(
        console.sentence("cli.demo_in", number=slip.number, headline=slip.headline, file=file, encoding=intake.encoding)
    )
    byline = console.listed(credit.name for credit in slip.byline)
    console.print(console.sentence("cli.demo_slip", byline=byline or "—", source=slip.source or "—"))
    residues = [repair.before for repair in intake.repairs if repair.applied and repair.rule == "R02"]
    if residues:
        console.print(console.sentence("cli.demo_residues", count=len(residues), examples=" ".join(residues[:4])))
    for repair in intake.repairs:
        if repair.applied and repair.rule == "R03":
            console.print(console.sentence("cli.demo_bytes", before=repair.before, after=repair.after))
    if intake.report:
        gone = console.listed(console.sentence(f"intake.{loss.what}") for loss in intake.report if not loss.kept)
        console.print(console.sentence("cli.demo_left_out", what=gone or "—"))


def _pass_on(place: Desk, done: Imported, sample: dict[str, str], console: Console) -> None:
    """Three people pass it, then a variant for the other readers is made and passed as well."""
    from editor.article import Variant
    from editor.operations.converting import convert_article
    from editor.operations.drafting import put_in_column
    from editor.text.variants import Options

    put_in_column(place, done.name, sample["column"])
    if sample["kind"] == "markdown":
        _write_on(place, done.name)
    _review(place, done.name, console)
    target = Variant.ZH_CN if done.content.variant.traditional else Variant.ZH_TW
    converted = convert_article(place, done.name, target, Options())
    several = sum(change.kind == "one-to-many" for change in converted.body.changes)
    changes = len(converted.body.changes)
    console.print(console.sentence("cli.demo_converted", target=target, count=changes, doubtful=several))
    _review(place, converted.name, console)


def _write_on(place: Desk, name: str) -> None:
    """The reporter works on a text of her own: from then on she is its writer."""
    from editor.operations.drafting import save_draft

    def worked_on(content: Content) -> Content:
        head, rest = content.text.rstrip("\n").rsplit("\n\n", 1)
        return dataclasses.replace(content, text=f"{head}\n\n{rest}\n\n（本报记者 {_WRITER}）\n")

    save_draft(place, name, worked_on, _WRITER)


def _review(place: Desk, name: str, console: Console) -> None:
    from editor.operations.reviewing import countercheck, sign, submit

    submitted = submit(place, name, _WRITER)
    if submitted.kind == "written":
        _refused(place, name, console)
    for person, level in _REVIEWERS[:2]:
        sign(place, name, int(level), person)
    if submitted.kind == "written":
        _polish(place, name)
    changed = sign(place, name, 3, _CHIEF).kind == "reviewed"
    if changed:
        countercheck(place, name, _REVIEWERS[0][0])
    console.print(console.sentence("cli.demo_countersigned" if changed else "cli.demo_signed", number=submitted.called))


def _refused(place: Desk, name: str, console: Console) -> None:
    from editor.operations.reviewing import sign

    try:
        sign(place, name, 1, _WRITER)
    except EditorError as error:
        console.print(console.sentence("cli.demo_refused", reason=console.failure(error)))


def _polish(place: Desk, name: str) -> None:
    """The last reviewer mends one mark himself; somebody else has to confirm it."""
    from editor.operations.drafting import save_draft

    def polished(content: Content) -> Content:
        return dataclasses.replace(content, text=content.text.replace("（本报记者 ", "（记者 "))

    save_draft(place, name, polished, _CHIEF)


def _publish(place: Desk, out: Path, console: Console) -> None:
    from editor.operations.delivering import deliver

    console.print("")
    for kind in _TARGETS:
        sent = deliver(place, f"{kind}:{out / kind}", None)
        written = sum(item.written for item in sent.delivered)
        count = len(sent.delivered)
        console.print(console.sentence("cli.demo_sent", kind=kind, count=count, written=written, folder=out / kind))


def _verify(place: Desk, console: Console) -> None:
    from editor.operations.auditing import verify

    audit = verify(place)
    key = "cli.verified_problems" if audit.problems else "cli.verified"
    console.print(console.sentence(key, entries=audit.entries, checked=audit.checked, problems=len(audit.problems)))
    if audit.problems:
        console.worse(Exit.FOUND)
