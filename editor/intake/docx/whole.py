"""A DOCX file as an intake like that of any page, with the pictures that it brought."""

from __future__ import annotations

from editor.intake.docx import ENCODING
from editor.intake.docx.reading import read
from editor.intake.losses import LossBook
from editor.intake.packed import PackedIntake
from editor.intake.records import Reading
from editor.intake.remarks import about_mojibake, about_slip, all_text
from editor.intake.script import variant_of


def take_in(data: bytes, *, original: bool, source: bytes | None) -> PackedIntake:
    """See :func:`editor.intake.docx.take_in_docx`."""
    losses = LossBook()
    found = read(data, losses, original=original)
    return PackedIntake(
        slip=found.slip,
        variant=variant_of(all_text(found.slip, found.blocks), ""),
        blocks=found.blocks,
        repairs=found.repairs,
        findings=(
            *about_mojibake(found.decoded, found.repairs),
            *found.findings,
            *about_slip(found.slip, found.blocks),
        ),
        report=losses.report(),
        encoding=ENCODING,
        readings=(Reading(ENCODING, found.decoded),),
        kind="docx",
        decoded=found.decoded,
        pictures=found.pictures,
        original=data if source is not None else None,
        source=source,
    )
