"""Kinds of target: one file with one `Kind` each, found by its name or as an entry point ``gaotai.targets``."""

from __future__ import annotations

import hashlib
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.publish.targets import Target
    from editor.publish.targets.destination import Destination


class Option(NamedTuple):
    """One thing that a kind has to be told.

    Attributes:
        name: ``--name`` on the command line and in a dialog; its words are ``target.option.<name>``.
        required: Whether there is no target without it.
        default: Used when it is not given.
        choices: Allowed values, () = any.
    """

    name: str
    required: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Key of its words."""
        return f"target.option.{self.name}"


class Kind(Protocol):
    """A kind of target. Open gives a `Destination`, or a `Target` when `whole` says so."""

    name: str
    options: tuple[Option, ...]
    whole: bool
    secret: bool

    def address(self, options: Mapping[str, str]) -> str:
        """The place in one line without secrets: the same for the same place, whatever the target is called here.

        Raises:
            EditorError: An option is wrong (exit 2).
        """
        ...

    def open(self, options: Mapping[str, str], secret: str) -> Destination | Target:
        """Open it; nothing is called yet."""
        ...


def lets_in(made: Kind, options: Mapping[str, str]) -> bool:
    """Whether a kind that has a secret may do without one as it is told to be: it says so by ``lets_in(options)``."""
    asked = getattr(made, "lets_in", None)
    return bool(asked is not None and asked(options))


OWN = ("folder", "site", "hugo", "sftp", "wordpress", "wagtail", "wechat", "hand")
_GROUP = "gaotai.targets"


def kinds() -> tuple[str, ...]:
    """Names of all kinds here, those of other packages last."""
    from importlib.metadata import entry_points  # 80 ms

    return (*OWN, *sorted(point.name for point in entry_points(group=_GROUP) if point.name not in OWN))


def kind(name: str) -> Kind:
    """A kind by its name.

    Raises:
        EditorError: There is none, or a package that brings it does not load (exit 2).
    """
    if name in OWN:
        return import_module(f"editor.publish.targets.{name}").KIND  # type: ignore[no-any-return]
    from importlib.metadata import entry_points  # 80 ms

    for point in entry_points(group=_GROUP, name=name):
        try:
            return point.load()  # type: ignore[no-any-return]
        except Exception as error:
            raise EditorError.usage("kind_broken", kind=name, reason=type(error).__name__) from error
    raise EditorError.usage("kind_unknown", kind=name, kinds=", ".join(kinds()))


def checked(made: Kind, given: Mapping[str, str]) -> dict[str, str]:
    """Options with their defaults.

    Raises:
        EditorError: One is missing, not known or not allowed (exit 2).
    """
    known = {option.name: option for option in made.options}
    for name in given:
        if name not in known:
            raise EditorError.usage("option_unknown", kind=made.name, option=name, options=", ".join(known))
    values = {}
    for name, option in known.items():
        value = given.get(name, "") or option.default
        if option.required and not value:
            raise EditorError.usage("option_missing", kind=made.name, option=name)
        if value and option.choices and value not in option.choices:
            raise EditorError.usage("option_value", option=name, value=value, choices=", ".join(option.choices))
        values[name] = value
    made.address(values)
    return values


def key_of(article: str, variant: str) -> str:
    """The one name of an article variant at every place: ``nx-`` + base32 of the article's UUID + variant.

    It holds for ever: what stands under another key would be a second article there.
    """
    import base64  # noqa: PLC0415
    import uuid  # noqa: PLC0415

    try:
        raw = uuid.UUID(article).bytes
    except ValueError:  # ids of other programs
        raw = hashlib.sha256(article.encode()).digest()[:16]
    return f"nx-{base64.b32encode(raw).decode().rstrip('=').lower()}-{variant.lower()}"
