"""A gateway that lets through what a protocol names, and nothing else.

Life of a message
-----------------
``inbound.server`` accepts it over TLS and ``inbound.session`` freezes envelope, peer, TLS facts
and raw bytes into one ``Arrival``. Facts are gathered (``authentication``), ``sealed`` opens
what is encrypted and checks what is signed, ``reading`` turns the parts into a ``Document`` of
lines and tables, and ``pipeline.decide`` judges: a pure function of arrival, facts, document and
policy. ``referral`` finds the client, ``composing`` builds the outgoing message from the client
alone and re-reads it, ``outbound.departure`` seals and signs it. ``ledger`` makes the intent
durable, ``outbound.nexthop`` delivers over verified TLS, ``ledger`` records the outcome, and
``inbound.replies`` speaks. ``transfer`` walks these steps in this order; no step reaches back.

Five promises
-------------
1. Nothing passes that the policy does not name.
2. Nothing leaves that the ledger does not already hold.
3. The gateway keeps no message.
4. Doubt refuses; our own fault defers.
5. Anyone can check.

Floors
------
``cli | schemas`` → ``console`` → ``explain`` →
``service | workers | doctor | confinement`` → ``watching`` → ``telling`` →
``transfer | anchoring | evidence | in_force | own_ledger | logs | systemd | metrics | publishing`` →
``inbound | outbound`` → ``pipeline`` →
``checks | referral | composing | reading | sealed | authentication | config | sought`` →
``attachments | slots | config_leaving | config_anchors | config_console | config_running`` →
``letter | config_values | expiry | reports | web`` → ``policy | ledger | config_hosts`` → ``texts`` →
``decision | aside | stages | localtime | said`` → ``mail``. A floor imports only from floors below it, and
neighbours on one floor do not know each other.

Deciding (``pipeline``, ``checks``, ``referral``, ``slots``, ``composing``, ``policy.model``, ``decision``,
``mail``, ``publishing.records``) does no I/O.
"""
