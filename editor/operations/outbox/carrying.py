"""One piece of work at a place, without the library: it runs in a thread and may be begun again at any point.

The order makes it safe. Look what stands there; never write where somebody has changed something; write it as a draft,
compare, and only then publish. An answer that did not come is not a failure: nothing is known, so the next attempt
begins with looking.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations.outbox.clock import moment
from editor.operations.outbox.doubles import with_article
from editor.publish.targets.destination import (
    BusyError,
    Difference,
    RefusedError,
    Standing,
    Status,
    differences,
)
from editor.publish.wire import NotSentError, UnknownError, WireError

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from editor.publish.package import Gone
    from editor.publish.targets.destination import Destination, Piece
    from editor.store.outbox import Placed

LEFT = "left_our_hands"
"""Code of a taking down that only people at the place can do."""
_LOOK = 60.0
"""Seconds after which it is looked again at least, whatever this computer's clock says."""
_SHOWN_THERE = frozenset({Status.PUBLIC, Status.SCHEDULED})


@dataclass(frozen=True, slots=True)
class Load:
    """What a thread takes with it.

    Attributes:
        key: Of the job.
        piece: What goes; None for a taking down. `payload` is all of it as one text, `digest` its sha256.
        gone: What is taken down; None for what goes.
        place_key: The key at the place.
        placed: What stood there when we wrote last, None = we never did. Of what stands there now, each field is as it
            was then, as it is sent now, or as in `earlier`; anything else was somebody else.
        earlier: Fields of what we sent meanwhile without learning what became of it, also of older texts.
        found: What a look-up found under the key a moment ago; None = it was not looked for.
        late: Seconds for which an earlier call that was given up may still have an effect, 0 = there is none.
        overtaken: The same of calls with another text: written before they end, ours would be written over.
        allow: What a person allowed: ``stamp`` of a change there that may be written over, ``digest`` of a piece that
            may stand there as it does, ``vanished`` when it may be made anew.
    """

    key: str
    place_key: str
    piece: Piece | None = None
    payload: str = ""
    digest: str = ""
    gone: Gone | None = None
    placed: Placed | None = None
    earlier: Sequence[Mapping[str, Any]] = ()
    found: Sequence[Standing] | None = None
    late: float = 0.0
    overtaken: float = 0.0
    allow: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it.

    Attributes:
        state: done, held, waiting (nothing was done there) or checking (it is not known).
        code: Sentence ``held.<code>`` or ``waits.<code>``, "" when it is done.
        after: Seconds until the next attempt, None = by the rule of growing distances.
        late: An answer was given up: the call may still have an effect.
        away: Nothing reached the place: the others need not be tried either.
        stops: The whole place has to wait for a person.
    """

    key: str
    state: str
    code: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    standing: Standing | None = None
    differences: tuple[Difference, ...] = ()
    after: float | None = None
    late: bool = False
    away: bool = False
    stops: bool = False


class _HeldError(Exception):
    """A person has to decide."""

    def __init__(
        self, code: str, standing: Standing | None = None, found: Sequence[Difference] = (), **details: Any
    ) -> None:
        super().__init__(code)
        self.code = code
        self.standing = standing
        self.found = tuple(found)
        self.details = details


def carry(destination: Destination, load: Load, off: Container[str] = ()) -> Outcome:
    """Do one piece of work; every way in which it can end is an outcome.

    Args:
        destination: The place.
        load: What is done.
        off: Keys of jobs that somebody has decided against by now: they are left waiting before the next write.
    """
    try:
        if load.piece is not None:
            return _put(destination, load, load.piece, off)
        return _remove(destination, load)
    except (_HeldError, RefusedError, BusyError, WireError, EditorError) as error:
        return Outcome(load.key, code=error.code, details=error.details, **_ending(error))


def _ending(error: _HeldError | RefusedError | BusyError | WireError | EditorError) -> dict[str, Any]:
    """What an error means for the piece of work."""
    match error:
        case _HeldError():
            ending: dict[str, Any] = {"state": "held", "standing": error.standing, "differences": error.found}
        case RefusedError():
            ending = {"state": "waiting" if error.stops else "held", "stops": error.stops}
        case BusyError():
            ending = {"state": "checking" if error.unknown else "waiting", "after": error.after}
        case NotSentError():
            ending = {"state": "waiting", "away": True}
        case UnknownError():
            ending = {"state": "checking", "late": error.late}
        case _:
            ending = {"state": "held"}
    return ending


def _go_on(load: Load, off: Container[str]) -> None:
    if load.key in off:
        raise BusyError("", after=0.0)


def _put(destination: Destination, load: Load, piece: Piece, off: Container[str]) -> Outcome:
    if load.overtaken > 0:
        raise BusyError("late_call", after=load.overtaken)
    _go_on(load, off)
    at = _where(destination, load, piece)
    public = at is not None and at.status == Status.PUBLIC
    if public and piece.publish_at:  # there it would appear at once
        raise BusyError("until", after=_left(piece), at=piece.publish_at)
    wanted = Status.SCHEDULED if piece.publish_at else Status.PUBLIC
    if at is not None and at.status == wanted and not differences(piece.fields, at.fields) and _in_time(piece, at):
        return Outcome(load.key, "done", standing=at)
    if destination.traits.drafts and (at is None or at.status in {Status.DRAFT, Status.GONE}):
        at = _unseen(destination, load, piece, at)
    _go_on(load, off)
    standing = _own(destination, load, destination.put(piece, at, wanted))
    found = differences(piece.fields, standing.fields)
    if standing.status == Status.PUBLIC and wanted == Status.SCHEDULED:
        raise _HeldError("published_at_once", standing, found, at=piece.publish_at)
    if standing.status not in {wanted, Status.PUBLIC}:
        raise _HeldError("not_published", standing, found, status=str(standing.status))
    return Outcome(load.key, "done", standing=standing, differences=found)


def _left(piece: Piece) -> float:
    """Seconds until its time by this computer's clock; which of the clocks is right is looked at again then."""
    return max(_LOOK, (moment(piece.publish_at) or 0.0) - time.time())


def _in_time(piece: Piece, at: Standing) -> bool:
    """Whether what waits there waits for the time that it is to have now."""
    return at.status != Status.SCHEDULED or moment(at.publish_at) == moment(piece.publish_at)


def _unseen(destination: Destination, load: Load, piece: Piece, at: Standing | None) -> Standing:
    """Let it stand there unseen, and compare before anybody can see it."""
    draft = _own(destination, load, destination.put(piece, at, Status.DRAFT))
    found = differences(piece.fields, draft.fields)
    if found and load.allow.get("digest") != load.digest:
        raise _HeldError("changed_there", draft, found, fields=", ".join(item.field for item in found))
    return draft


def _own(destination: Destination, load: Load, made: Standing) -> Standing:
    """What was made bears our key; if another thing bears it already, ours is a double and goes again.

    Raises:
        BusyError: It was a double: what stands under the key is looked at in the next attempt.
    """
    if made.key == load.place_key:
        return made
    from editor.article import Variant  # noqa: PLC0415
    from editor.publish.package import Gone  # noqa: PLC0415

    destination.remove(made, Gone(load.place_key, Variant.ZH_CN, notice=False, at=""))
    raise BusyError("double_removed", after=1.0)


def _where(destination: Destination, load: Load, piece: Piece) -> Standing | None:
    """What is to be written over, None = nothing stands there.

    Raises:
        _HeldError: Somebody has changed it there, or has taken it away.
    """
    if load.placed is not None and load.placed.thing:
        return _ours(destination, load, piece, load.placed)
    found = load.found if load.found is not None else destination.find([load.place_key]).get(load.place_key, ())
    mine = [one for one in found if one.key == load.place_key]
    if not mine:
        if load.late > 0 and not destination.traits.refuses_doubles:  # a call that was given up may still make it
            raise BusyError("late_call", after=load.late, unknown=True)
        return None
    at = destination.read(mine[0].thing) or mine[0]
    if at.status == Status.GONE and load.placed is None and not load.allow.get("vanished"):
        raise _HeldError("taken_down_there", at, address=at.address)  # by whom, this computer does not know
    _not_strange(load, piece, at)
    return at


def _not_strange(load: Load, piece: Piece, at: Standing) -> None:
    """What others can see under our key, or will, says what we say.

    Raises:
        _HeldError: It says something else, and nobody here has decided about it.
    """
    if at.status in _SHOWN_THERE:
        strange = [item for item in differences(piece.fields, at.fields) if not _sent(load, at, item)]
        allowed = load.allow.get("stamp") == at.stamp or load.allow.get("digest") == load.digest
        if strange and not allowed:
            raise _HeldError("stands_already", at, strange, address=at.address)


def _ours(destination: Destination, load: Load, piece: Piece, placed: Placed) -> Standing | None:
    """What we wrote before, as it stands there now."""
    at = destination.read(placed.thing)
    if at is None:
        if placed.status == Status.GONE or load.allow.get("vanished"):
            return None
        raise _HeldError("vanished", None, address=placed.address)
    if placed.status == Status.GONE:  # we took it down; whoever put it up again has not asked us
        _not_strange(load, piece, at)
    elif _is_taken_down(placed, at) and not load.allow.get("vanished"):
        raise _HeldError("taken_down_there", at, address=placed.address)
    elif load.allow.get("stamp") != at.stamp:
        found = differences(placed.fields, at.fields) if at.stamp != placed.stamp else ()
        strange = [item for item in found if not _sent(load, at, item)] + _moved(placed, piece, at)
        if strange:
            raise _HeldError("edited_there", at, strange, address=at.address)
    return at


def _is_taken_down(placed: Placed, at: Standing) -> bool:
    """Whether somebody has taken out of the public what was there, or was to come; to make a draft of it does that."""
    return at.status == Status.GONE or (at.status == Status.DRAFT and placed.status in _SHOWN_THERE)


def _moved(placed: Placed, piece: Piece, at: Standing) -> list[Difference]:
    """The time, where somebody has given another to what waits there."""
    if at.status != Status.SCHEDULED or placed.status != Status.SCHEDULED or not at.publish_at:
        return []
    known = {moment(placed.publish_at), moment(piece.publish_at)}
    return [] if moment(at.publish_at) in known else [Difference("publish_at", placed.publish_at, at.publish_at)]


def _sent(load: Load, at: Standing, item: Difference) -> bool:
    """Whether a field stands there as we send it, or sent it: an earlier attempt came so far."""
    ours = (load.piece.fields, *load.earlier) if load.piece is not None else load.earlier
    return item.field in at.fields and any(
        item.field in fields and fields[item.field] == at.fields[item.field] for fields in ours
    )


def _remove(destination: Destination, load: Load) -> Outcome:
    gone = load.gone
    if gone is None:
        return Outcome(load.key, "held", "nothing_to_do")
    found = list(destination.find([load.place_key]).get(load.place_key, ()))
    texts = [*([load.placed.fields] if load.placed is not None and load.placed.fields else []), *load.earlier]
    found = with_article(found, load.place_key, texts, destination.read)
    if load.placed is not None and load.placed.thing and all(one.thing != load.placed.thing for one in found):
        known = destination.read(load.placed.thing)
        if known is not None and _is_anothers(load, load.placed, known):
            raise _HeldError(
                "edited_there", known, differences(load.placed.fields, known.fields), address=known.address
            )
        found += [known] if known is not None else []
    if not found and _has_left(destination, load):
        raise _HeldError(LEFT)
    left: Standing | None = None
    for one in found:
        if one.status != Status.GONE or gone.notice:
            left = destination.remove(one, gone) or left
    _nobody_finds_it(destination, load, found, gone)
    if load.late > 0:  # a call that was given up may still make it: looked for once more
        raise BusyError("late_call", after=load.late, unknown=True)
    address = load.placed.address if load.placed is not None else ""
    thing = found[0].thing if found else ""
    return Outcome(load.key, "done", standing=left or Standing(thing, load.place_key, Status.GONE, address))


def _is_anothers(load: Load, placed: Placed, known: Standing) -> bool:
    """Whether what has the number of our thing by now has nothing of it: a site that was set back gives it anew."""
    if known.key == load.place_key or load.allow.get("stamp") == known.stamp:
        return False
    ours = {name: value for name, value in placed.fields.items() if isinstance(value, str) and value}
    return bool(ours) and all(known.fields.get(name) != value for name, value in ours.items())


def _has_left(destination: Destination, load: Load) -> bool:
    """Whether what we put there was taken out of our hands: whoever works there may have made it public."""
    placed = load.placed
    return destination.traits.leaves and placed is not None and bool(placed.thing) and placed.status != Status.GONE


def _nobody_finds_it(destination: Destination, load: Load, found: Sequence[Standing], gone: Gone) -> None:
    """Look at it as a visitor does.

    Raises:
        _HeldError: It is still to be seen.
    """
    addresses = {one.address for one in found if one.address}
    if load.placed is not None and load.placed.address:
        addresses.add(load.placed.address)
    for address in sorted(addresses):
        look = destination.look(address)
        if not gone.notice and look.status == HTTPStatus.OK:
            raise _HeldError("still_there", None, address=address)
