"""The views: incidents and episodes, with the claims they hold, and what they were built from.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the view tables. They may be emptied at any time: they are rebuilt from claims."""
    op.create_table(
        "incidents",
        sa.Column("id", ID, primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("incidents_days", "incidents", ["country", "first_day"])
    op.create_table(
        "incident_claims",
        sa.Column("incident", ID, sa.ForeignKey("incidents.id"), primary_key=True),
        sa.Column("claim", ID, primary_key=True),
    )
    op.create_index("incident_claims_claim", "incident_claims", ["claim"])
    op.create_table(
        "view_basis",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("basis", sa.Text(), nullable=False),
    )
