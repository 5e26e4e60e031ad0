"""What an installation should have in DNS: worked out from its files, asked for, and shown as a zone."""
