"""The evidence bundle: what a third party needs to check transfers alone, in one ZIP.

``bundle`` chooses records, proofs and anchors out of one snapshot of the ledger, ``archive`` writes
them as a file that is whole or not there, ``report`` words them for people. ``verify`` is not part
of the gateway but of the bundle: it is copied in as it stands, and imports none of this.
"""
