"""Make the translations of the window: resources/i18n/gaotai_*.ts and .qm from the words in resources/i18n/parts.

Every text of the window stands in the code in English. The Chinese of a part of the window stands in
``parts/<room>.toml`` as ``"English" = "中文"``, which counts for the room's own texts before what other parts say;
``"Context|English"`` says it for one class alone; a text that counts (``%n``) is a table with ``zh``, ``one`` and
``many``. ``--check`` says what is missing or out of date and writes nothing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "zh_CN")
# Rooms whose words stand in a part of another name.
ROOM_OF = {"converting.py": "converting", "preview": "output", "pictures": "output", "delivery": "output"}


class Words:
    """All parts: what a room says of its own texts counts there before what others say of the same."""

    def __init__(self) -> None:
        paths = sorted((I18N / "parts").glob("*.toml"))
        self._parts = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}

    def of(self, source: str, context: str, rooms: set[str]) -> Any:
        """The translation of a text, None when there is none."""
        near = [part for room, part in self._parts.items() if room in rooms]
        far = [part for room, part in self._parts.items() if room not in rooms]
        for key in (f"{context}|{source}", source):
            for part in (*near, *far):
                if key in part:
                    return part[key]
        return None


def tool(name: str, *arguments: str) -> None:
    """Run a tool of Qt that lies beside this Python."""
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(program), *arguments], check=True, capture_output=True, cwd=ROOT)


def extracted(folder: Path) -> ET.Element:
    """Every text of the window as lupdate finds it."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    made = folder / "found.ts"
    tool("lupdate", *sources, "-ts", str(made), "-locations", "absolute", "-no-obsolete", "-source-language", "en")
    return ET.parse(made).getroot()  # noqa: S314  (made a moment ago by our own tool)


def filled(root: ET.Element, language: str, table: Words, missing: set[str]) -> str:
    """The same with translations."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    whole = ET.Element("TS", {"version": "2.1", "language": language, "sourcelanguage": "en"})
    for context in sorted(root.findall("context"), key=lambda item: item.findtext("name") or ""):
        name = context.findtext("name") or ""
        kept = ET.SubElement(whole, "context")
        ET.SubElement(kept, "name").text = name
        for message in context.findall("message"):
            source = message.findtext("source") or ""
            places = [Path(place.get("filename", "")).parts for place in message.findall("location")]
            rooms = {ROOM_OF.get(part, part) for place in places for part in place[-2:]}
            value = table.of(source, name, rooms)
            if value is None:
                missing.add(f"{name}|{source}")
            _put(kept, source, value, language, counts=message.get("numerus") == "yes")
    ET.indent(whole, "  ")
    lines.append(ET.tostring(whole, encoding="unicode"))
    return "\n".join(lines) + "\n"


def _put(context: ET.Element, source: str, value: Any, language: str, *, counts: bool) -> None:
    made = ET.SubElement(context, "message", {"numerus": "yes"} if counts else {})
    ET.SubElement(made, "source").text = source
    translation = ET.SubElement(made, "translation")
    if not counts:
        text = source if language == "en" else value
        translation.text = text if isinstance(text, str) else ""
        return
    forms = value if isinstance(value, dict) else {}
    for form in ("one", "many") if language == "en" else ("zh",):
        ET.SubElement(translation, "numerusform").text = forms.get(form, source)


def main(arguments: list[str]) -> int:
    """Make or check them; exit 1 when something is missing or out of date."""
    missing: set[str] = set()
    stale = []
    table = Words()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = extracted(folder)
        for language in LANGUAGES:
            ts = folder / f"gaotai_{language}.ts"
            ts.write_text(filled(root, language, table, missing), encoding="utf-8")
            qm = ts.with_suffix(".qm")
            tool("lrelease", str(ts), "-qm", str(qm))
            for made in (ts, qm):
                kept = I18N / made.name
                if not kept.exists() or kept.read_bytes() != made.read_bytes():
                    stale.append(kept.name)
                    if "--check" not in arguments:
                        kept.write_bytes(made.read_bytes())
    for key in sorted(missing):
        print(f"not translated: {key}")
    if "--check" in arguments and stale:
        print(f"out of date, run make words: {' '.join(stale)}")
        return 1
    return 1 if missing and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
