"""A second thing under a key: made by a call that came late, or begun by somebody there as a copy of ours.

Only what says exactly what we sent is a double. Who copies an article there and writes his own over it keeps it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.package import Gone
from editor.publish.targets.destination import BusyError, RefusedError, Status
from editor.publish.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from editor.publish.targets.destination import Destination, Standing

    Fields = Mapping[str, Any]
    Reading = Callable[[str], Standing | None]


def _texts(fields: Fields, key: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if isinstance(value, str) and value and value != key}


def is_double(there: Standing, sent: Iterable[Fields], key: str) -> bool:
    """Whether a thing says what one of these says, or what a call that was cut off wrote of it.

    Args:
        there: With its fields.
        sent: Fields of what was sent under the key.
        key: Of the article.
    """
    for fields in sent:
        ours = _texts(fields, key)
        said = [there.fields.get(name) == value for name, value in ours.items() if there.fields.get(name)]
        if said and all(said):
            return True
    return False


def shows_ours(there: Standing, sent: Iterable[Fields], key: str) -> bool:
    """Whether any text of ours stands in it: enough to take it down with the article."""
    return any(there.fields.get(name) == value for fields in sent for name, value in _texts(fields, key).items())


def take_away(
    destination: Destination, found: Mapping[str, Sequence[Standing]], sent: Callable[[str], Sequence[Fields]]
) -> Iterator[str]:
    """Take doubles away; gives their addresses. What cannot be asked about now is found again by the next batch.

    Args:
        destination: The place.
        found: By key what stands there.
        sent: Gives what was ever sent under a key.
    """
    for key, standings in found.items():
        for extra in standings:
            if extra.key != key and extra.status != Status.GONE and _taken(destination, extra, key, sent):
                yield extra.address


def _taken(destination: Destination, extra: Standing, key: str, sent: Callable[[str], Sequence[Fields]]) -> bool:
    with suppress(WireError, BusyError, RefusedError, EditorError):
        there = destination.read(extra.thing)
        if there is not None and is_double(there, sent(key), key):
            destination.remove(extra, Gone(key, Variant.ZH_CN, notice=False, at=""))
            return True
    return False


def with_article(found: Iterable[Standing], key: str, sent: Sequence[Fields], read: Reading) -> list[Standing]:
    """What goes when the article goes: what bears its key, and of what stands under a similar name that with our text.

    Args:
        found: By a look-up.
        key: Of the article.
        sent: Fields of what was sent.
        read: Gives a thing with its fields.
    """
    left = []
    for one in found:
        there = one if one.key == key else read(one.thing)
        if there is not None and (one.key == key or not sent or shows_ours(there, sent, key)):
            left.append(one)
    return left
