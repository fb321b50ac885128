"""A generator of files in every encoding that occurs, from our own sentences."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc

SENTENCES = (Path(__file__).parent / "data" / "sentences.txt").read_text("utf-8").split("\n")
PAD = "\u3000\u3000"


@dataclass(frozen=True, slots=True)
class FixtureFile:
    label: str
    data: bytes
    text: str


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def traditional(text: str) -> str:
    return str(_converter().convert(text))


def article(chance: random.Random, *, sentences: int, hant: bool, numbers: bool = True) -> str:
    picked = [chance.choice([line for line in SENTENCES if line]) for _ in range(sentences)]
    if hant:
        picked = [traditional(line) for line in picked]
    lines: list[str] = []
    if sentences > 3:
        source, author = ("來源：雲溪融媒", "作者：嚴曉峰") if hant else ("来源：云溪融媒", "作者：严晓峰")
        lines.append(picked[0].rstrip("。”")[:22])
        stamp = f"{chance.randint(2005, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} 09:15"
        lines.append(f"{stamp}  {source} {author}" if numbers else f"{source} {author}")
        lines.append("")
    paragraph = ""
    for line in picked:
        paragraph += line
        if chance.random() < 0.5:
            lines.append(PAD * chance.randint(0, 1) + paragraph)
            paragraph = ""
    if paragraph:
        lines.append(paragraph)
    return "\n".join(lines) + "\n"


def html(text: str, charset: str) -> str:
    body = "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line)
    return (
        f'<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        f"<title>{text.split(chr(10), 1)[0]}</title></head>\n<body>{body}</body></html>\n"
    )


ENCODINGS = (
    ("utf-8", False),
    ("utf-8", True),
    ("utf-8-sig", False),
    ("utf-8-sig", True),
    ("gb18030", False),
    ("gb18030", True),
    ("big5", True),
    ("cp950", True),
    ("big5hkscs", True),
    ("utf-16", False),
    ("utf-16-le", False),
    ("utf-16-le", True),
    ("utf-16-be", False),
)


def fixture_files(count: int, seed: int = 20210919) -> list[FixtureFile]:
    """``count`` files: every encoding in turn, from six characters to some thousand, a third of them HTML pages."""
    chance = random.Random(seed)
    files: list[FixtureFile] = []
    while len(files) < count:
        encoding, hant = ENCODINGS[len(files) % len(ENCODINGS)]
        text = article(chance, sentences=chance.choice([1, 1, 2, 3, 5, 9, 20, 60]), hant=hant)
        label = encoding
        if encoding == "big5hkscs":
            text = text.replace("。", "。屋邨的街坊喺度㗎。", 1)
        if encoding == "gb18030" and chance.random() < 0.2:
            text = text.replace("。", "。𬭎先生也到场。", 1)
        if chance.random() < 0.33 and not encoding.startswith("utf-16"):
            wrong = chance.random() < 0.3
            charset = {"gb18030": "gb2312", "cp950": "big5", "big5hkscs": "big5"}.get(encoding, "utf-8")
            if wrong:
                charset = {"gb2312": "utf-8", "utf-8": "gb2312", "big5": "utf-8"}[
                    charset if charset in ("gb2312", "big5") else "utf-8"
                ]
                label += "+wrong"
            text = html(text, charset)
            label += "+html"
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        files.append(FixtureFile(label, data, text))
    return files
