"""Script variants of an article: a draft of its own that knows what it was converted from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.changes import Changes
from editor.operations import articles, faithful, glossaries
from editor.operations.autosaving import keep_version
from editor.operations.redoing import print_of
from editor.store import drafts
from editor.text.variants import Conversion, Options, config_name, convert, dictionary_version

if TYPE_CHECKING:
    from editor.article import Variant
    from editor.operations.content import Content
    from editor.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Converted:
    """A variant that was made.

    Attributes:
        body: Conversion of the body (Markdown), with every changed span.
        content: The draft as kept.
    """

    name: str
    content: Content
    body: Conversion
    state: str
    changes: Changes


def convert_article(desk: Desk, name: str, target: Variant, options: Options) -> Converted:
    """Convert what stands there and keep it as the draft of that variant.

    Raises:
        EditorError: There is no such article, or the library cannot be written.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        source = sheet.content
        register = frozenset(member.name for member in session.people.values())
        options = dataclasses.replace(options, names=options.names | register)
        options = glossaries.with_pairs(options, glossaries.pairs(desk, target), target)
        body = convert(source.text, target, source=source.variant, options=options)
        claim: dict[str, Any] = {
            "revision": sheet.revision.id if sheet.revision is not None and sheet.draft is None else "",
            "config": config_name(source.variant, target),
            "dictionary": dictionary_version(),
            "options": faithful.options_to_plain(options),
        }
        content = faithful.converted(source, target, claim)
        if content is None or target == source.variant:
            return Converted(sheet.name, source, body, str(sheet.state), Changes())
        prints = {"source": print_of(source.article("")).plain(), "made": print_of(content.article("")).plain()}
        content = dataclasses.replace(content, derived={**claim, **prints})
        row = articles.new_draft(session, sheet.article, content, "")
        there = articles.of_article(session, sheet.article).get(target)
        if there is not None and there.revision is not None:
            row = dataclasses.replace(row, base=there.revision.id)
        if there is not None and not there.content.same_text(content):  # perhaps somebody had mended it by hand
            author = there.draft.author if there.draft is not None else ""
            keep_version(session, sheet.article, there.content, "replaced", author)
        drafts.save(desk.library, row)
        articles.refresh(session, sheet.article)
        made = articles.of_article(session, sheet.article)[target]
        changes = Changes(drafts=frozenset({sheet.article}))
        return Converted(made.name, content, body, str(made.state), changes)
