"""What leaves: the delivered message and the blank form, each made from allowed fields alone."""
