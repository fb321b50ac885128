"""What a window asks of the outbox: targets, what is on its way, what a person decides; and the work itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.newsroom.secrets import SecretsOnDisk
from editor.operations.outbox import queueing, running, showing, targets, telling
from editor.operations.outbox.clock import OwnClock
from editor.records.outbox import QueueDone, WorkDone
from editor.store.outbox import REMOVE, State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.newsroom.secrets import Secrets
    from editor.operations.outbox.driving import Happened
    from editor.operations.outbox.queueing import Queued
    from editor.records.outbox import BatchShown, KindShown, LineShown, PreviewShown, TargetShown, Tested, ThreeTexts
    from editor.service.room import Room


def _secrets(room: Room) -> Secrets:
    return SecretsOnDisk(room.place.data / "targets", room.passphrase)


def kinds(_room: Room) -> tuple[KindShown, ...]:
    """All kinds of target."""
    return showing.kinds_shown()


def places(room: Room) -> tuple[TargetShown, ...]:
    """All targets."""
    return showing.targets_shown(room.desk, _secrets(room))


def add_target(
    room: Room, name: str, kind: str, options: Mapping[str, str], secret: str = ""
) -> tuple[TargetShown, ...]:
    """Add a target; gives all."""
    targets.add(room.desk, name, kind, options, secret or None, _secrets(room))
    return places(room)


def change_target(room: Room, name: str, options: Mapping[str, str], secret: str = "") -> tuple[TargetShown, ...]:
    """Change a target; gives all."""
    targets.change(room.desk, name, options, secret or None, _secrets(room))
    return places(room)


def remove_target(room: Room, name: str) -> tuple[TargetShown, ...]:
    """Remove a target; gives all."""
    targets.remove(room.desk, name, _secrets(room))
    return places(room)


def test_target(room: Room, name: str) -> Tested:
    """Try the connection to a target."""
    return showing.tested(targets.named(room.desk, name), _secrets(room))


def hold(room: Room, reason: str, names: Sequence[str] | None = None) -> tuple[TargetShown, ...]:
    """一键暂缓; gives all targets."""
    targets.hold(room.desk, reason, names)
    return places(room)


def release(room: Room, names: Sequence[str] | None = None) -> tuple[TargetShown, ...]:
    """End 暂缓; gives all targets."""
    targets.release(room.desk, names)
    return places(room)


def batches(room: Room) -> tuple[BatchShown, ...]:
    """Batches, the newest first."""
    return showing.batches_shown(room.desk)


def lines(
    room: Room,
    batch: str = "",
    target: str = "",
    state: str = "",
    scheduled: bool = False,  # noqa: FBT001, FBT002
) -> tuple[LineShown, ...]:
    """Pieces of work, filtered."""
    return showing.lines_shown(room.desk, batch=batch, target=target, state=state, scheduled=scheduled)


def queue(room: Room, target: str, names: Sequence[str] | None, person: str = "") -> QueueDone:
    """Queue signed articles for a target; None = everything that may go and is not there."""
    return _queued(queueing.publish(room.desk, targets.named(room.desk, target), names, person))


def take_down(room: Room, names: Sequence[str], person: str = "") -> QueueDone:
    """Queue the taking down of withdrawn articles everywhere."""
    return _queued(queueing.take_down(room.desk, names, person))


def _queued(done: Queued) -> QueueDone:
    refused = tuple((item.name, item.code, item.detail) for item in done.refused)
    return QueueDone(done.batch, done.jobs, refused, done.there)


def preview(room: Room, target: str, name: str) -> PreviewShown:
    """Exactly what would go to a target."""
    return showing.preview(room.desk, targets.named(room.desk, target), name, OwnClock().now())


def three_texts(room: Room, job: str) -> tuple[ThreeTexts, ...]:
    """Ours, theirs, last, of what somebody changed there; ``job`` is the key of the piece of work."""
    return showing.three_texts(room.desk, _secrets(room), job)


def cancel(room: Room, keys: Sequence[str]) -> tuple[str, ...]:
    """Take work out of the queue that has not begun."""
    return tuple(queueing.cancel(room.desk, keys))


def again(room: Room, keys: Sequence[str], allow: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Do work again, with what a person decided (`LineShown.allows`)."""
    return tuple(queueing.again(room.desk, keys, allow))


def work(room: Room, person: str | None = None) -> WorkDone:
    """Do at each target what may be done now; tells progress, and ends properly when it is canceled."""
    touched: list[str] = []
    removed: list[str] = []

    def tell(happened: Happened) -> None:
        touched.append(happened.job.article)
        if happened.state == State.DONE and happened.job.action == REMOVE:
            removed.append(happened.job.article)
        room.tell(len(touched))

    left = running.once(
        room.desk, _secrets(room), OwnClock(), person=person, tell=tell, wanted=lambda: not room.canceled()
    )
    due = [driven.next_due for driven in left.values() if driven.next_due is not None]
    troubles = tuple(
        (name, telling.sentence_of(driven.trouble[0]), {k: str(v) for k, v in driven.trouble[1].items()})
        for name, driven in left.items()
        if driven.trouble is not None
    )
    done = sum(driven.done for driven in left.values()) - len(removed)
    return WorkDone(tuple(dict.fromkeys(touched)), done, min(due, default=None), troubles, len(removed))
