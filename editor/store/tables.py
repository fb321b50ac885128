"""The tables of a library. `entry` and `asset` are the same on PostgreSQL; the others belong to this computer."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

entry = Table(
    "entry",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("pos", Integer),
    Column("chain", Text),
    Column("kind", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("received_by", Text),
    Column("received_at", Text),
    Column("body", Text, nullable=False),
    Column("sig", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "id"),
    Index(None, "newsroom", "article", "kind"),
    Index(None, "newsroom", "target"),
    Index(None, "newsroom", "kind"),
    Index(None, "newsroom", "author"),
)

asset = Table(
    "asset",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("mime", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("newsroom", "id"),
)

draft = Table(
    "draft",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "article", "variant"),
)

article = Table(
    "article",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("own", Integer, nullable=False),
    Column("number", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("column_name", Text, nullable=False),
    Column("authors", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("updated_at", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "article", "variant"),
    Index(None, "newsroom", "number"),
    Index(None, "newsroom", "state", "updated_at"),
)

export_job = Table(
    "export_job",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("destination", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("done_at", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "key"),
    Index(None, "newsroom", "destination"),
    Index(None, "newsroom", "article"),
)

# Nothing is torn out of the book and nothing in it is rewritten; only what the server says of an entry is filled in.
TRIGGERS = (
    """CREATE TRIGGER entry_keeps_rows BEFORE DELETE ON entry
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER entry_keeps_text
       BEFORE UPDATE OF newsroom, id, kind, article, author, target, body, sig ON entry
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)
