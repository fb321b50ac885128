"""Actions of ``outbox`` that are a person's: published, down, copy, note, sheet, receipts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import resources
from editor.commands.place import desk, read_input
from editor.errors import EditorError, Exit
from editor.publish.whole_file import write_whole

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.outbox.adopting import Found
    from editor.operations.outbox.by_hand import Screenshot, Ticked
    from editor.records.disposal import DisposalSheet, PlaceOfArticle, ReceiptShown

_READS = frozenset({"sheet", "receipts", "copy"})
_SHOWN = 20


def person_command(options: argparse.Namespace, console: Console) -> None:
    """What somebody did, or wants to know, of one article."""
    actions: dict[str, Callable[[Desk, argparse.Namespace, Console], None]] = {
        "published": _published,
        "down": _down,
        "copy": _copy,
        "note": _note,
        "sheet": _sheet,
        "receipts": _receipts,
    }
    if len(options.ids) != 1:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="ID"))
    if options.action in {"published", "down", "copy"} and not options.to:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="--to"))
    with desk(options, console, reading=options.action in _READS) as place:
        actions[options.action](place, options, console)


def _picture(options: argparse.Namespace) -> Screenshot | None:
    from editor.intake.packed import MAX_PICTURE
    from editor.operations.outbox.by_hand import Screenshot

    if not options.picture:
        return None
    return Screenshot(read_input(options.picture, MAX_PICTURE), Path(options.picture).name)


def _published(place: Desk, options: argparse.Namespace, console: Console) -> None:
    """A place without an interface is ticked; at one with an interface what stands there is adopted."""
    from editor.operations.outbox import by_hand, targets
    from editor.publish.targets.hand import NAME

    row = next((row for row in targets.listed(place) if row.name == options.to), None)
    if row is not None and row.kind != NAME:
        _adopt(place, options, console)
        return
    done = by_hand.published(
        place,
        options.ids[0],
        options.to,
        at=options.at,
        address=options.address,
        picture=_picture(options),
        person=options.person,
        elsewhere=options.elsewhere,
    )
    _tell_ticked(console, done, "outbox.ticked")
    if done.follows and not console.json:
        console.say("outbox.ticked_follows", target=done.place)


def _down(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import by_hand

    shot = _picture(options)
    if shot is None:
        raise EditorError.usage("picture_needed")
    done = by_hand.taken_down(place, options.ids[0], options.to, picture=shot, at=options.at, person=options.person)
    _tell_ticked(console, done, "outbox.ticked_down")


def _tell_ticked(console: Console, done: Ticked, key: str) -> None:
    if console.json:
        console.record({
            "id": done.name, "number": done.number, "target": done.place, "action": done.action, "state": "done",
            "at": done.at, "place": done.address or None, "picture": done.picture or None, "entry": done.entry,
        })  # fmt: skip
    else:
        shown = done.number or done.name
        console.print(console.sentence(key, id=shown, target=done.place, at=done.at[:16].replace("T", " ")))


def _adopt(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.commands.delivery import secrets_of
    from editor.operations.outbox import adopting

    if not options.address:
        raise EditorError.usage("address_needed", name=options.to)
    what = (place, secrets_of(options), options.ids[0], options.to, options.address)
    if options.look:
        _tell_found(console, adopting.look(*what), "", "outbox.adopt_looked")
        return
    done = adopting.adopt(*what, person=options.person, another_title=options.yes)
    _tell_found(console, done.found, done.entry, "outbox.adopted")


def _tell_found(console: Console, found: Found, entry: str, key: str) -> None:
    """What stands there, and every field that is not as it would be sent."""
    if found.differs:
        console.worse(Exit.FOUND)
    if console.json:
        console.record({
            "id": found.name, "number": found.number, "target": found.target, "place": found.address,
            "adopted": bool(entry), "entry": entry or None, "headline": found.title,
            "differences": [
                {"field": item.field, "sent": item.sent, "there": item.there, "form_only": item.field in found.form}
                for item in found.differs
            ],
        })  # fmt: skip
        return
    shown = found.number or found.name
    console.print(console.sentence(key, id=shown, target=found.target, address=found.address, headline=found.title))
    for item in found.differs:
        how = "outbox.differs_form" if item.field in found.form else "outbox.differs"
        console.print(console.sentence(how, field=item.field, sent=item.sent, there=item.there))


def _copy(place: Desk, options: argparse.Namespace, console: Console) -> None:
    """What is to be copied: the headline and the text as files, and the pictures."""
    from editor.operations.outbox import by_hand

    offered = by_hand.material(place, options.ids[0], options.to)
    if not options.output:
        record = {name: offered.fields[name] for name in ("title", "text", "summary", "tags")}
        if console.json:
            files = [picture.file for picture in offered.pictures]
            console.record({"id": offered.name, "target": offered.place, "url": offered.url or None, **record,
                            "pictures": files})  # fmt: skip
        else:
            console.write(f"{record['title']}\n\n{record['text']}")
        return
    files = by_hand.written(offered, Path(options.output))
    if console.json:
        console.record({"id": offered.name, "target": offered.place, "url": offered.url or None, "files": files})
        return
    for file in files:
        console.print(file)
    if offered.url:
        console.say("outbox.copy_open", url=offered.url)


def _note(place: Desk, options: argparse.Namespace, console: Console) -> None:
    """Order and reason of a withdrawal, entered afterwards."""
    from editor.operations.outbox import disposal

    disposal.note(place, options.ids[0], order=options.order, why=options.why, person=options.person)
    sheet = disposal.sheet_of(place, options.ids[0])
    if console.json:
        console.record({"id": sheet.id, "number": sheet.number, "order": sheet.order or None, "why": sheet.why or None})
    else:
        console.print(console.sentence("outbox.noted", id=sheet.number or sheet.id))


def _sheet(place: Desk, options: argparse.Namespace, console: Console) -> None:
    """撤稿处置单 as PDF, or as HTML where the file is called so; without a file it is told in lines."""
    from editor.operations.outbox import disposal

    if not options.output:
        _tell_sheet(console, disposal.sheet_of(place, options.ids[0]))
        return
    paper = disposal.paper_of(place, options.ids[0], console.language)
    pages: int | None = None
    if Path(options.output).suffix.casefold() in {".html", ".htm"}:
        write_whole(options.output, paper.html.encode())
    else:
        from editor.publish.formats.printing import printed

        made = printed(paper.html)
        write_whole(options.output, made.data)
        pages = made.pages
        if made.missing:
            console.say("cli.print_missing", characters=made.missing[:40])
    if not paper.sheet.complete:
        console.worse(Exit.FOUND)
    if console.json:
        console.record({**_sheet_record(console, paper.sheet), "file": options.output, "pages": pages})
    else:
        key = "outbox.sheet_written" if paper.sheet.complete else "outbox.sheet_open"
        number = paper.sheet.number or paper.sheet.id
        console.print(console.sentence(key, id=number, file=options.output, count=paper.sheet.open))


def _tell_sheet(console: Console, sheet: DisposalSheet) -> None:
    if not sheet.complete:
        console.worse(Exit.FOUND)
    if console.json:
        console.record(_sheet_record(console, sheet))
        return
    missing = console.sentence("outbox.sheet_missing")
    values = {"order": sheet.order or missing, "why": sheet.why or missing}
    at = sheet.at[:16].replace("T", " ")
    console.print(console.sentence("outbox.sheet_head", id=sheet.number or sheet.id, headline=sheet.headline))
    console.print(console.sentence("outbox.sheet_facts", name=sheet.by, at=at, **values))
    if sheet.again:
        console.print(console.sentence("outbox.sheet_again", at=sheet.again[:16].replace("T", " ")))
    elif sheet.again_signed:
        console.print(console.sentence("outbox.sheet_signed_again"))
    for place in sheet.places:
        state = console.sentence("outbox.sheet_open_state" if place.state == "open" else f"outbox.sheet_{place.state}")
        seen = " ".join(str(look.status) for look in place.looks)
        parts = (place.down_at[:16].replace("T", " "), seen, *_spots(console, place))
        told = _why(console, place) or " ".join(part for part in parts if part)
        line = console.sentence("outbox.line", id=place.variant or "-", target=place.name, state=state, why=told)
        console.print(line.rstrip())


def _spots(console: Console, place: PlaceOfArticle) -> list[str]:
    """What lists and the like showed, and what nobody could look at."""
    gone = sum(spot.state == "gone" for spot in place.spots)
    told = [console.sentence("outbox.spots_gone", count=gone)] if gone else []
    unseen = dict.fromkeys((spot.why, spot.detail) for spot in place.spots if spot.state == "unseen")
    for key, detail in unseen:
        if resources.found(key) is not None:
            why = console.sentence(key, status=detail)
            told.append(console.sentence("outbox.spots_unseen", why=why))
    return told


def _why(console: Console, place: PlaceOfArticle) -> str:
    if not place.why:
        return ""
    code = place.why.partition(".")[2]
    return (
        console.sentence(place.why, **place.values)
        if not place.why.startswith("error.")
        else console.reason(code, **place.values)
    )


def _sheet_record(console: Console, sheet: DisposalSheet) -> dict[str, Any]:
    return {
        "id": sheet.id, "number": sheet.number, "headline": sheet.headline, "form": sheet.form, "at": sheet.at,
        "by": sheet.by, "order": sheet.order or None, "why": sheet.why or None, "entry": sheet.entry,
        "open": sheet.open, "complete": sheet.complete, "again": sheet.again or None,
        "places": [
            {
                "id": place.id, "target": place.name, "kind": place.kind, "state": place.state,
                "place": place.address or None, "put_at": place.put_at or None, "down_at": place.down_at or None,
                "by": place.down_by or None, "picture": place.picture or None,
                "message": _why(console, place) or None,
                "looks": [look._asdict() for look in place.looks],
                "spots": [spot._asdict() for spot in place.spots],
            }
            for place in sheet.places
        ],
    }  # fmt: skip


def _receipts(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import disposal

    found = disposal.receipts(place, options.ids[0])
    for receipt in found:
        _tell_receipt(console, receipt)
    if not found and not console.json:
        console.say("outbox.no_receipts", id=options.ids[0])


def _tell_receipt(console: Console, receipt: ReceiptShown) -> None:
    if console.json:
        console.record({
            "id": receipt.id, "entry": receipt.entry, "target": receipt.place, "action": receipt.action,
            "by_hand": receipt.by_hand, "by": receipt.name, "at": receipt.at, "when": receipt.when or None,
            "place": receipt.address or None, "version": receipt.version, "differs": list(receipt.differs),
            "digest": receipt.digest or None, "picture": receipt.picture or None,
            "looks": [look._asdict() for look in receipt.looks],
            "spots": [spot._asdict() for spot in receipt.spots],
        })  # fmt: skip
        return
    action = console.sentence(f"outbox.receipt_{'hand_' if receipt.by_hand else ''}{receipt.action}")
    at = (receipt.when or receipt.at)[:16].replace("T", " ")
    seen = " ".join(str(look.status) for look in receipt.looks)
    parts = [at, receipt.place, action, receipt.name, receipt.address, seen, " ".join(receipt.differs)]
    console.print("  ".join(part for part in parts if part))
