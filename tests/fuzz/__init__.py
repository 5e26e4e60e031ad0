"""Bytes that nobody thought of, for whatever reads bytes of strangers: longer than the suite has time for."""
