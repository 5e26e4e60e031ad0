"""Who really sent a message: SPF, DKIM and DMARC, and what a trusted peer says of them.

``gather.authenticate`` asks the name servers through ``resolver`` and leaves facts;
``checks.sender`` judges them.
"""
