"""The loop of a worker process: questions in, answers out, in the order in which they were asked."""

from __future__ import annotations

import queue
import signal
import threading
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.service.heap import give_back
from editor.service.messages import Answer, Ask, Cancel, Failure, Progress
from editor.service.room import CanceledError, Room

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from editor.service.messages import Place


def answer(room: Room, ask: Ask) -> Answer | Failure:
    """Do one piece of work; whatever happens in it, there is an answer."""
    try:
        room.check()
        name, _, function = ask.name.partition(".")
        found = getattr(import_module(f"editor.service.{name}"), function)
        return Answer(ask.number, found(room, **ask.arguments))
    except CanceledError:
        return Failure(ask.number, "canceled")
    except EditorError as error:
        return Failure(ask.number, error.code, dict(error.details))
    except Exception as error:  # noqa: BLE001  (where a bug ends: kept in the log, told in a sentence)
        from editor.log import write_bug

        if room.canceled():  # a question that was broken off in the middle
            return Failure(ask.number, "canceled")
        return Failure(ask.number, "bug", {"path": str(write_bug(ask.name, error)), "kind": type(error).__name__})


class _Listener:
    """Reads what comes in, so that a piece of work can be canceled while it is done."""

    def __init__(self, connection: Connection) -> None:
        self.asks: queue.SimpleQueue[Ask | None] = queue.SimpleQueue()
        self.canceled: set[int] = set()
        self._connection = connection
        threading.Thread(target=self._listen, name="listener", daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                message = None  # the window is gone
            if isinstance(message, Cancel):
                self.canceled.add(message.number)
                continue
            self.asks.put(message)
            if message is None:
                return


def work(connection: Connection, place: Place, rooms: tuple[str, ...] = ()) -> None:
    """Answer until the window closes the connection; ``rooms`` are imported before the first question."""
    give_back()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which ends us
    listener = _Listener(connection)
    room = Room(place)
    for name in rooms:
        import_module(f"editor.service.{name}")
    try:
        while (ask := listener.asks.get()) is not None:
            room.begin(_teller(connection, ask.number), partial(listener.canceled.__contains__, ask.number))
            connection.send(_sendable(answer(room, ask)))
            listener.canceled.discard(ask.number)
    except (BrokenPipeError, ConnectionResetError):
        pass
    finally:
        room.close()


def _teller(connection: Connection, number: int) -> Any:
    return lambda done, total: connection.send(Progress(number, done, total))


def _sendable(message: Answer | Failure) -> Answer | Failure:
    """A failure's values as text: they come from anywhere, and have to go through the pipe."""
    if isinstance(message, Failure):
        return Failure(message.number, message.code, {key: _plain(value) for key, value in message.details.items()})
    return message


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float)) else str(value)
