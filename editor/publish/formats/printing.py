"""Pages set in type: HTML to PDF by WeasyPrint, the one maker for review copies, signed articles and long pictures.

WeasyPrint breaks lines by Pango (UAX 14, so 避头尾 holds) with the fonts of the system, which it embeds. Nothing is
loaded but what is in the page itself. The same page is always the same bytes on one machine.
"""

from __future__ import annotations

import logging
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from editor.errors import EditorError
from editor.publish.formats.characters import Outside, code_of, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Printed:
    """A file, how many pages it has, and characters that no font here has, each once."""

    data: bytes = field(repr=False)
    pages: int
    missing: str


def printed(html: str, *, finish: Callable[[Any, Any], None] | None = None, **options: Any) -> Printed:
    """Set a page.

    Args:
        html: Whole and by itself: pictures are ``data:`` addresses.
        finish: Is given WeasyPrint's laid-out document and the file before it is written.
        options: Of WeasyPrint's ``write_pdf``.

    Raises:
        EditorError: The system's libraries for setting text are missing (exit 3); the sentence has the line to type.
    """
    weasyprint = _weasyprint()
    with _warnings() as missing:
        document = weasyprint.HTML(string=html, url_fetcher=_fetcher(weasyprint)).render()
        data: Any = document.write_pdf(finisher=finish, **options)
    if data is None:
        raise RuntimeError("no PDF was made")
    return Printed(bytes(data), len(document.pages), "".join(filter(_is_seen, dict.fromkeys(missing))))


def refuse_missing(made: Printed, name: str) -> None:
    """See that every character of a package was set: a box in its place would be a lost character.

    Raises:
        EditorError: No font here has some of them (exit 6); the sentence names them.
    """
    if made.missing:
        found = [Outside(character, code_of(character), at) for at, character in enumerate(made.missing)]
        raise EditorError.target("glyphs_missing", name=name, characters=named(found))


def _is_seen(character: str) -> bool:
    """Whether a reader would miss it: controls, joiners and separators of lines show nothing anyway."""
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}


def _weasyprint() -> Any:
    try:
        import weasyprint  # half a second, and system libraries
    except (ImportError, OSError) as error:
        raise EditorError.unreadable("pdf_libraries_missing", reason=str(error).partition("\n")[0]) from error
    return weasyprint


def _fetcher(weasyprint: Any) -> Any:
    """Reads what is in the page itself and nothing else: a page that is printed never reaches out."""
    return weasyprint.urls.URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Characters without a glyph, as WeasyPrint tells its log; nothing of it goes to ours."""
    found: list[str] = []
    logger = logging.getLogger("weasyprint")
    before = logger.propagate
    handler = _Missing(found)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.propagate = before
        logger.removeHandler(handler)


class _Missing(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__()
        self._found = found

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if ".notdef" in str(record.msg) and isinstance(record.args, tuple) and record.args:
            self._found += str(record.args[0])
