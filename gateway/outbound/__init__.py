"""A message leaves: one SMTP transaction with the next hop, its outcome known or honestly unknown.

``departure`` makes the octets that leave: ``smime`` and ``pgp`` seal them, ``signing`` signs them.
``nexthop`` keeps the connections and the deadlines. ``opening`` makes a verified session, vouched for
by authorities, by ``dane``, or by ``mta_sts`` besides; ``connection`` is one, ``transaction`` walks it
from MAIL to the final dot with the bytes that ``wire`` spells, and ``delivery`` says what came of it.
"""
