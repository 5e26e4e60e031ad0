"""Vocabulary of mail that every floor shares: strict, without I/O."""
