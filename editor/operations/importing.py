"""Taking files in: each becomes an article of its own, as a draft, with its original kept beside it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.changes import Changes
from editor.intake import Intake, take_in
from editor.markup.writer import write
from editor.operations import articles
from editor.operations.content import Content
from editor.operations.desk import new_id
from editor.operations.numbering import next_number
from editor.store import drafts

if TYPE_CHECKING:
    from editor.operations.desk import Desk

_MIME = {"html": "text/html", "markdown": "text/markdown", "plain": "text/plain"}


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that was taken in."""

    name: str
    content: Content
    intake: Intake
    state: str
    changes: Changes


def import_page(desk: Desk, data: bytes, file: str, *, encoding: str | None = None) -> Imported:
    """Take one page in as a draft. Returned = the draft and the original bytes are on the disk.

    Args:
        desk: Where to.
        data: The bytes of the file.
        file: Its name, for the report and as a hint at its kind.
        encoding: A decoding that a person chose; None = told from the bytes.

    Raises:
        EditorError: The bytes are no page (exit 3), or the library cannot be written (exit 4).
    """
    intake = take_in(data, file, encoding=encoding)
    with desk.writing() as session:
        article = new_id()
        original = drafts.keep_bytes(session.connection, session.newsroom, data, _MIME.get(intake.kind, "text/plain"))
        number = next_number(session, article)
        content = Content(
            variant=intake.variant,
            slip=dataclasses.replace(intake.slip, number=number),
            text=write(intake.blocks),
            entered=_entered(intake, original),
            intake=_report(intake, file),
        )
        drafts.save(desk.library, articles.new_draft(session, article, content, ""))
        articles.refresh(session, article)
    return Imported(article, content, intake, "draft", Changes(drafts=frozenset({article})))


def _entered(intake: Intake, original: str) -> dict[str, Any]:
    """The facts from which anybody can see that the text is the original but for repaired damage."""
    return {
        "original": original,
        "encoding": intake.encoding,
        "kind": intake.kind,
        "repairs": [[item.rule, item.start, item.before, item.after] for item in intake.repairs if item.applied],
    }


def _report(intake: Intake, file: str) -> dict[str, Any]:
    return {
        "file": file,
        "encoding": intake.encoding,
        "repairs": [
            {"rule": item.rule, "before": item.before, "after": item.after, "applied": item.applied}
            for item in intake.repairs
        ],
        "report": [dataclasses.asdict(loss) for loss in intake.report],
    }
