"""Every form a message takes becomes one ``Document`` of lines and tables."""
