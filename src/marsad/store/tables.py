"""The one schema, as SQLAlchemy tables. The migrations build the same; a test compares the two.

A record is kept whole as canonical JSON in `record`; the columns beside it are what queries need. `seq` is the order in
which rows were written.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

# Ids are compared byte by byte on both databases, so that both give the same order.
Id = Text().with_variant(Text(collation="C"), "postgresql")
Seq = BigInteger().with_variant(Integer(), "sqlite")

reports = Table(
    "reports",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("sha256", Text),
    Column("published_on", Date),
    Column("known_on", Date),
    Column("record", Text, nullable=False),
    Index("reports_sha256", "sha256"),
    Index("reports_known_on", "known_on"),
    sqlite_autoincrement=True,
)

# One line a reading of a report: a report without claims was read too, and a later reading is a new generation.
readings = Table(
    "readings",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("report", Id, ForeignKey("reports.id"), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("extractor", Text),
    Column("claims", Integer, nullable=False),
    Index("readings_report", "report", "generation", unique=True),
    sqlite_autoincrement=True,
)

claims = Table(
    "claims",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False),
    Column("report", Id, ForeignKey("reports.id"), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("nth", Integer, nullable=False),
    Column("known_on", Date),
    Column("measure", Text, nullable=False),
    Column("country", Text),
    Column("conflict", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index("claims_report", "report", "generation", "nth", unique=True),
    Index("claims_id", "id", "generation", unique=True),
    Index("claims_known_on", "known_on"),
    Index("claims_country", "country", "measure"),
    sqlite_autoincrement=True,
)

issues = Table(
    "issues",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("report", Id, ForeignKey("reports.id"), nullable=False),
    Column("sentence", Text, nullable=False),
    Index("issues_report", "report"),
    sqlite_autoincrement=True,
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

run_events = Table(
    "run_events",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("run", Id, nullable=False),
    Column("event", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("run_events_run", "run", "event", unique=True),
    sqlite_autoincrement=True,
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("record", Text, nullable=False),
    Index("incidents_days", "country", "first_day"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("incident", Id, ForeignKey("incidents.id"), primary_key=True),
    Column("claim", Id, primary_key=True),
    Index("incident_claims_claim", "claim"),
)

# What the views were built from: one line, absent until the first rebuild.
view_basis = Table(
    "view_basis",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("basis", Text, nullable=False),
)

#: Tables whose rows are never changed: the migrations put triggers on them.
APPEND_ONLY = ("reports", "readings", "claims", "issues", "judgements", "run_events", "quarantine")
