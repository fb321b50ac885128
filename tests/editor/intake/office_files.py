"""Builds DOCX files, ZIP files and pictures for the tests, part by part, as Word, WPS and others write them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

OPEN = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"
SPACES = {
    "w": f"{OPEN}/wordprocessingml/2006/main",
    "r": f"{OPEN}/officeDocument/2006/relationships",
    "a": f"{OPEN}/drawingml/2006/main",
    "pic": f"{OPEN}/drawingml/2006/picture",
    "wp": f"{OPEN}/drawingml/2006/wordprocessingDrawing",
    "m": f"{OPEN}/officeDocument/2006/math",
    "mc": f"{OPEN}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "c": f"{OPEN}/drawingml/2006/chart",
    "dgm": f"{OPEN}/drawingml/2006/diagram",
}
RELATIONS = f"{OPEN}/package/2006/relationships"


def strict(xml: str) -> str:
    """The same part with the names that strict files use."""
    for transitional, name in (
        (f"{OPEN}/wordprocessingml/2006/main", f"{STRICT}/wordprocessingml/main"),
        (f"{OPEN}/officeDocument/2006/relationships", f"{STRICT}/officeDocument/relationships"),
        (f"{OPEN}/officeDocument/2006/math", f"{STRICT}/officeDocument/math"),
        (f"{OPEN}/drawingml/2006/main", f"{STRICT}/drawingml/main"),
        (f"{OPEN}/drawingml/2006/picture", f"{STRICT}/drawingml/picture"),
        (f"{OPEN}/drawingml/2006/wordprocessingDrawing", f"{STRICT}/drawingml/wordprocessingDrawing"),
    ):
        xml = xml.replace(transitional, name)
    return xml


def part(root: str, inner: str) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {spaces}>{inner}</w:{root}>'


def text(words: str) -> str:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(words)}</w:r>"


def within(name: str, *inner: str) -> str:
    """An element of the main namespace."""
    return f"<w:{name}>{''.join(inner)}</w:{name}>"


def coded(instruction: str, result: str | None = None) -> str:
    """A field; None = without a result."""
    sign = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    shown = "" if result is None else sign.format("separate") + result
    return f"{sign.format('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{sign.format('end')}"


def numbers(*list_ids: int) -> str:
    """Lists by the number of their abstract ones."""
    return "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in list_ids)


def para(inner: str, *, style: str = "", center: bool = False, properties: str = "") -> str:
    """A paragraph; ``inner`` without markup is one run."""
    runs = inner if inner.startswith("<") or not inner else run(inner)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    jc = '<w:jc w:val="center"/>' if center else ""
    return f"<w:p><w:pPr>{style}{properties}{jc}</w:pPr>{runs}</w:p>"


def listed(words: str, list_id: int, depth: int = 0) -> str:
    return para(words, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if inner.startswith('<') else para(inner)}</w:tc>"


def table(*rows: list[str], header: bool = False) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return "<w:tbl>" + "".join(f"<w:tr>{head}{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def style(
    name: str, called: str, *, based: str = "", paragraph: str = "", look: str = "", default: bool = False
) -> str:
    first = ' w:default="1"' if default else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{name}"><w:name w:val="{called}"/>{base}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def levels(*forms: tuple[str, str], list_id: int = 1, start: int = 1) -> str:
    """A list: format and text of each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
        for depth, (form, shown) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{list_id}">{inner}</w:abstractNum>'


def picture(identifier: str, description: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{description}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{identifier}"/></pic:blipFill></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(inner: str) -> str:
    """A text box as Word writes it: twice."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>'
        f"{inner}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@dataclass
class Docx:
    """A DOCX file in the making."""

    body: str
    styles: str = ""
    numbering: str = ""
    footnotes: str = ""
    endnotes: str = ""
    comments: str = ""
    links: dict[str, str] = field(default_factory=dict)
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    more: dict[str, bytes | str] = field(default_factory=dict)
    relations: str = ""
    is_strict: bool = False

    def bytes(self) -> bytes:
        kind = (
            f"{STRICT if self.is_strict else OPEN}/officeDocument"
            + ("" if self.is_strict else "/2006")
            + "/relationships"
        )
        related = [
            f'<Relationship Id="{i}" Type="{kind}/image" Target="media/{n}"/>' for i, (n, _) in self.media.items()
        ]
        related += [
            f'<Relationship Id="{i}" Type="{kind}/hyperlink" Target="{to}" TargetMode="External"/>'
            for i, to in self.links.items()
        ]
        parts: dict[str, bytes | str] = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{kind}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": part("document", f"<w:body>{self.body}</w:body>"),
        }
        for name, inner in (
            ("styles", self.styles), ("numbering", self.numbering), ("footnotes", self.footnotes),
            ("endnotes", self.endnotes), ("comments", self.comments),
        ):  # fmt: skip
            if inner:
                parts[f"word/{name}.xml"] = part(name, inner)
                related.append(f'<Relationship Id="{name}" Type="{kind}/{name}" Target="{name}.xml"/>')
        parts["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{RELATIONS}">{"".join(related)}{self.relations}</Relationships>'
        )
        parts |= {f"word/media/{name}": data for name, data in self.media.values()} | self.more
        if self.is_strict:
            parts = {name: strict(data) if isinstance(data, str) else data for name, data in parts.items()}
        return packed(parts)


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A ZIP file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def packed_gbk(parts: dict[str, bytes]) -> bytes:
    """A ZIP file whose names are GBK bytes, stored, without a flag: written by hand."""
    out, directory = bytearray(), bytearray()
    for name, data in parts.items():
        raw = name.encode("gb18030")
        common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x5521, zlib.crc32(data), len(data), len(data), len(raw), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + raw
        out += b"PK\x03\x04" + common + raw + data
    end = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(out), 0)
    return bytes(out + directory + b"PK\x05\x06" + end)


def png(color: int = 0) -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixel = zlib.compress(bytes([0, color % 256, color // 256 % 256, 0]))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def jpeg(*, orientation: int = 1, more: bytes = b"") -> bytes:
    """The beginning of a JPEG file with EXIF data, enough for everybody who looks at its segments."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0)
    exif = b"Exif\0\0" + tiff
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + more + b"\xff\xda\x00\x02\x00\xff\xd9"
