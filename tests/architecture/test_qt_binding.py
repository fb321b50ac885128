"""The binding of Qt must not lose references: PySide6 6.12.0 does under Python 3.11, one of None a call, and aborts."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.qt


def test_a_thousand_void_calls_take_no_reference_from_none():
    from PySide6.QtCore import QObject

    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
        thing.setProperty("count", None)
    assert abs(sys.getrefcount(None) - before) < 100
