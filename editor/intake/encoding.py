"""Bytes to text: which encoding a page is in, and when two readings are so close that a person must look.

A strict decoding is always preferred. Among several that succeed, charset-normalizer and our own measure of plausible
Chinese (:mod:`editor.intake.plausible`) decide together; where they are close or disagree, both readings are handed on.
"""

from __future__ import annotations

import codecs
import re
import warnings
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake.plausible import plausibility
from editor.intake.records import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 50_000_000
REPLACEMENT = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Beginnings of files that are no text whatever their bytes would decode to.
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x1f\x8b\x08", b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"BZh", b"\xfd7zXZ\x00",
    b"\x7fELF", b"MZ\x90\x00", b"SQLite format 3\x00", b"ID3", b"OggS", b"fLaC", b"II*\x00", b"MM\x00*", b"BM\x36",
    b"\x00\x00\x01\x00", b"\x28\xb5\x2f\xfd", b"wOFF", b"wOF2", b"\xca\xfe\xba\xbe", b"{\\rtf",
)  # fmt: skip
_LIBRARY_CODECS = ["utf_8", "gb18030", "big5", "cp950", "big5hkscs", "utf_16_le", "utf_16_be"]
_SAMPLE = 65_536
_ACCIDENT = 3
_LATIN_WORD = re.compile(r"[A-Za-z][\u0080-\u07ff]|[\u0080-\u07ff][A-Za-z]")
_CLOSE = 0.35  # difference of plausibility below which both readings are shown
_TRUST_LIBRARY = 0.15  # difference below which the library's word counts more than ours
_TOLERATED = 0.02  # share of undecodable places up to which a damaged file is still read
_FEW = 3  # so many undecodable places are always borne
_HIGH, _HIGH_PAIR = re.compile(rb"[\x80-\xff]+"), re.compile(rb"[\x80-\xff]{3}")
_MOST_ACCENTS = 0.2
_CHINESE = 0.4  # plausibility above which a reading is surely running Chinese
_NOISE = -2.0  # plausibility below which it is no text: mostly control characters and private use
_CONTROL = 0.02  # share of control characters above which it is no text
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_NOT_FOR_PAGES = {"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined", "mbcs", "oem", "utf-7"}


def decode(data: bytes) -> tuple[Reading, ...]:
    """See :func:`editor.intake.decode`."""
    _refuse_unreadable(data)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return (_checked(_strict_or_lenient(data[len(bom) :], encoding), data),)
    readings = _ranked(data, list(_strict_readings(data)))
    if not readings or (readings[0].encoding != "utf-8" and plausibility(readings[0].text) < 0):
        readings = _second_look(data, readings)
    _checked(readings[0], data)
    return tuple(readings)


def _second_look(data: bytes, readings: list[Reading]) -> list[Reading]:
    """Where no strict decoding looks like Chinese: a western language, a damaged file, or what there was."""
    if not readings or readings[0].encoding.startswith("utf-16"):
        western = _western(data)
        if western:
            return [western]
    damaged = _lenient(data)
    if not readings or plausibility(damaged.text) > plausibility(readings[0].text) + _CLOSE:
        return [damaged]
    return readings


def decode_as(data: bytes, encoding: str) -> Reading:
    """The text in an encoding that a person chose.

    Raises:
        EditorError: ``unknown_encoding``, or as :func:`decode`.
    """
    _refuse_unreadable(data, binary=False)
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError, UnicodeError):
        raise EditorError.usage("unknown_encoding", encoding=encoding) from None
    if not getattr(info, "_is_text_encoding", True) or info.name.replace("_", "-") in _NOT_FOR_PAGES:
        raise EditorError.usage("unknown_encoding", encoding=encoding)
    for bom, bom_encoding in _BOMS:
        if data.startswith(bom) and info.name.startswith(bom_encoding[:6]):
            return _checked(_strict_or_lenient(data[len(bom) :], bom_encoding), data)
    return _checked(_strict_or_lenient(data, info.name), data)


def _refuse_unreadable(data: bytes, *, binary: bool = True) -> None:
    if len(data) > MAX_BYTES:
        raise EditorError.unreadable("input_too_large", megabytes=MAX_BYTES // 1_000_000)
    if not data.strip(b" \t\r\n\x00"):
        raise EditorError.unreadable("empty_input")
    if binary and data.startswith(_SIGNATURES):
        raise EditorError.unreadable("binary_input")


def _strict(data: bytes, encoding: str) -> Reading | None:
    try:
        return Reading(encoding, _decoded(data, encoding, "strict"))
    except UnicodeDecodeError:
        return None


def _decoded(data: bytes, encoding: str, errors: str) -> str:
    """Python's decoding, but for two signs of cp950: its tables disagree, and pages mean the full-width slashes."""
    text = data.decode(encoding, errors)
    return text.translate({0x2215: "／", 0xFE68: "＼"}) if encoding == "cp950" else text


def _strict_readings(data: bytes) -> Iterable[Reading]:
    wide = _looks_wide(data)
    if not wide:
        for encoding in ("utf-8", "gb18030"):
            if reading := _strict(data, encoding):
                yield reading
                if encoding == "utf-8" and not _maybe_not_utf8(reading.text):
                    return
        if reading := _big5(data):
            yield reading
    if len(data) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            if reading := _strict(data, encoding):
                yield reading


def _looks_wide(data: bytes) -> bool:
    """NULs on every other place: ASCII characters (line ends, digits) of UTF-16; no other text has them."""
    sample = data[:_SAMPLE]
    return sample.count(0) > len(sample) / 40 and abs(sample[0::2].count(0) - sample[1::2].count(0)) > len(sample) / 80


def _maybe_not_utf8(text: str) -> bool:
    """Valid UTF-8 by accident (目录 in GBK is): a few letters from two-byte sequences that belong to no Latin word.

    One pair of bytes in seven of GBK text is valid UTF-8, so more than three in a row are none by accident.
    """
    beyond = [char for char in text[:_SAMPLE] if char > "\x7f"]
    if not beyond:
        return "\x00" in text
    return len(beyond) <= _ACCIDENT and max(beyond) < "\u0800" and not _LATIN_WORD.search(text)


def _big5(data: bytes) -> Reading | None:
    """Big5 as Windows writes it where that is enough, else with the Hong Kong characters."""
    for encoding in ("cp950", "big5hkscs"):
        if reading := _strict(data, encoding):
            same = encoding == "cp950" and _strict(data, "big5") == Reading("big5", reading.text)
            return Reading("big5", reading.text) if same else reading
    return None


def _ranked(data: bytes, readings: list[Reading]) -> list[Reading]:
    """The readings that come into question, best first."""
    if len(readings) <= 1:
        return [reading for reading in readings if plausibility(reading.text) > _NOISE]
    declared, library = _declared(data), _by_library(data)
    scores: dict[str, float] = {}
    for reading in readings:
        bonus = _TRUST_LIBRARY * (_family(reading.encoding) == library)
        bonus += _TRUST_LIBRARY * (_family(reading.encoding) == declared)
        scores[reading.encoding] = plausibility(reading.text) + bonus
    ranked = sorted(readings, key=lambda reading: -scores[reading.encoding])
    best = scores[ranked[0].encoding]
    if best < _NOISE:
        return []
    return [reading for reading in ranked if best - scores[reading.encoding] <= _CLOSE]


def _family(encoding: str) -> str:
    name = encoding.lower().replace("_", "-")
    if name in {"gbk", "gb2312", "gb18030", "cp936", "hz"}:
        return "gb18030"
    if name.startswith(("big5", "cp950")):
        return "big5"
    return name


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:4096])
    return _family(found[1].decode("ascii")) if found else ""


def _by_library(data: bytes) -> str:
    from charset_normalizer import from_bytes  # only needed when more than one decoding succeeds

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns about short input
        match = from_bytes(data[: _SAMPLE // 2 * 2], cp_isolation=_LIBRARY_CODECS).best()
    return _family(match.encoding) if match else ""


def _strict_or_lenient(data: bytes, encoding: str) -> Reading:
    return _strict(data, encoding) or _replaced(data, encoding)


def _replaced(data: bytes, encoding: str) -> Reading:
    if encoding == "utf-8":
        try:  # surrogates written as UTF-8 (CESU-8): pairs become the character that they stand for
            text = data.decode("utf-8", "surrogatepass")
            return Reading(encoding, text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        except UnicodeDecodeError:
            pass
    return Reading(encoding, _decoded(data, encoding, "replace"))


def _western(data: bytes) -> Reading | None:
    """Text in a western language: letters with accents one by one among ASCII; Chinese has its bytes in pairs."""
    high = sum(len(run) for run in _HIGH.findall(data))
    if not 0 < high < len(data) * _MOST_ACCENTS or b"\x00" in data or _HIGH_PAIR.search(data):
        return None
    return _strict(data, "cp1252")


def _lenient(data: bytes) -> Reading:
    """The decoding with the fewest undecodable places, for a file with lost bytes."""
    encodings = ("utf-16-le", "utf-16-be") if _looks_wide(data) else ("utf-8", "gb18030", "big5hkscs")
    tried = [_replaced(data, encoding) for encoding in encodings]
    best = min(tried, key=lambda reading: (reading.text.count(REPLACEMENT), -plausibility(reading.text)))
    if best.text.count(REPLACEMENT) > max(_FEW, len(best.text) * _TOLERATED):
        wide = [_replaced(data[: len(data) // 2 * 2], encoding) for encoding in ("utf-16-le", "utf-16-be")]
        likely = max(wide, key=lambda reading: plausibility(reading.text))
        return likely if plausibility(likely.text) > _CHINESE else best
    return best


def _checked(reading: Reading, data: bytes) -> Reading:
    """Refuse what only pretends to be text."""
    text = reading.text
    lost = text.count(REPLACEMENT) - data.count("\ufffd".encode()) * (reading.encoding == "utf-8")
    if lost > max(_FEW, len(text) * _TOLERATED):
        raise EditorError.unreadable("undecodable_input")
    controls = sum(text.count(chr(code)) for code in range(0x20) if code not in {0, 9, 10, 11, 12, 13, 0x1B})
    if controls > max(_FEW, len(text) * _CONTROL) or text.count("\x00") > max(_FEW, len(text) / 2):
        raise EditorError.unreadable("binary_input")
    if not text.strip("\ufeff\u200b\x00 \t\r\n\u3000\xa0"):
        raise EditorError.unreadable("empty_input")
    return reading
