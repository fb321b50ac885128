"""Questions straight to the driver: those asked for every article of ten thousand, whose way would take the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    import sqlalchemy as sa


def ask(connection: sa.Connection, question: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
    """The driver's answer, a part of the connection's unit of work (12 microseconds less than through SQLAlchemy).

    Args:
        connection: Of the unit of work.
        question: SQL with question marks.
        values: In the order of the question marks.
    """
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    return driver.execute(question, values)
