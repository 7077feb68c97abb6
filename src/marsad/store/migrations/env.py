"""How Alembic runs here: on a connection that the caller opened, inside the caller's transaction."""

from alembic import context

from marsad.store.tables import metadata
from marsad.store.version import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
with context.begin_transaction():
    context.run_migrations()
