"""What the core tells a window of review: who did what, what differs, who may act. Plain, picklable, stdlib only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.findings import Finding


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one block: code points ``start`` to ``end`` (not included) of its text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two texts differ.

    Attributes:
        block: Index of the block in the new text; None when it is about a field of the slip.
        start: First code point in the new text of the block or field.
        end: One past the last; equal to ``start`` where something was only taken out.
        before: What stood there.
        after: What stands there.
        old_block: Index of the block in the old text.
        old_start: First code point there.
        old_end: One past the last.
        field: Name of the slip field, "" for the body.
    """

    block: int | None
    start: int
    end: int
    before: str
    after: str
    old_block: int | None = None
    old_start: int = 0
    old_end: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Blocks that stand beside each other when two texts are compared.

    Attributes:
        kind: ``equal``, ``changed``, ``restyled`` (same characters, other marks or kind of block), ``inserted``,
            ``deleted``, ``moved`` (a row where it was and a row where it is), ``split``, ``joined``.
        old: Indexes of the old blocks; several where paragraphs were joined.
        new: Indexes of the new blocks; several where a paragraph was split.
        removed: Characters of the old blocks that are gone.
        added: Characters of the new blocks that were not there.
        restyled: Whether marks, links or the kind of block differ, whatever became of the characters.
        other: For ``moved`` the index of the same block on the other side.
    """

    kind: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    removed: tuple[Stretch, ...] = ()
    added: tuple[Stretch, ...] = ()
    restyled: bool = False
    other: int | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the slip that differs: as text, with the stretches that were taken out and put in."""

    field: str
    before: str
    after: str
    removed: tuple[tuple[int, int], ...] = ()
    added: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ImageChange:
    """A picture that was ``added``, ``removed``, ``replaced`` or got another caption (``captioned``)."""

    kind: str
    old: int | None
    new: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts of one article beside each other.

    Attributes:
        rows: Blocks of the body in reading order.
        fields: Fields of the slip that differ.
        images: Pictures that differ.
        places: Every changed place of body and slip, in reading order, fields first.
        added: Characters of the body that were not there before.
        removed: Characters of the body that are gone.
        scope: ``same``, ``slip`` (fields alone), ``captions`` (captions, pictures' names and fields alone), ``style``
            (marks and kinds of block) or ``text``.
    """

    rows: tuple[AlignedRow, ...]
    fields: tuple[FieldChange, ...]
    images: tuple[ImageChange, ...]
    places: tuple[Difference, ...]
    added: int
    removed: int
    scope: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person may or may not do with an article now.

    Attributes:
        name: submit, sign, return, countercheck, hold, refuse, reopen, recall, take, comment, correct, withdraw,
            deliver, edit.
        level: For ``sign`` the level, else 0.
        allowed: Whether it would be done.
        code: Why not: sentence ``error.<code>``; "" when it is allowed.
        details: Values of that sentence.
    """

    name: str
    level: int
    allowed: bool
    code: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """A revision as people call it: 第N版, who made it, when, and how it counts."""

    revision: str
    number: int
    kind: str
    person: str
    name: str
    at: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an article's timeline.

    Attributes:
        kind: revision, submit, recall, take, sign, return, hold, refuse, reopen, correct, withdraw, countercheck,
            comment, receipt; a kind that this version does not know as it is called.
        entry: Id of the entry.
        person: Id of who did it; ``name`` as he was called then.
        at: ISO 8601, as the writer's clock said.
        level: Review level of sign, return, hold, refuse, take and 审改; else 0.
        round: 1, 2, 3 … for what belongs to a round of review, else 0.
        revision: Id of the revision that it is about or makes.
        version: 第N版 of that revision, 0 when it is not here.
        made: For a revision how it counts: written 撰稿, entered 代录, reviewed 审改, derived 派生; else "".
        added: For a revision: characters more than in the one before (the first: all of them).
        removed: For a revision: characters gone.
        places: For a revision: changed places, slip included.
        text: Reason, remark, form of a withdrawal's notice, destination of a delivery.
        quote: For a comment the words that it is about.
        covers: For a sign the outlets that it passes.
        counts: Whether the rules let it count; ``code`` says why not (``error.<code>``).
        countersigned: For 审改: whether another person has seen it; None for everything else.
        to: For a return: author, editor or level.
        correction: N of 更正第N次 for the `correct` and the submit of a correction, else 0.
        form: For these: notice, note or silent; "" of a submit where nobody said.
        action: For a receipt: put, remove, adopted or looked; "" for everything else.
    """

    kind: str
    entry: str
    person: str
    name: str
    at: str
    level: int = 0
    round: int = 0
    revision: str = ""
    version: int = 0
    made: str = ""
    added: int = 0
    removed: int = 0
    places: int = 0
    text: str = ""
    quote: str = ""
    covers: tuple[str, ...] = ()
    counts: bool = True
    code: str = ""
    countersigned: bool | None = None
    to: str = ""
    correction: int = 0
    form: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class BarStep:
    """One step of the bar 草稿—初审—复审—终审签发—已发布: ``state`` is done, now or next; who did it, when."""

    key: str
    state: str
    name: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an article waits for, and who could do it.

    Attributes:
        action: submit, sign, countercheck, reopen, deliver, "" when it waits for nothing.
        level: For ``sign`` the level.
        people: Names of those who may, in the order of the roster; ``taken_by`` is who took it (认领).
        since: When it began to wait, ISO 8601.
    """

    action: str
    level: int = 0
    people: tuple[str, ...] = ()
    taken_by: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """What there is to say of corrections of an article that is out, or of a notice.

    Attributes:
        number: N of 更正第N次: of the one that goes on, else how many there were.
        state: ``begun`` (a draft, not submitted), ``review``, "" = none goes on.
        form: notice, note or silent; "" = nobody said; `usual` is the newsroom's.
        what: What readers are told, as far as it is known.
        why: Why, for the newsroom.
        notice: Id of the notice; `notice_called` its 稿号 and headline.
        fixed: Names of the places where what is out cannot be changed.
        remarks: What does not fit, before somebody passes it.
        corrects: Of a notice, the article that it corrects; `corrects_called` its 稿号 and headline.
    """

    number: int = 0
    state: str = ""
    form: str = ""
    usual: str = "note"
    what: str = ""
    why: str = ""
    notice: str = ""
    notice_called: str = ""
    fixed: tuple[str, ...] = ()
    remarks: tuple[Finding, ...] = ()
    corrects: str = ""
    corrects_called: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the review pane shows of one article for one person."""

    state: str
    actions: tuple[Action, ...]
    timeline: tuple[Step, ...]
    bar: tuple[BarStep, ...]
    waiting: Waiting
    versions: tuple[Version, ...]
    correction: CorrectionShown | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What to compare with.

    Attributes:
        why: ``nothing`` (read all of it), ``passed`` (what the level before passed), ``read`` (what this person, or
            somebody at this level, saw in an earlier round), ``returned`` (what was given back, for who writes on),
            ``source`` (a script variant: the text that it was converted from).
        version: The revision, None for ``nothing``.
        text: Newsroom Markdown of it.
    """

    why: str
    version: Version | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PendingChanges:
    """What passing the article now would record of the open draft.

    Attributes:
        kind: ``reviewed`` (审改), ``written`` (撰稿: no sign-off stays), "" when nothing was changed.
        places: 通过后记为审改 N 处.
        share: Changed characters in percent of the text that the level before passed.
        limit: Greatest share in percent that a reviewer may change alone.
        over: Whether the lower levels would have to read it again.
        by: Name of whoever writes on the draft.
    """

    kind: str
    places: int = 0
    added: int = 0
    removed: int = 0
    share: float = 0.0
    limit: int = 0
    over: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark (批注) and where its words stand today.

    Attributes:
        quote: The words that it is about, "" for the whole article.
        block: Index of the block in today's text, None where the words are gone or there were none.
    """

    entry: str
    person: str
    name: str
    at: str
    text: str
    version: int
    quote: str = ""
    block: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the newsroom.

    Attributes:
        levels: reporter, 1, 2, 3, admin.
        columns: Columns in which the review levels hold, None = all.
        here: Whether his signing key is on this computer.
        pin: Whether he set a PIN on this computer.
    """

    person: str
    name: str
    levels: tuple[str, ...]
    columns: tuple[str, ...] | None
    active: bool
    here: bool
    pin: bool
