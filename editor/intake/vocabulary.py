"""The words of header and foot lines: labels of fields, roles of people, endings of organizations, family names.

They are data (``resources/dictionaries/page_words.toml``), in Simplified characters; lines are folded
(:mod:`editor.intake.folding`) before they are compared.
"""

from __future__ import annotations

import re

import resources

WORDS = resources.table("dictionaries/page_words.toml")


def _by_word(section: str) -> dict[str, str]:
    return {word: code for code, words in WORDS[section].items() for word in words}


def alternatives(words: list[str] | tuple[str, ...]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# Role of a name by its printed label (作者 → author), and other fields (来源 → source).
ROLES = _by_word("roles")
FIELDS = _by_word("fields")
GENRES = _by_word("genres")
# Roles that stand under the headline; the others are credits of the page.
BYLINE_ROLES = frozenset(
    {"author", "reporter", "trainee", "intern", "special_correspondent", "stringer", "photographer"}
)
BYLINE_LABELS: frozenset[str] = frozenset(WORDS["bylines"]["labels"])
# Last words of labels of several words: 永州日报全媒体记者, 核稿编辑.
REPORTERS: tuple[str, ...] = tuple(WORDS["bylines"]["reporters"])
OFFICES: tuple[str, ...] = tuple(WORDS["bylines"]["offices"])
BARE_ROLES: tuple[str, ...] = tuple(WORDS["bylines"]["bare"])
ORGANIZATION: str = "|".join(WORDS["organizations"]["endings"])
MEDIA: str = "|".join(WORDS["organizations"]["media"])
FAMILY_NAMES: frozenset[str] = frozenset("".join(WORDS["family_names"]["single"]))
DOUBLE_FAMILY_NAMES: frozenset[str] = frozenset(WORDS["family_names"]["double"])
# Words alone on a line: sections of a site above the headline, headings such as 记者手记 (patterns) in the text.
SECTIONS: frozenset[str] = frozenset(WORDS["sections"]["names"])
LABEL_HEADING: str = "|".join(WORDS["label_headings"]["words"])
PLACES: tuple[str, ...] = tuple(WORDS["places"]["names"])
NO_NAMES: frozenset[str] = frozenset(WORDS["signing"]["no_names"])
SIGNING: tuple[str, ...] = tuple(WORDS["signing"]["endings"])
