"""Reconciliation: tables of cases with real parts, and the algebra of tolls."""
