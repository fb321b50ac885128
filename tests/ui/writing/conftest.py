"""An editor on a screen that nobody sees."""

from __future__ import annotations

import pytest


@pytest.fixture
def made(qtbot, look):
    """Makes shown editors."""
    from ui.writing.editor import ArticleEditor

    def make(blocks=(), **options):
        editor = ArticleEditor(look.reading, look.tokens, **options)
        qtbot.addWidget(editor)
        editor.resize(760, 600)
        editor.show()
        editor.show_blocks(tuple(blocks))
        editor.setFocus()
        return editor

    return make
