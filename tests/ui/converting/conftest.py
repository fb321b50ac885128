"""Articles of our own, proposed by the core, and a view of them."""

from __future__ import annotations

import pytest

from editor.operations.deciding import propose
from tests.editor.operations.newsroom import founded_desk, own_article
from ui.converting.view import ConvertView

TEXT = """一斤谷子换两斤大米，老周说。

他站在动力之谷、马达之城的门口，头发全白。

## 会后的安排

大家去看松林里的台子，再说发展。
"""
SOFTWARE = "这款软件好用，头发全白的老周说。\n\n软件更新后，网络也快。\n"


@pytest.fixture
def desk(tmp_path):
    """A newsroom."""
    made = founded_desk(tmp_path / "library")
    yield made
    made.library.close()


@pytest.fixture
def proposed(desk):
    """Makes a proposal from a text."""

    def make(text=TEXT, profile="", **arguments):
        return propose(desk, own_article(desk, text), profile, **arguments)

    return make


@pytest.fixture
def view(qtbot, look, chinese):
    """The view, shown."""
    made = ConvertView(look)
    qtbot.addWidget(made)
    made.resize(1240, 760)
    made.show()
    return made
