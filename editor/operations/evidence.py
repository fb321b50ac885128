"""What the texts themselves say about a revision, computed here and believed from nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from editor.operations import faithful
from editor.store import kept_files
from editor.workflow.share import changed_share

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlalchemy as sa

    from editor.workflow.entry import Entry

_INTERNAL = ("number", "deadline", "publish_at", "contact", "planned_length")


class TextEvidence:
    """Evidence from the bodies of revisions and the originals that the library keeps."""

    def __init__(self, connection: sa.Connection, newsroom: str) -> None:
        self._connection = connection
        self._newsroom = newsroom

    def entered(self, revision: Entry) -> bool:
        """See `workflow.rules.Evidence`. Without the original at hand it counts as 撰稿."""
        claim = revision.content.get("entered")
        original = claim.get("original") if isinstance(claim, dict) else None
        if not isinstance(claim, dict) or not isinstance(original, str):
            return False
        kept = kept_files.find(self._connection, self._newsroom, original)
        return kept is not None and faithful.is_original(revision, claim, kept[1])

    def derived(self, revision: Entry, source: Entry) -> bool:
        """See `workflow.rules.Evidence`."""
        return faithful.is_conversion(revision, source)

    def share(self, before: Entry, after: Entry) -> float:
        """See `workflow.rules.Evidence`: over the body and every field of the slip that readers may see."""
        return changed_share(_readable(before.content), _readable(after.content))


def _readable(content: Mapping[str, Any]) -> str:
    slip = content.get("slip")
    fields = {k: v for k, v in slip.items() if k not in _INTERNAL} if isinstance(slip, dict) else {}
    text = content.get("text")
    shown = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"{text if isinstance(text, str) else ''}\n{shown}"
