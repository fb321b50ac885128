"""Schema 1 to 2: rows that show more, a search index, local history, places, saved searches, preferences.

The new columns and the index are made from the entries by `operations.keeping_up`, article by article: every article
is put on the list of those that are behind (`stale`). Until then a row shows what it showed before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_ARTICLE = (
    """CREATE TABLE article (
        "row" INTEGER NOT NULL,
        newsroom TEXT NOT NULL,
        article TEXT NOT NULL,
        variant TEXT NOT NULL,
        own INTEGER NOT NULL,
        number TEXT NOT NULL,
        headline TEXT NOT NULL,
        column_name TEXT NOT NULL,
        authors TEXT NOT NULL,
        state TEXT NOT NULL,
        revision TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        summary TEXT DEFAULT '' NOT NULL,
        origin TEXT DEFAULT '' NOT NULL,
        deadline TEXT DEFAULT '' NOT NULL,
        publish_at TEXT DEFAULT '' NOT NULL,
        images INTEGER DEFAULT '0' NOT NULL,
        characters INTEGER DEFAULT '0' NOT NULL,
        writer TEXT DEFAULT '' NOT NULL,
        submitter TEXT DEFAULT '' NOT NULL,
        returned_to TEXT DEFAULT '' NOT NULL,
        derived TEXT DEFAULT '' NOT NULL,
        place TEXT DEFAULT '' NOT NULL,
        opened_at TEXT DEFAULT '' NOT NULL,
        updated INTEGER DEFAULT '0' NOT NULL,
        due INTEGER,
        step INTEGER DEFAULT '0' NOT NULL,
        CONSTRAINT pk_article PRIMARY KEY ("row")
    )""",
    "CREATE INDEX ix_article_column ON article (newsroom, place, column_name, updated)",
    "CREATE INDEX ix_article_due ON article (newsroom, place, due) WHERE due IS NOT NULL",
    "CREATE INDEX ix_article_number ON article (newsroom, number)",
    "CREATE INDEX ix_article_step ON article (newsroom, place, step, updated)",
    "CREATE INDEX ix_article_submitter ON article (newsroom, submitter, place, step, updated) WHERE submitter != ''",
    "CREATE INDEX ix_article_updated ON article (newsroom, place, updated)",
    "CREATE UNIQUE INDEX ix_article_variant ON article (newsroom, article, variant)",
    "CREATE INDEX ix_article_writer ON article (newsroom, writer, place, step, updated)",
)
_OTHERS = (
    """CREATE TABLE stale (
        newsroom TEXT NOT NULL,
        article TEXT NOT NULL,
        CONSTRAINT pk_stale PRIMARY KEY (newsroom, article)
    ) WITHOUT ROWID""",
    """CREATE TABLE kept (
        id INTEGER NOT NULL,
        newsroom TEXT NOT NULL,
        article TEXT NOT NULL,
        variant TEXT NOT NULL,
        at TEXT NOT NULL,
        why TEXT NOT NULL,
        person TEXT NOT NULL,
        characters INTEGER NOT NULL,
        digest TEXT NOT NULL,
        text BLOB NOT NULL,
        CONSTRAINT pk_kept PRIMARY KEY (id)
    )""",
    "CREATE INDEX ix_kept_article ON kept (newsroom, article, variant)",
    """CREATE TABLE saved_search (
        newsroom TEXT NOT NULL,
        name TEXT NOT NULL,
        "query" TEXT NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_saved_search PRIMARY KEY (newsroom, name)
    )""",
    """CREATE TABLE preference (
        newsroom TEXT NOT NULL,
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_preference PRIMARY KEY (newsroom, "key")
    )""",
    """CREATE TABLE searched (
        "key" INTEGER NOT NULL,
        "row" INTEGER NOT NULL,
        source TEXT NOT NULL,
        dated INTEGER NOT NULL,
        headline TEXT NOT NULL,
        authors TEXT NOT NULL,
        origin TEXT NOT NULL,
        column_name TEXT NOT NULL,
        CONSTRAINT pk_searched PRIMARY KEY ("key")
    )""",
    "CREATE INDEX ix_searched_drift ON searched (key - (dated >> 8))",
    'CREATE UNIQUE INDEX ix_searched_row ON searched ("row")',
    """CREATE TABLE wording (
        "key" INTEGER NOT NULL,
        text TEXT NOT NULL,
        CONSTRAINT pk_wording PRIMARY KEY ("key")
    )""",
    """CREATE VIRTUAL TABLE found USING
       fts5(text, content='', columnsize=0, detail=none, tokenize='ascii')""",
    "INSERT INTO found (found, rank) VALUES ('automerge', 8)",
)
_BEFORE = "newsroom, article, variant, own, number, headline, column_name, authors, state, revision, updated_at"


def step(raw: sqlite3.Connection) -> None:
    """Bring schema 1 to 2; entries, drafts and files kept are not touched."""
    raw.execute("ALTER TABLE article RENAME TO article_1")
    named = "SELECT name FROM sqlite_schema WHERE tbl_name = 'article_1' AND sql LIKE 'CREATE INDEX%'"
    for (name,) in raw.execute(named).fetchall():
        raw.execute(f"DROP INDEX {name}")
    for statement in (*_ARTICLE, *_OTHERS):
        raw.execute(statement)
    raw.execute(f"INSERT INTO article ({_BEFORE}) SELECT {_BEFORE} FROM article_1 ORDER BY rowid")  # noqa: S608
    raw.execute("DROP TABLE article_1")
    raw.execute("UPDATE article SET updated = coalesce(CAST(strftime('%s', updated_at) AS INTEGER), 0)")
    raw.execute("INSERT INTO stale SELECT DISTINCT newsroom, article FROM article")
