"""Schema 2 to 3: the queue of what goes out, places of publication, what stands there, what was sent; findings counted.

What was delivered before stays noted as done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_JOB = (
    """CREATE TABLE export_job (
        newsroom TEXT NOT NULL,
        "key" TEXT NOT NULL,
        article TEXT NOT NULL,
        variant TEXT NOT NULL,
        revision TEXT NOT NULL,
        destination TEXT NOT NULL,
        digest TEXT NOT NULL,
        state TEXT NOT NULL,
        done_at TEXT NOT NULL,
        action TEXT DEFAULT 'put' NOT NULL,
        batch TEXT DEFAULT '' NOT NULL,
        position INTEGER DEFAULT '0' NOT NULL,
        attempt INTEGER DEFAULT '0' NOT NULL,
        due INTEGER DEFAULT '0' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        queued_at TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_export_job PRIMARY KEY (newsroom, "key")
    )""",
    "CREATE INDEX ix_export_job_batch ON export_job (newsroom, batch, position)",
    "CREATE INDEX ix_export_job_newsroom_article ON export_job (newsroom, article)",
    "CREATE INDEX ix_export_job_newsroom_destination_state ON export_job (newsroom, destination, state)",
    """CREATE INDEX ix_export_job_open ON export_job (newsroom, destination, due)
       WHERE state IN ('waiting', 'sending', 'checking')""",
)
_OTHERS = (
    """CREATE TABLE batch (
        newsroom TEXT NOT NULL,
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        made_at TEXT NOT NULL,
        CONSTRAINT pk_batch PRIMARY KEY (newsroom, id)
    )""",
    """CREATE TABLE target (
        newsroom TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        destination TEXT NOT NULL,
        options TEXT NOT NULL,
        held TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_target PRIMARY KEY (newsroom, name)
    )""",
    """CREATE TABLE placement (
        newsroom TEXT NOT NULL,
        article TEXT NOT NULL,
        variant TEXT NOT NULL,
        destination TEXT NOT NULL,
        "key" TEXT NOT NULL,
        thing TEXT NOT NULL,
        address TEXT NOT NULL,
        status TEXT NOT NULL,
        revision TEXT NOT NULL,
        digest TEXT NOT NULL,
        stamp TEXT NOT NULL,
        fields BLOB NOT NULL,
        at TEXT NOT NULL,
        publish_at TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_placement PRIMARY KEY (newsroom, article, variant, destination)
    )""",
    "CREATE INDEX ix_placement_newsroom_destination_status ON placement (newsroom, destination, status)",
    """CREATE TABLE payload (
        newsroom TEXT NOT NULL,
        digest TEXT NOT NULL,
        text BLOB NOT NULL,
        CONSTRAINT pk_payload PRIMARY KEY (newsroom, digest)
    )""",
    """CREATE TABLE tally (
        "row" INTEGER NOT NULL,
        source TEXT NOT NULL,
        made TEXT NOT NULL,
        errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        CONSTRAINT pk_tally PRIMARY KEY ("row")
    )""",
)
_BEFORE = 'newsroom, "key", article, variant, revision, destination, digest, state, done_at'


def step(raw: sqlite3.Connection) -> None:
    """Bring schema 2 to 3."""
    raw.execute("ALTER TABLE export_job RENAME TO export_job_2")
    named = "SELECT name FROM sqlite_schema WHERE tbl_name = 'export_job_2' AND sql LIKE 'CREATE INDEX%'"
    for (name,) in raw.execute(named).fetchall():
        raw.execute(f"DROP INDEX {name}")
    for statement in (*_JOB, *_OTHERS):
        raw.execute(statement)
    raw.execute(f"INSERT INTO export_job ({_BEFORE}) SELECT {_BEFORE} FROM export_job_2 ORDER BY rowid")  # noqa: S608
    raw.execute("DROP TABLE export_job_2")
