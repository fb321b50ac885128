"""Review copies (审稿样): what stands there now, whether it was signed or not, to be printed and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article import Article
from editor.markup.reader import read
from editor.operations import articles, chronicle, gate, picturing
from editor.operations.content import from_revision
from editor.operations.projection import body_characters
from editor.publish.formats import review_copy
from editor.publish.formats.review_copy import Passed, ReviewCopy
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from editor.operations.articles import Sheet
    from editor.operations.content import Content
    from editor.operations.desk import Desk, Session

PRINTED_SIDE = 1400
"""Longest side in px of a picture on a review copy: 170 mm at 200 dpi."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A review copy: id and 稿号 of its article, the page, and whether its text is signed."""

    name: str
    number: str
    headline: str
    html: str
    signed: bool


def review_page(desk: Desk, name: str) -> Copied:
    """The review copy of an article or variant as it stands, as HTML.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        content = sheet.content
        signed, changed = _signed(session, sheet, content)
        passed = _passed(session, sheet)
        version = 0 if sheet.draft is not None or sheet.revision is None else _version(sheet)
        state, stamp = str(sheet.state), session.stamp()
    blocks = read(content.text)
    small = picturing.small_of(desk, content.assets, PRINTED_SIDE)
    copy = ReviewCopy(
        article=Article(sheet.article, content.variant, content.slip, blocks),
        version=version,
        state=state,
        signed=signed,
        changed=changed,
        passed=passed,
        characters=body_characters(blocks),
        pictures={asset: (item.mime, item.data) for asset, item in small.items()},
        printed_at=stamp,
    )
    return Copied(sheet.name, content.slip.number, content.slip.headline, review_copy.render(copy), signed)


def _version(sheet: Sheet) -> int:
    return chronicle.version_number(sheet, sheet.revision.id) if sheet.revision is not None else 0


def _signed(session: Session, sheet: Sheet, content: Content) -> tuple[bool, bool]:
    """Whether exactly this text may go out, by the gate itself; and whether an older one may."""
    release = sheet.standing.release
    code, _ = gate.objection(session, sheet)
    if code or release is None:
        return False, False
    same = from_revision(release.revision).same_text(content)
    return same, not same


def _passed(session: Session, sheet: Sheet) -> tuple[Passed, ...]:
    """Sign-offs that count in the newest round, a level once."""
    steps = [step for step in chronicle.steps_of(session, sheet) if step.round]
    newest = max((step.round for step in steps), default=0)
    signs = [step for step in steps if step.round == newest and step.kind == Kind.SIGN and step.counts]
    found = {step.level: Passed(step.level, step.name, step.at) for step in signs}
    return tuple(found[level] for level in sorted(found))
