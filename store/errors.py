"""What can go wrong with keeping. Whole sentences; never the text of a note."""


class StoreError(Exception):
    """The home or its database cannot be used."""


class StoreBusy(StoreError):
    """Another process held the database for longer than the busy time-out."""


class StoreDamaged(StoreError):
    """The file is no database, or a broken one."""


class StoreTooNew(StoreError):
    """A newer program made this database."""


class UnknownId(StoreError):
    """No note, record or draft has this id."""


class SpanError(StoreError):
    """A span does not hold: `note[start:end] != quote`."""
