"""A piece of work for widgets."""

from __future__ import annotations

from editor.records.outbox import LineShown, TargetShown


def line(number=0, **more):
    made = LineShown(
        key=f"k{number}",
        id=f"a{number}",
        number=f"1124-YW-{number}",
        headline=f"第{number}篇",
        target="web",
        batch="b",
        action="put",
        state="done",
        code="",
        sentence="",
        values={},
        address="https://x/1",
        publish_at="",
        keeper="",
        queued_at="2026-11-24T13:20:00+08:00",
        done_at="2026-11-24T13:21:00+08:00",
        attempt=1,
        differs=(),
        allows={},
    )
    return made._replace(**more)


TARGET = TargetShown("web", "wordpress", "x", {}, "", has_secret=True, open=0)
