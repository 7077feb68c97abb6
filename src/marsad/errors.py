"""What can go wrong, as a small tree. Every message names the thing, the value and the next step.

    MarsadError
    ├── InputError       a file, line or report that cannot be read
    ├── WorkspaceError   no workspace, a broken one, a database that is locked or of another version
    ├── QueryError       a place, day, policy or id that was asked for and does not exist
    └── MissingPart      something that is not installed

The command line prints the message as one line and ends with exit code 1; nothing is lost by any of them.
"""


class MarsadError(Exception):
    """Any error that a user can do something about."""


class InputError(MarsadError):
    """A file, line or report that cannot be read."""


class WorkspaceError(MarsadError):
    """No workspace, a broken one, or a database that cannot be used now."""


class QueryError(MarsadError):
    """A place, day, policy or id that was asked for and does not exist."""


class MissingPart(MarsadError):
    """Something that is not installed."""
