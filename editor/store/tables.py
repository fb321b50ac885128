"""The tables of a library. `entry` and `asset` are the same on PostgreSQL; the others belong to this computer."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text, text

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

# Rows keep their number whatever happens to them: a window knows a row by it, and so does the search index.
article = Table(
    "article",
    metadata,
    Column("row", Integer, primary_key=True),
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
    Column("summary", Text, nullable=False, server_default=""),
    Column("origin", Text, nullable=False, server_default=""),
    Column("deadline", Text, nullable=False, server_default=""),
    Column("publish_at", Text, nullable=False, server_default=""),
    Column("images", Integer, nullable=False, server_default="0"),
    Column("characters", Integer, nullable=False, server_default="0"),
    Column("writer", Text, nullable=False, server_default=""),
    Column("submitter", Text, nullable=False, server_default=""),
    Column("returned_to", Text, nullable=False, server_default=""),
    Column("derived", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("opened_at", Text, nullable=False, server_default=""),
    Column("updated", Integer, nullable=False, server_default="0"),
    Column("due", Integer),
    Column("step", Integer, nullable=False, server_default="0"),
    Index("ix_article_variant", "newsroom", "article", "variant", unique=True),
    Index("ix_article_number", "newsroom", "number"),
    Index("ix_article_updated", "newsroom", "place", "updated"),
    Index("ix_article_step", "newsroom", "place", "step", "updated"),
    Index("ix_article_column", "newsroom", "place", "column_name", "updated"),
    Index("ix_article_due", "newsroom", "place", "due", sqlite_where=text("due IS NOT NULL")),
    Index("ix_article_writer", "newsroom", "writer", "place", "step", "updated"),
    Index(
        "ix_article_submitter",
        *("newsroom", "submitter", "place", "step", "updated"),
        sqlite_where=text("submitter != ''"),
    ),
)

# The queue of what goes out (key: sha256 of revision and destination): one row a piece of work, for ever.
# `due` is when it may be tried (milliseconds since 1970); `reason` is JSON, what a person is told.
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
    Column("action", Text, nullable=False, server_default="put"),
    Column("batch", Text, nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("attempt", Integer, nullable=False, server_default="0"),
    Column("due", Integer, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("queued_at", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("newsroom", "key"),
    Index(None, "newsroom", "destination", "state"),
    Index(None, "newsroom", "article"),
    Index("ix_export_job_batch", "newsroom", "batch", "position"),
    Index(
        "ix_export_job_open",
        *("newsroom", "destination", "due"),
        sqlite_where=text("state IN ('waiting', 'sending', 'checking')"),
    ),
)

batch = Table(
    "batch",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "id"),
)

# A place of publication as this computer knows it; what it needs to be let in is never here.
target = Table(
    "target",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("destination", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("held", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("newsroom", "name"),
)

# What stands where, as the place said it last: one row an article variant and destination. `fields` is what a person's
# change there is noticed by.
placement = Table(
    "placement",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("destination", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("fields", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    Column("publish_at", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("newsroom", "article", "variant", "destination"),
    Index(None, "newsroom", "destination", "status"),
)

# Exactly what was sent, by its hash, which stands in the receipt: `verify` compares.
payload = Table(
    "payload",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    PrimaryKeyConstraint("newsroom", "digest"),
)

# Articles whose rows and index are behind their draft: typing waits for neither.
stale = Table(
    "stale",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("article", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "article"),
    sqlite_with_rowid=False,
)

kept = Table(
    "kept",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("newsroom", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Index("ix_kept_article", "newsroom", "article", "variant"),
)

saved_search = Table(
    "saved_search",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("newsroom", "name"),
)

preference = Table(
    "preference",
    metadata,
    Column("newsroom", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("newsroom", "key"),
)

# `key` is the place in the order of dates (see `indexing`) and the rowid of the index `found` and of `wording`.
searched = Table(
    "searched",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("row", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("dated", Integer, nullable=False),
    Column("headline", Text, nullable=False),
    Column("authors", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("column_name", Text, nullable=False),
    Index("ix_searched_row", "row", unique=True),
    Index("ix_searched_drift", text("key - (dated >> 8)")),
)

# What the checks found when they were last made for a row, for lists alone; see `tallies`.
tally = Table(
    "tally",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
)

wording = Table(
    "wording",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("text", Text, nullable=False),
)

# What SQLAlchemy has no words for. The index holds no text of its own (`wording` does), no places within a text and
# no lengths: measured, a third of the size of one with places (see docs/search.md).
INDEX = (
    """CREATE VIRTUAL TABLE found USING
       fts5(text, content='', columnsize=0, detail=none, tokenize='ascii')""",
    "INSERT INTO found (found, rank) VALUES ('automerge', 8)",
)

# Nothing is torn out of the book and nothing in it is rewritten; only what the server says of an entry is filled in.
TRIGGERS = (
    """CREATE TRIGGER entry_keeps_rows BEFORE DELETE ON entry
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER entry_keeps_text
       BEFORE UPDATE OF newsroom, id, kind, article, author, target, body, sig ON entry
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)
