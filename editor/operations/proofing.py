"""Checking an article with what this newsroom chose: its switched rules, its register, what it chose to leave."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from editor.operations import house_marks, keeping
from editor.store import tallies
from editor.text.checks import ALL_RULES, DEFAULT_RULES, Ignored, check_article, ignore

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article import Article
    from editor.findings import Finding
    from editor.operations.desk import Desk

RULES = "rules"
"""Preference: ids of the rules that are on; missing = the defaults."""
HERE, EVERYWHERE = "ignored.here", "ignored.text"
NEWSROOM = "newsroom"


def enabled_rules(desk: Desk) -> frozenset[str]:
    """Rules that are on in this newsroom."""
    chosen = keeping.preference(desk, RULES)
    if not isinstance(chosen, list):
        return DEFAULT_RULES
    return frozenset(rule for rule in chosen if isinstance(rule, str))


def every_rule() -> list[str]:
    """Ids of all rules."""
    return sorted(ALL_RULES)


def choose_rules(desk: Desk, rules: Iterable[str]) -> None:
    """These rules are on from now on in this newsroom."""
    chosen = sorted(set(rules) & set(ALL_RULES))
    keeping.set_preference(desk, RULES, None if frozenset(chosen) == DEFAULT_RULES else chosen)
    _uncount(desk)


def check(desk: Desk, article: Article) -> list[Finding]:
    """What is found in an article, without what somebody chose to leave.

    Names of the newsroom's people are never reported.
    """
    with desk.reading() as session:
        names = frozenset(member.name for member in session.people.values())
    here = frozenset(
        Ignored(*item) for item in _list(keeping.preference(desk, f"{HERE}.{article.id}")) if len(item) == _FIELDS
    )
    left = {
        (item[0], item[1])
        for key in (f"{EVERYWHERE}.{article.id}", f"{EVERYWHERE}.{NEWSROOM}")
        for item in _list(keeping.preference(desk, key))
    }
    found = check_article(article, enabled=enabled_rules(desk), ignored=here, keep=names)
    found = [finding for finding in found if (finding.rule, finding.text) not in left]
    return _by_profile(desk, article, found)


def _by_profile(desk: Desk, article: Article, found: list[Finding]) -> list[Finding]:
    """Without “” of a house that keeps its own marks for readers elsewhere: its profile says so, see `house_marks`."""
    marks = [finding for finding in found if finding.rule == "P29" and finding.text.startswith(("“", "‘"))]
    if not marks:
        return found
    with desk.reading() as session:
        kept = house_marks.keeps_quotes(session, article.id, article.variant)
    return [finding for finding in found if finding not in marks] if kept else found


_FIELDS = len(dataclasses.fields(Ignored))


def _list(kept: Any) -> list[list[str]]:
    """What was kept, as lists of texts; whatever else stands there is left out."""
    items = kept if isinstance(kept, list) else []
    return [
        item for item in items if isinstance(item, list) and len(item) > 1 and all(isinstance(p, str) for p in item)
    ]


def leave(desk: Desk, article: str, findings: Iterable[tuple[Finding, str]], how: str) -> None:
    """Do not show findings again.

    Args:
        desk: Where.
        article: Id of the article.
        findings: Each with the text that its offsets belong to.
        how: ``here`` (at this place, wherever it moves), ``article`` (the same characters anywhere in it) or
            ``newsroom`` (in every article).
    """
    if how == "here":
        key = f"{HERE}.{article}"
        new = [list(dataclasses.astuple(ignore(finding, text))) for finding, text in findings]
    else:
        key = f"{EVERYWHERE}.{NEWSROOM if how == 'newsroom' else article}"
        new = [[finding.rule, finding.text] for finding, _ in findings]
    _add(desk, key, new)
    _uncount(desk, "" if how == "newsroom" else article)


def _uncount(desk: Desk, article: str = "") -> None:
    """Other things are found from now on: what lists show was counted before."""
    with desk.writing() as session:
        tallies.drop(desk.library.raw, session.newsroom, article)


def _add(desk: Desk, key: str, new: Sequence[list[str]]) -> None:
    known = _list(keeping.preference(desk, key))
    keeping.set_preference(desk, key, [*known, *(item for item in new if item not in known)])
