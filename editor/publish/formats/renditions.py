"""Pictures as a place takes them: turned as their file says, no larger than asked, without where they were taken.

Pure functions over bytes. The same picture is always the same rendition (with the same Pillow). A file that would grow
beyond `MAX_PIXELS` when it is decoded is refused before it is.
"""

from __future__ import annotations

import io
import struct
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.publish.formats.position import without_position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_PIXELS = 120_000_000
"""As the library keeps them: a small file can say that it has any size."""
QUALITY = 85
"""Of JPEG and WebP; above it files grow much faster than what can be seen."""

JPEG, PNG, GIF, WEBP = "image/jpeg", "image/png", "image/gif", "image/webp"
_KINDS = {"JPEG": JPEG, "PNG": PNG, "GIF": GIF, "WEBP": WEBP, "AVIF": "image/avif", "BMP": "image/bmp"}
_WRITERS: dict[str, tuple[str, dict[str, Any]]] = {
    JPEG: ("JPEG", {"quality": QUALITY, "optimize": True, "progressive": True}),
    PNG: ("PNG", {"optimize": True}),
    WEBP: ("WEBP", {"quality": QUALITY, "method": 4}),
}
_DAMAGED = (
    *(OSError, ValueError, SyntaxError, MemoryError, ArithmeticError, RuntimeError, EOFError, struct.error),
    *(TypeError, LookupError),
)
"""What decoders raise on damaged files: AVIF's a RuntimeError, the reader of EXIF a TypeError or KeyError."""
_ORIENTATION = 0x0112
_KEPT = (0x010E, 0x013B, 0x8298)
"""Exif 2.32: ImageDescription, Artist and Copyright go with a rendition; camera, times and places do not."""
_UPRIGHT = 1


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture ready to go.

    Attributes:
        width, height: In px, as it is shown.
        alt: Description for those who cannot see it, as the article gives it.
        changed: Whether it was written anew (False: only the position was taken out, if there was one).
    """

    mime: str
    data: bytes = field(repr=False)
    width: int
    height: int
    alt: str = ""
    changed: bool = False


def rendition(data: bytes, *, side: int = 0, kinds: Iterable[str] = (), alt: str = "") -> Rendition:
    """A picture as a place takes it.

    Args:
        data: The file.
        side: Longest side in px, 0 = as it is. Pictures never grow.
        kinds: MIME types that the place takes, the preferred one first; () = any. One that is taken already stays.
        alt: Handed through.

    Returns:
        The same bytes without the position where nothing else has to change (a moving GIF stays whole so), else a new
        file: WebP, JPEG or PNG; JPEG never for pictures that can be seen through where PNG or WebP is taken.

    Raises:
        EditorError: It is no picture, damaged, or too large to be decoded (exit 3).
    """
    wanted = tuple(kinds)
    with _opened(data) as picture:
        mime = _KINDS[picture.format]
        turned = picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT
        small = not side or max(picture.size) <= side
        if small and not turned and (not wanted or mime in wanted):
            return Rendition(mime, without_position(data), picture.width, picture.height, alt)
        return _anew(picture, mime, side, wanted, alt)


def webp(data: bytes, *, side: int = 0, alt: str = "") -> Rendition:
    """A picture as WebP (see `rendition`)."""
    return rendition(data, side=side, kinds=(WEBP,), alt=alt)


def scaled(data: bytes, sides: Iterable[int], *, kinds: Iterable[str] = (), alt: str = "") -> tuple[Rendition, ...]:
    """Renditions of several sizes, the smallest first; sizes that the picture does not reach give it once as it is.

    Raises:
        EditorError: As `rendition`.
    """
    wanted = tuple(kinds)
    found: dict[tuple[int, int], Rendition] = {}
    for side in sorted(set(sides)):
        made = rendition(data, side=side, kinds=wanted, alt=alt)
        found.setdefault((made.width, made.height), made)
    return tuple(found.values())


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in px as the picture is shown, without decoding it.

    Raises:
        EditorError: It is no picture or has too many pixels (exit 3).
    """
    with _opened(data) as picture:
        width, height = picture.size
        lying = picture.getexif().get(_ORIENTATION, _UPRIGHT) >= 5  # noqa: PLR2004  (5 to 8 are turned by a quarter)
    return (height, width) if lying else (width, height)


def moves(data: bytes) -> bool:
    """Whether a picture has several frames, of which a rendition would have the first alone.

    Raises:
        EditorError: As `size_of`.
    """
    with _opened(data) as picture:
        return bool(getattr(picture, "is_animated", False))


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The picture, its pixels not read yet."""
    from PIL import Image  # 70 ms

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit stands below
            warnings.simplefilter("ignore", UserWarning)  # damaged EXIF says nothing that is needed
            with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise EditorError.unreadable("rendition_too_large", megapixels=MAX_PIXELS // 1_000_000)
                yield picture
    except Image.DecompressionBombError as error:
        raise EditorError.unreadable("rendition_too_large", megapixels=MAX_PIXELS // 1_000_000) from error
    except _DAMAGED as error:
        raise EditorError.unreadable("rendition_unreadable", reason=type(error).__name__) from error


def _anew(picture: Any, mime: str, side: int, wanted: tuple[str, ...], alt: str) -> Rendition:
    from PIL import ImageOps

    if side and mime == JPEG:
        picture.draft("RGB", (side * 2, side * 2))  # a JPEG is decoded at the size that is needed
    kept = _said(picture)
    profile = picture.info.get("icc_profile")
    made = _in_color(ImageOps.exif_transpose(picture))
    if side:
        made.thumbnail((side, side))
    target = _target(mime, wanted, see_through=made.mode == "RGBA")
    if target == JPEG and made.mode == "RGBA":
        made = _on_white(made)
    writer, options = _WRITERS[target]
    if profile and picture.mode == "RGB":
        options = {**options, "icc_profile": profile}
    out = io.BytesIO()
    made.save(out, writer, exif=kept, **options)
    return Rendition(target, out.getvalue(), made.width, made.height, alt, changed=True)


def _target(mime: str, wanted: tuple[str, ...], *, see_through: bool) -> str:
    """The kind of a new file: the first that is wanted and can be written, else as it was, else by what it shows."""
    able = [kind for kind in wanted if kind in _WRITERS and not (see_through and kind == JPEG)]
    able += [kind for kind in wanted if kind in _WRITERS]
    if able:
        return able[0]
    if wanted:
        raise EditorError.unreadable("rendition_kind", kinds=", ".join(wanted))
    return PNG if see_through else mime if mime in _WRITERS else JPEG if mime != GIF else PNG


def _in_color(picture: Any) -> Any:
    """RGB, or RGBA where it can be seen through."""
    if picture.mode in {"I;16", "I;16B", "I;16L", "I", "F"}:
        picture = picture.point(lambda level: level / 256).convert("L")
    through = picture.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in picture.info
    return picture.convert("RGBA" if through else "RGB")


def _on_white(picture: Any) -> Any:
    from PIL import Image

    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _said(picture: Any) -> bytes:
    """What goes with a rendition of what the file says about itself."""
    from PIL import Image

    came = picture.getexif()
    kept = Image.Exif()
    for tag in _KEPT:
        if isinstance(came.get(tag), str):
            # Pillow reads a byte as a character, and would write a question mark for each that is not ASCII.
            kept[tag] = came[tag].encode("latin-1", "replace")
    return kept.tobytes() if len(kept) else b""
