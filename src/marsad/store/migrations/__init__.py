"""Alembic migrations, shipped with the package. A migration adds; it never drops what people recorded."""
