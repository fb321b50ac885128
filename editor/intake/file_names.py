"""Names of files as people read them, whatever encoding the file system was filled in."""

from __future__ import annotations

import os

_ENCODINGS = ("utf-8", "gb18030")


def readable(name: str) -> str:
    r"""A file's name without the stand-ins of bytes that are no text here.

    An archive that was packed on a Chinese Windows leaves GBK names on a disk that expects UTF-8; Python hands such
    bytes on as lone surrogates, which no library and no JSON can hold.

    Args:
        name: As the system gives it; the file is opened under this name and no other.

    Returns:
        The same name where it is text, else its bytes read as UTF-8 or GB18030, else with escapes (``\xff``).
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        pass
    else:
        return name
    data = os.fsencode(name)
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "backslashreplace")
