"""What becomes of mail when the gateway is killed at any moment."""
