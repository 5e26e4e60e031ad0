"""A message's content is opened, layer by layer: S/MIME, PGP, and rights management as far as it goes."""
