"""The records: reports, readings, claims, issues, judgements, runs, quarantine, and the word index.

Revision ID: 0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
APPEND_ONLY = ("reports", "readings", "claims", "issues", "judgements", "run_events", "quarantine")


def _table(name: str, *columns: sa.Column[object]) -> None:
    seq: sa.Column[int] = sa.Column("seq", SEQ, primary_key=True, autoincrement=True)
    op.create_table(name, seq, *columns, sqlite_autoincrement=True)


def upgrade() -> None:
    """Make the tables, the triggers that keep them append-only, and the word index."""
    _texts()
    _statements()
    _journal()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _texts() -> None:
    _table(
        "reports",
        sa.Column("id", ID, nullable=False, unique=True),
        sa.Column("sha256", sa.Text()),
        sa.Column("published_on", sa.Date()),
        sa.Column("known_on", sa.Date()),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("reports_sha256", "reports", ["sha256"])
    op.create_index("reports_known_on", "reports", ["known_on"])
    _table(
        "readings",
        sa.Column("report", ID, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("extractor", sa.Text()),
        sa.Column("claims", sa.Integer(), nullable=False),
    )
    op.create_index("readings_report", "readings", ["report", "generation"], unique=True)


def _statements() -> None:
    _table(
        "claims",
        sa.Column("id", ID, nullable=False),
        sa.Column("report", ID, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date()),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("conflict", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("claims_report", "claims", ["report", "generation", "nth"], unique=True)
    op.create_index("claims_id", "claims", ["id", "generation"], unique=True)
    op.create_index("claims_known_on", "claims", ["known_on"])
    op.create_index("claims_country", "claims", ["country", "measure"])


def _journal() -> None:
    _table(
        "issues",
        sa.Column("report", ID, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
    )
    op.create_index("issues_report", "issues", ["report"])
    _table(
        "judgements",
        sa.Column("id", ID, nullable=False, unique=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
    )
    _table(
        "run_events",
        sa.Column("run", ID, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("run_events_run", "run_events", ["run", "event"], unique=True)
    _table(
        "quarantine",
        sa.Column("id", ID, nullable=False, unique=True),
        sa.Column("record", sa.Text(), nullable=False),
    )


def _sqlite() -> None:
    # The words are made by store/search.py, the same for both databases; the index keeps no second copy of the text.
    op.execute("CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize='unicode61')")
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: add a new record instead'); END"
            )


def _postgresql() -> None:
    op.execute(
        "CREATE TABLE report_words (seq bigint PRIMARY KEY REFERENCES reports (seq), words tsvector NOT NULL)",
    )
    op.execute("CREATE INDEX report_words_words ON report_words USING gin (words)")
    op.execute(
        "CREATE FUNCTION marsad_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is append-only: add a new record instead', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION marsad_append_only()"
        )
