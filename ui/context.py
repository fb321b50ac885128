"""What the parts of the window need, built once in `ui.app` and handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.service.messages import Place
    from ui.actions import Actions
    from ui.jobs import Jobs
    from ui.preferences import Preferences
    from ui.sentences import Sentences
    from ui.theme.look import Look


@dataclass(frozen=True)
class AppContext:
    """Handed to those who build a part of the window; the parts themselves get only what they use."""

    place: Place
    jobs: Jobs
    look: Look
    preferences: Preferences
    actions: Actions
    sentences: Sentences
