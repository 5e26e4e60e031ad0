"""A message becomes one ``Document`` of lines and tables, in a process that the kernel confines."""
