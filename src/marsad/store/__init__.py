"""The store: what the monitor keeps, in SQLite by default and in PostgreSQL by URL, with one schema.

Reports, claims, judgements, runs, issues and quarantined input are appended and never changed: there is no method that
does, and triggers in the database refuse it to anyone else. Incidents and episodes are views: dropped and rebuilt in
one transaction. A report enters together with its claims in one transaction, or not at all.
"""

from marsad.store.evidence import Evidence
from marsad.store.search import Hit
from marsad.store.store import Presence, Store
from marsad.store.workspace import Settings, Workspace, find_folder

__all__ = ["Evidence", "Hit", "Presence", "Settings", "Store", "Workspace", "find_folder"]
