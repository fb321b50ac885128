"""A variant made with a person: proposed with everything that he must look at, kept with what he decided.

What was decided is part of what the variant says of how it was made, so that converting the source again with it gives
the same text; it is remembered by content, so that it holds when the source changes elsewhere (待重转).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.article import Variant
from editor.errors import EditorError
from editor.markup.writer import write
from editor.operations import articles, browsing, faithful, glossaries
from editor.operations.autosaving import keep_version, version_of
from editor.operations.content import Content, from_revision, to_draft
from editor.operations.keeping import preference, set_preference
from editor.operations.redoing import Print, print_from, print_of, stays
from editor.operations.revising import before_another_writes
from editor.operations.variant_questions import shown
from editor.records.converting import TO_SIMPLIFIED, Accepted, Profile, Proposal
from editor.store import drafts
from editor.text.variants import Decision, Options, config_name, dictionary_version
from editor.text.variants.articles import convert_whole
from editor.text.variants.profiles import DEFAULT, profiles
from editor.text.variants.routes import route

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.article import Article
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.records.articles import Row
    from editor.records.converting import Settled
    from editor.text.variants.articles import Whole
    from editor.workflow.entry import Entry

_SHORT = 3


@dataclass(frozen=True)
class _Made:
    """A conversion of the source as it stands, and of what stands there already.

    Attributes:
        own: The source; there: the variant, None when there is none yet.
        whole: What came of it, with what stays of the variant in its article.
        kept: What stays as it was mended by hand.
        changed: How many paragraphs of the source changed since the variant was made.
        lost: Texts that were mended by hand and do not stay.
        made: What the conversion makes, before anything stays.
        decisions: All that was ever decided, also where the place is gone for now.
    """

    own: Sheet
    there: Sheet | None
    source: Article
    options: Options
    profile: str
    whole: Whole
    made: Article
    decisions: tuple[Decision, ...]
    kept: frozenset[tuple[str, int | None]] = frozenset()
    changed: int = 0
    lost: tuple[str, ...] = ()


def propose(
    desk: Desk,
    name: str,
    profile: str = "",
    decisions: Iterable[Settled] = (),
    always: Sequence[tuple[str, str]] = (),
) -> Proposal:
    """An article as it would be in another variant; nothing is written.

    Args:
        desk: Where.
        name: The article, or its variant that is to be made again.
        profile: For whom (`offered`); "" = that of the variant that is there, else the first one offered.
        decisions: What was decided just now; what was decided for an earlier variant holds besides.
        always: Pairs of words that are to be always so.

    Raises:
        EditorError: There is no such article, or it cannot be converted so.
    """
    with desk.reading() as session:
        made = _made(session, name, profile, decisions, always)
        seen = shown(made.source, made.whole, made.kept, made.options.decisions)
        return Proposal(
            article=made.own.article,
            name=made.own.name,
            source=_fingerprint(made.own),
            variant=str(made.own.variant),
            target=str(made.whole.article.variant),
            profile=made.profile,
            profiles=offered(made.own.variant),
            passages=seen.passages,
            spots=seen.spots,
            questions=seen.questions,
            again=made.there is not None,
            changed=made.changed,
            lost=made.lost,
        )


def accept(
    desk: Desk,
    proposal: tuple[str, str, str],
    decisions: Sequence[Settled],
    always: Sequence[tuple[str, str]] = (),
    person: str = "",
) -> Accepted:
    """Keep the variant as a draft that knows its source and what was decided.

    Args:
        desk: Where.
        proposal: Name of the article, profile, and which text was converted (`Proposal.source`).
        decisions: Everything that was decided, also what the machine proposed and a person confirmed.
        always: Pairs of words that are always so from now on: they go into the newsroom's glossary.
        person: Who keeps it.

    Raises:
        EditorError: The source has changed since it was proposed; nothing is kept then.
    """
    name, profile, source = proposal
    with desk.writing() as session:
        made = _made(session, name, profile, decisions, always)
        if _fingerprint(made.own) != source:
            raise EditorError.refused("source_changed", id=made.own.name)
        content = _content(made)
        _keep(session, made, content, person)
        glossaries.always(desk, content.variant, always)
        if made.decisions:
            set_preference(desk, _key(made.own.article, content.variant), [list(one) for one in made.decisions])
        articles.refresh(session, made.own.article)
        kept = articles.of_article(session, made.own.article)[content.variant]
    return Accepted(kept.article, kept.name, str(kept.variant))


def versions(desk: Desk, article: str) -> tuple[Row, ...]:
    """The rows of every variant of an article, true also of what was typed just now: whether one is 待重转."""
    if not desk.library.read_only:
        with desk.reading() as session:
            question = "SELECT 1 FROM stale WHERE newsroom = ? AND article = ?"
            behind = desk.library.raw.execute(question, (session.newsroom, article)).fetchone()
        if behind is not None:
            with desk.writing() as session:
                articles.refresh(session, article)
    return browsing.rows_of(desk, article)


def offered(source: Variant) -> tuple[Profile, ...]:
    """For whom a text can be converted: back to Simplified, and every profile that leads somewhere."""
    found = [
        Profile(one.key, str(one.target), one.names["zh_CN"], one.names["en"])
        for one in profiles().values()
        if route(source, one.target)
    ]
    if route(source, Variant.ZH_CN):
        found.insert(0, Profile(TO_SIMPLIFIED, str(Variant.ZH_CN), "", ""))
    return tuple(found)


def _key(article: str, target: Variant) -> str:
    return f"decisions.{article}.{target}"


def _remembered(desk: Desk, article: str, target: Variant) -> tuple[Decision, ...]:
    """What was decided here for earlier versions of the variant; its later revisions do not say it any more."""
    kept = preference(desk, _key(article, target), [])
    whole = [one for one in kept if isinstance(one, list) and len(one) == _SHORT + 1] if isinstance(kept, list) else []
    return tuple(Decision(*map(str, one)) for one in whole)


def _made(
    session: Session,
    name: str,
    profile: str,
    just_now: Iterable[Settled],
    always: Sequence[tuple[str, str]],
) -> _Made:
    named = articles.find(session, name)
    sheets = articles.of_article(session, named.article)
    own = sheets[named.own]
    profile = profile or _profile_of(named, own)
    target, options = _options(profile, own.variant)
    there = sheets.get(target)
    claim = _claim(there) if there is not None else {}
    register = frozenset(member.name for member in session.people.values())
    words = glossaries.pairs(session.desk, target) | dict(always)
    options = dataclasses.replace(options, names=register)
    options = glossaries.with_pairs(options, words, target)
    before = faithful.options_from_plain(claim.get("options"))
    old = (*(before.decisions if before is not None else ()), *_remembered(session.desk, own.article, target))
    if before is not None:
        before = dataclasses.replace(before, decisions=old)
    now = (Decision(*one.place, one.after) for one in just_now)
    chosen = {one[:_SHORT]: one for one in (*old, *now)}
    decisions = tuple(sorted(chosen.values()))
    source = own.content.article(own.article)
    whole = convert_whole(source, target, dataclasses.replace(options, decisions=decisions))
    places = {choice.place for choice in whole.choices}
    options = dataclasses.replace(options, decisions=tuple(one for one in decisions if one[:_SHORT] in places))
    made = _Made(own, there, source, options, profile, whole, whole.article, decisions)
    return _with_what_stays(made, there, claim, before) if there is not None else made


def _with_what_stays(made: _Made, there: Sheet, claim: Mapping[str, Any], before: Options | None) -> _Made:
    """The same with what was mended by hand in the variant, where its source did not change."""
    old = _old_print(there, claim)
    if old is None:
        return made
    expected = convert_whole(made.source, there.variant, before or made.options).article
    then = print_from(claim.get("made"))
    found = stays(old, print_of(made.source), then, print_of(expected), there.content.article(there.article))
    article = made.whole.article
    blocks = tuple(found.blocks.get(number, block) for number, block in enumerate(article.blocks))
    article = dataclasses.replace(article, blocks=blocks, slip=dataclasses.replace(article.slip, **found.fields))
    kept = {("blocks", number) for number in found.blocks} | {(name, None) for name in found.fields}
    whole = dataclasses.replace(made.whole, article=article)
    return dataclasses.replace(made, whole=whole, kept=frozenset(kept), changed=found.changed, lost=found.lost)


def _old_print(there: Sheet, claim: Mapping[str, Any]) -> Print | None:
    """Print of the source that a variant was made from."""
    kept = print_from(claim.get("source"))
    revision = there.case.history.revision(str(claim.get("revision", "")))
    if kept is None and revision is not None:
        kept = print_of(from_revision(revision).article(there.article))
    return kept


def _profile_of(named: Sheet, own: Sheet) -> str:
    """The profile by which a variant was made; for the article itself the first one there is."""
    codes = [one.key for one in offered(own.variant)]
    if not codes:
        raise EditorError.usage("nothing_to_convert_to", variant=str(own.variant))
    if named.variant == own.variant:
        return DEFAULT if DEFAULT in codes else codes[0]
    claim = _claim(named)
    if claim.get("profile") in codes:
        return str(claim["profile"])
    options = claim.get("options")
    plain = options if isinstance(options, dict) else {}
    for code in codes:
        target, wanted = _options(code, own.variant)
        same = (plain.get("words") is True, plain.get("quotes") is True) == (wanted.words, wanted.quotes)
        if target == named.variant and same:
            return code
    return next((one.key for one in offered(own.variant) if one.target == named.variant), codes[0])


def _options(profile: str, source: Variant) -> tuple[Variant, Options]:
    known = profiles()
    if profile == TO_SIMPLIFIED:
        target, options = Variant.ZH_CN, Options()
    elif profile in known:
        target, options = known[profile].target, known[profile].options()
    else:
        raise EditorError.usage("wrong_usage", detail=profile)
    if not route(source, target):
        raise EditorError.usage("nothing_to_convert_to", variant=str(source))
    return target, options


def _claim(sheet: Sheet) -> dict[str, Any]:
    """What a variant says of how it was made; what later revisions leave out is read in the earlier ones."""
    claim = dict(sheet.content.derived or {})
    if "options" in claim or sheet.revision is None:
        return claim
    history = sheet.case.history
    earlier = [history.entries[identifier] for identifier in history.ancestry(sheet.revision.id)]
    whole = [one for one in earlier if one.variant == sheet.variant and "options" in _made_from(one)]
    newest = max(whole, key=lambda entry: (entry.at, entry.id), default=None)
    if newest is None:
        return claim
    first = _made_from(newest)
    return {key: first[key] for key in ("options", "profile", "revision") if key in first} | claim


def _made_from(entry: Entry) -> dict[str, Any]:
    found = entry.content.get("derived_from")
    return found if isinstance(found, dict) else {}


def _fingerprint(sheet: Sheet) -> str:
    return version_of(to_draft(sheet.content))


def _content(made: _Made) -> Content:
    """The variant with what it says of how it was made: converting the source again so must give the same."""
    article = made.whole.article
    claim: dict[str, Any] = {
        "revision": made.own.revision.id if made.own.revision is not None and made.own.draft is None else "",
        "config": config_name(made.own.variant, article.variant),
        "dictionary": dictionary_version(),
        "options": faithful.options_to_plain(made.options),
        "source": print_of(made.source).plain(),
        "made": print_of(made.made).plain(),
        "profile": made.profile,
    }
    return Content(article.variant, article.slip, write(article.blocks), derived=claim)


def _keep(session: Session, made: _Made, content: Content, person: str) -> None:
    """The variant becomes the draft; what stood there before is kept in the history."""
    there = made.there
    author = base = ""
    if there is not None:
        there = before_another_writes(session, there, person)
        if not there.content.same_text(content):
            keep_version(session, there.article, there.content, "replaced", there.draft.author if there.draft else "")
        base = there.revision.id if there.revision is not None else (there.draft.base if there.draft else "")
        author = there.draft.author if there.draft is not None and made.kept else ""
    row = dataclasses.replace(articles.new_draft(session, made.own.article, content, author), base=base)
    drafts.save(session.desk.library, row)
    keep_version(session, made.own.article, content, "conversion", person)
