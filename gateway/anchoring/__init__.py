"""Laying checkpoints down where the gateway's administrator cannot change them, while the gateway runs.

``run`` asks every minute which way is due (``pace``) and takes it: ``mail`` to the parties'
data-protection officers, ``timestamp`` from an authority, ``witness`` for a cosignature. What came of it
is a record of its own. No transfer waits for any of this, and none fails because of it.
"""
