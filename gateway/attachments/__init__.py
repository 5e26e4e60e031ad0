"""Files that carry the form: one reader a format, each a pure function of bytes to lines and tables."""
