"""A protocol as data: what may pass, from whom, to whom."""
