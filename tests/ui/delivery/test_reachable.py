"""Everything of these rooms can be reached by key, has a name, and is readable in the smallest window and enlarged."""

from __future__ import annotations

import pytest

from editor.records.output import CopyMade, Planned
from tests.editor.publish.sample_packages import png
from tests.ui.reachable import cut, nameless


@pytest.mark.parametrize("scale", [100, 200])
def test_tabs_and_dialogs_are_named_and_nothing_is_cut(opened, out, tmp_path, scale):
    from ui.delivery.ready import CopyReady

    opened.desktop.context.preferences.set("scale", scale)
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("春灌开闸。")
    (tmp_path / "a.png").write_bytes(png())
    out.pictures.insert([str(tmp_path / "a.png")])
    opened.until(lambda: len(out.pictures.pane.cards) == 1)
    opened.window.resize(1280, 680)
    opened.do("view.preview")
    for name in ("preview", "pictures"):
        opened.work.shell.show_tab(name)
        opened.settle()
        assert not nameless(opened.window), name
        assert not cut(opened.desktop.inspector), name
    opened.do("file.deliver")
    opened.until(lambda: out.delivery.dialog is not None)
    opened.settle()
    dialog = out.delivery.dialog
    dialog.show_plan((Planned("a", "0305-A-01", "一" * 40, "要闻", "not_signed", {"id": "0305-A-01"}),))
    ready = CopyReady(
        opened.desktop.context.look, CopyMade("a", "0305-A-01", "题", "/x.pdf", signed=False, pages=2, lines=40), dialog
    )
    ready.show()
    opened.qtbot.wait(50)
    for window in (dialog, ready):
        assert not nameless(window)
        assert not cut(window)
