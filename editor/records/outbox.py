"""What the core tells a window of the outbox. Plain, picklable, standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class OptionShown(NamedTuple):
    """One thing that a kind of target has to be told; its words are ``target.option.<name>``."""

    name: str
    required: bool
    default: str
    choices: tuple[str, ...]


class KindShown(NamedTuple):
    """A kind of target; secret = it needs a password."""

    name: str
    options: tuple[OptionShown, ...]
    secret: bool
    whole: bool


class TargetShown(NamedTuple):
    """A target.

    Attributes:
        held: Why nothing goes there (一键暂缓), "" = it does.
        has_secret: Whether its password is kept here.
        open: How many pieces of work are still to be done there.
    """

    name: str
    kind: str
    destination: str
    options: Mapping[str, str]
    held: str
    has_secret: bool
    open: int


class Tested(NamedTuple):
    """What a test of the connection found.

    Attributes:
        code: What is wrong: sentence ``error.<code>`` (or held., waits.) with details; "" = nothing is.
        who: As whom we are known there.
        clock: The place's clock minus ours in seconds, None = it does not tell.
        notes: Sentences ``target.note.<code>``, each with its detail.
    """

    code: str = ""
    sentence: str = ""
    details: Mapping[str, Any] = {}
    who: str = ""
    clock: float | None = None
    notes: tuple[tuple[str, str], ...] = ()


class BatchShown(NamedTuple):
    """A batch: states → number of articles."""

    id: str
    person: str
    made_at: str
    targets: tuple[str, ...]
    states: Mapping[str, int]


class LineShown(NamedTuple):
    """One piece of work.

    Attributes:
        key: Of the job.
        id: Of the article variant.
        action: put or remove.
        state: waiting, sending, checking, done, held, canceled.
        sentence: Key of the reason in the message table, with values; "" = none.
        keeper: Who keeps the time of what is scheduled: ``target``, ``here`` or "" = nothing is scheduled.
        differs: Fields that do not stand there as sent: field, sent, there.
        allows: What a person may decide: ``stamp`` (write over their change), ``digest`` (let it stand as it does),
            ``vanished`` (make it anew), each with the value to hand back.
        gone: Whether what was sent has been taken down there since.
    """

    key: str
    id: str
    number: str
    headline: str
    target: str
    batch: str
    action: str
    state: str
    code: str
    sentence: str
    values: Mapping[str, Any]
    address: str
    publish_at: str
    keeper: str
    queued_at: str
    done_at: str
    attempt: int
    differs: tuple[tuple[str, str, str], ...]
    allows: Mapping[str, str]
    gone: bool = False


class QueueDone(NamedTuple):
    """What was queued, and what may not go: (id, code, detail)."""

    batch: str
    keys: tuple[str, ...]
    refused: tuple[tuple[str, str, str], ...]
    there: tuple[str, ...]


class PictureShown(NamedTuple):
    """A picture that would go.

    Attributes:
        id: sha256 (hex) of the picture as it was signed.
        file: Name there.
        size: Bytes as it was signed, 0 = not known.
    """

    id: str
    file: str
    caption: str
    alternative: str
    size: int


class PreviewShown(NamedTuple):
    """Exactly what would go to a target.

    Attributes:
        code: Why it may not go, "" = it may; sentence ``error.<code>``.
        fields: Name and value (plain data), in the words of the target.
        pictures: In the order of their appearance.
        losses: Code (sentence ``loss.<code>``), field, detail, whether it stops.
        publish_at: When it would appear, "" = at once.
    """

    id: str
    target: str
    code: str = ""
    detail: str = ""
    key: str = ""
    fields: tuple[tuple[str, Any], ...] = ()
    pictures: tuple[PictureShown, ...] = ()
    losses: tuple[tuple[str, str, str, bool], ...] = ()
    publish_at: str = ""


class ThreeTexts(NamedTuple):
    """A field that somebody changed there: what we would send, what stands there, what we published last."""

    field: str
    ours: str
    theirs: str
    last: str


class WorkDone(NamedTuple):
    """What one round of work brought.

    Attributes:
        articles: Whose rows changed.
        done: How many stand there now as they were to; removed: how many were taken down.
        next_due: Milliseconds since 1970 when there is something to do again, None = nothing is left.
        troubles: Target, sentence key, values: why nothing can go there just now.
    """

    articles: tuple[str, ...]
    done: int
    next_due: int | None
    troubles: tuple[tuple[str, str, Mapping[str, Any]], ...]
    removed: int = 0
