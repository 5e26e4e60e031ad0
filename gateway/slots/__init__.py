"""The grammar of each allowed field: its labels, the values that fill it, and what may not be in one."""
