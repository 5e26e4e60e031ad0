"""A message arrives over SMTP, a reply goes back: RFC 5321, RFC 3207, RFC 2920, RFC 2034."""
