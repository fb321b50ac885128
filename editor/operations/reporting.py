"""The intake report: what was mended, offered and left out of a page, and what became of it since.

The kept bytes are taken in once more; nothing of the report has to be kept for it. What a person decided is read from
the article as it stands. A text of which only repairs were decided otherwise is still the original: its claim is made
anew, and believed only when it proves itself (`faithful`).
"""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from editor.article import Article
from editor.changes import Changes
from editor.errors import EditorError
from editor.intake import decode, readable, take_in
from editor.markup.blocks import Image, block_text
from editor.markup.writer import write
from editor.operations import articles, autosaving, faithful
from editor.operations.content import Content
from editor.operations.tracing import TITLES, Trace, state_of
from editor.records.incoming import APPLIED, REFUSED, Lost, Place, Report, Way
from editor.store import drafts, kept_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.intake import Intake
    from editor.markup.blocks import Block, Runs
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session

_SAMPLE = 160
_TEXTS = frozenset({"plain", "html", "markdown"})


def report(desk: Desk, name: str, now: Article | None = None) -> Report:
    """What happened to the page that an article was taken in from.

    Args:
        desk: Where.
        name: The article.
        now: How it stands in the window; None = as it is kept.

    Raises:
        EditorError: ``article_unknown``; ``no_original`` when it was written here or its original is not kept.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        content = sheet.content
        claim = _claim(content, sheet)
        data = _kept(session, claim, name)
    file, asset = str((content.intake or {}).get("file", "")), str(claim["original"])
    intake, ways = _taken_in(data, _hint(claim), str(claim["encoding"]))
    article = now if now is not None else content.article(sheet.article)
    trace = Trace(intake.decoded, intake.repairs, article)
    return Report(
        name=sheet.name,
        file=file,
        asset=asset,
        encoding=intake.encoding,
        original=intake.decoded,
        places=_places(intake, trace),
        rows=trace.rows(),
        ways=ways,
        losses=tuple(Lost(one.what, one.count, one.kept, one.text) for one in intake.report),
        remarks=tuple((one.rule, one.message, dict(one.values)) for one in intake.findings if one.message),
    )


def original(desk: Desk, name: str) -> tuple[str, bytes]:
    """Name of the file that an article was taken in from, and its bytes as they came.

    Raises:
        EditorError: As :func:`report`.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        content = sheet.content
        data = _kept(session, _claim(content, sheet), name)
    return str((content.intake or {}).get("file", "")), data


def prove(desk: Desk, name: str) -> bool:
    """Count a draft as entered again, when it is its original with repairs decided otherwise, and nothing else.

    Returns whether it counts so now. What somebody wrote, left out or put in stays written (撰稿).
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        draft, content = sheet.draft, sheet.content
        if draft is None or draft.base or content.entered is not None or content.derived is not None:
            return content.entered is not None
        try:
            claim = _claim(content, sheet)
            data = _kept(session, claim, name)
            intake, _ = _taken_in(data, _hint(claim), str(claim["encoding"]))
        except EditorError:
            return False
        proven = _proven(content, claim, intake, data)
        if proven is None:
            return False
        kept = articles.drafted(session, sheet, proven, draft.author)
        drafts.save(desk.library, kept)
        articles.refresh(session, sheet.article)
        return True


def reread(desk: Desk, name: str, encoding: str, person: str = "") -> Changes:
    """Take an article in once more, with its bytes read in another encoding; what stood there stays in the history.

    Raises:
        EditorError: As :func:`report`; ``reread_late`` when it was submitted already, or is a script variant.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        content, draft = sheet.content, sheet.draft
        if draft is None or draft.base or sheet.revision is not None or sheet.variant != sheet.own:
            raise EditorError.refused("reread_late", id=sheet.name)
        claim = _claim(content, sheet)
        intake = take_in(_kept(session, claim, name), _hint(claim), encoding=encoding)
        autosaving.keep_version(session, sheet.article, content, "save", person)
        fresh = Content(
            intake.variant,
            dataclasses.replace(intake.slip, number=content.slip.number, column=content.slip.column),
            write(intake.blocks),
            entered=_facts(str(claim["original"]), intake, _applied(intake)),
            intake=content.intake,
        )
        if intake.variant != sheet.variant:  # what was read as Traditional may be Simplified
            drafts.drop(session.connection, draft)
        drafts.save(desk.library, articles.drafted(session, sheet, fresh, draft.author))
        articles.refresh(session, sheet.article)
        return Changes(drafts=frozenset({sheet.article}))


@lru_cache(maxsize=4)
def _taken_in(data: bytes, hint: str, encoding: str) -> tuple[Intake, tuple[Way, ...]]:
    """The page taken in as it was, and the ways to read it when there are several."""
    intake = take_in(data, hint, encoding=encoding)
    ways: tuple[Way, ...] = ()
    if intake.kind in _TEXTS:
        readings = decode(data)
        if len(readings) > 1:
            codes = dict.fromkeys((intake.encoding, *(one.encoding for one in readings)))
            ways = tuple(Way(code, _sample(data, code, intake.kind)) for code in codes)
    return intake, ways


def _sample(data: bytes, encoding: str, kind: str) -> str:
    lines = [line.strip() for line in (readable(data, encoding, kind) or "").split("\n")]
    return "\n".join(line for line in lines if line)[:_SAMPLE]


def _hint(claim: Mapping[str, Any]) -> str:
    """A name for the page: only its suffix is looked at, and only where the content leaves the kind open."""
    return "page.md" if claim.get("kind") == "markdown" else ""


def _claim(content: Content, sheet: Sheet) -> Mapping[str, Any]:
    """Original, encoding and kind of what was taken in."""
    found: Any = content.entered or content.original
    if found is None and sheet.revision is not None:
        found = _of_first(sheet)
    if not isinstance(found, dict) or not isinstance(found.get("original"), str):
        raise EditorError.refused("no_original", id=sheet.name)
    return found


def _of_first(sheet: Sheet) -> Mapping[str, Any] | None:
    """What the first revision says that it was entered from."""
    history = sheet.case.history
    ids = history.ancestry(sheet.revision.id) if sheet.revision is not None else ()
    for identifier in ids:
        body = history.entries[identifier].content
        for key in ("entered", "original"):
            if isinstance(body.get(key), dict):
                return dict(body[key])
    return None


def _kept(session: Session, claim: Mapping[str, Any], name: str) -> bytes:
    kept = kept_files.find(session.connection, session.newsroom, str(claim["original"]))
    if kept is None:
        raise EditorError.refused("no_original", id=name)
    return kept[1]


def _places(intake: Intake, trace: Trace) -> tuple[Place, ...]:
    found: list[Place] = []
    for item in intake.repairs:
        there = trace.place(item)
        part = there.part
        found.append(
            Place(
                rule=item.rule,
                start=item.start,
                end=item.end,
                before=item.before,
                after=item.after,
                sure=item.sure,
                candidates=item.candidates,
                machine=item.applied,
                field=part.field if part is not None else "",
                block=part.block if part is not None else None,
                at=there.at,
                till=there.till,
                now=there.now,
                state=state_of(item, there),
            )
        )
    return tuple(found)


def _facts(asset: str, intake: Intake, repairs: list[list[Any]]) -> dict[str, Any]:
    """What a claim says; see `importing`."""
    return {"original": asset, "encoding": intake.encoding, "kind": intake.kind, "repairs": repairs}


def _applied(intake: Intake) -> list[list[Any]]:
    return [[item.rule, item.start, item.before, item.after] for item in intake.repairs if item.applied]


def _proven(content: Content, claim: Mapping[str, Any], intake: Intake, data: bytes) -> Content | None:
    """The content as an entered one, None when more than repairs differ from what the page gives."""
    now = content.article("")
    whole = Article("", content.variant, intake.slip, intake.blocks)
    if content.slip.byline != intake.slip.byline or list(map(_form, now.blocks)) != list(map(_form, whole.blocks)):
        return None
    fresh = _places(intake, Trace(intake.decoded, intake.repairs, whole))
    standing = _places(intake, Trace(intake.decoded, intake.repairs, now))
    if _decided(whole, fresh, standing) != _texts(now):
        return None
    repairs = [
        [place.rule, place.start, place.before, place.now if place.field or place.block is not None else place.after]
        for place in standing
        if place.state == APPLIED or (place.machine and place.state != REFUSED)
    ]
    facts = _facts(str(claim["original"]), intake, repairs)
    proven = dataclasses.replace(content, entered=facts, original=None)
    return proven if faithful.stands_in(proven, facts, data) else None


def _texts(article: Article) -> dict[tuple[str, int | None], str]:
    """Titles and blocks by where they stand."""
    found: dict[tuple[str, int | None], str] = {(name, None): getattr(article.slip, name) for name in TITLES}
    return found | {("", index): block_text(block) for index, block in enumerate(article.blocks)}


def _decided(whole: Article, fresh: Sequence[Place], standing: Sequence[Place]) -> dict[tuple[str, int | None], str]:
    """The page's own texts with every repair as it was decided."""
    texts: dict[tuple[str, int | None], str] = _texts(whole)
    for place, now in sorted(zip(fresh, standing, strict=True), key=lambda pair: (pair[0].at, pair[0].till))[::-1]:
        key = (place.field, place.block)
        if (place.field or place.block is not None) and (now.field or now.block is not None):
            texts[key] = texts[key][: place.at] + now.now + texts[key][place.till :]
    return texts


def _form(block: Block) -> tuple[object, ...]:
    """Everything of a block but its characters."""
    source = block.source if isinstance(block, Image) else ""
    return (block.kind, source, *_marks(block))


def _marks(block: Block) -> Iterator[object]:
    last: object = None
    for runs in _all_runs(block):
        for run in runs:
            here = (run.marks, run.href, run.note)
            if here != last:
                yield here
            last = here


def _all_runs(block: Block) -> tuple[Runs, ...]:
    runs = getattr(block, "runs", None)
    if runs is not None:
        return (runs,)
    if hasattr(block, "paragraphs"):
        return tuple(block.paragraphs)
    if hasattr(block, "items"):
        return tuple(item.runs for item in block.items)
    return tuple(cell for row in getattr(block, "rows", ()) for cell in row)
