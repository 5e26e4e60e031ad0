"""The tamper-evident ledger of transfers: an RFC 6962 tree over gapless records.

Life of a record
----------------
``entries`` says what is recorded of a message. ``record`` turns it into a permanent header and
erasable groups, each group committed to in the header. ``store`` queues it, ``writer`` numbers it,
hangs it in the tree (``merkle``), signs the new tree head (``checkpoint``) and commits, all in one
transaction. Only then does ``append`` return. ``transfers`` reads it back for people; ``verify``
reads everything back, believes nothing, and says so in a ``report``. All SQL is in ``database``
(what the writer does) and ``rows`` (what readers do), and both SQLite and PostgreSQL understand it; what
only one of them does is in ``sqlite`` and ``postgres``, which implement ``connection``. ``formats``
leads older tables to those of now, after a ``backup``. ``memory`` is
what a node knows of the ledger outside the ledger.
"""
