"""The arguments with which a window is opened every day, read without the grammar: building that takes 20 ms.

Whatever else is said goes to the grammar, which knows it all and complains.
"""

from __future__ import annotations

from types import SimpleNamespace

_WINDOW, _PAINT, _LIBRARY = "window", "--quit-after-first-paint", "--library"


def window_options(arguments: list[str]) -> SimpleNamespace | None:
    """What `parser.build` makes of arguments that only open a window on a library; None for all others."""
    options = SimpleNamespace(command=None, library=None, files=[], quit_after_first_paint=False)
    left = list(arguments)
    while left:
        argument = left.pop(0)
        name, equals, value = argument.partition("=")
        if argument == _WINDOW and options.command is None:
            options.command = _WINDOW
        elif argument == _PAINT and options.command is not None:
            options.quit_after_first_paint = True
        elif name == _LIBRARY and equals and value:
            options.library = value
        elif argument == _LIBRARY and left and left[0] and not left[0].startswith("-"):
            options.library = left.pop(0)
        else:
            return None
    return options
