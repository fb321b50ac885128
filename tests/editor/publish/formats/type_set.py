"""Whether pages can be set in type on this machine: its libraries are there, and a font with Chinese characters."""

from __future__ import annotations

from functools import cache

from editor.errors import EditorError
from editor.publish.formats.printing import printed


@cache
def why_not() -> str:
    """Why not, "" when they can."""
    try:
        missing = printed("<p>永國</p>").missing
    except EditorError as error:
        return error.code
    return f"no font here has {missing}" if missing else ""
