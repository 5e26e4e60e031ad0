"""Mistakes in what a file says: keys that do not exist, values that cannot be, keys at odds."""

from tests.broken.case import Case, config, policy

_TENANT = "11111111-2222-4333-8444-555555555555"

CASES = (
    Case("typo-in-key", "a letter too few", policy("language: nl", "langage: nl")),
    Case("typo-in-needed-key", "a letter too many", config("hostname:", "hostnname:")),
    Case("typo-in-nested-key", "a word for another", policy("allow: [first_name", "allowed: [first_name")),
    Case("wrong-case-key", "a capital", config("hostname:", "Hostname:")),
    Case(
        "key-of-the-other-file",
        "a key of the policy in the configuration",
        config("", "recipients: [a@b.example]"),
    ),
    Case("unheard-of-key", "a key of another program", config("", "smtpd_banner: hello")),
    Case("key-one-level-too-high", "certificate beside tls", config("", "certificate: tls/gateway.crt")),
    Case(
        "missing-key",
        "no next hop",
        config('next_hop: {address: "127.0.0.1:8026", tls: verify, ca: ca/next-hop.pem}\n', ""),
    ),
    Case("value-left-out", "nothing behind the colon", config("hostname: mx.pepingen.example", "hostname:")),
    Case(
        "hostname-with-scheme", "a web address", config("mx.pepingen.example", "https://mx.pepingen.example")
    ),
    Case("hostname-with-underscore", "an underscore", config("mx.pepingen.example", "mx_1.pepingen.example")),
    Case("listen-without-port", "no port", config('["127.0.0.1:8025"]', '["127.0.0.1"]')),
    Case("listen-no-list", "one address", config('["127.0.0.1:8025"]', '"127.0.0.1:8025"')),
    Case("listen-on-a-name", "a name", config('["127.0.0.1:8025"]', '["mx.pepingen.example:25"]')),
    Case("port-too-large", "a digit too many", config("127.0.0.1:8026", "127.0.0.1:80266")),
    Case("ipv6-without-brackets", "no brackets", config("127.0.0.1:8026", "::1:8026")),
    Case("tls-too-old", "a version that is no longer safe", config("TLSv1.2", "TLSv1.1")),
    Case("tls-spelling", "another spelling", config("minimum: TLSv1.2", 'minimum: "1.2"')),
    Case(
        "plain-next-hop",
        "no TLS to another machine",
        config('"127.0.0.1:8026", tls: verify', '"192.0.2.1:25", tls: none'),
    ),
    Case("sqlite-scheme", "a path without a scheme", config('url: "sqlite://', 'url: "')),
    Case("negative", "a negative number", config("sessions: 200", "sessions: -1")),
    Case("fraction", "a fraction", config("sessions: 200", "sessions: 1.5")),
    Case("number-in-quotes", "a number as text", config("sessions: 200", 'sessions: "200"')),
    Case("number-in-words", "a word", config("sessions: 200", "sessions: many")),
    Case("huge-number", "zeros leaning on the keyboard", config("sessions: 200", "sessions: 20000000")),
    Case("yes-for-true", "yes", config("", "proxy_protocol: yes")),
    Case("everybody-trusted", "all of the Internet", config("", 'trusted_peers: ["0.0.0.0/0"]')),
    Case(
        "network-with-host", "a host in the place of its network", config("", "trusted_peers: [192.0.2.1/24]")
    ),
    Case("nameserver-by-name", "a name", config("", "dns: {nameservers: [ns.example.org]}")),
    Case("guid-in-braces", "a GUID as the registry shows it", policy(_TENANT, f'"{{{_TENANT}}}"')),
    Case("guid-without-hyphens", "a GUID without hyphens", policy(_TENANT, f'"{_TENANT.replace("-", "")}"')),
    Case("guid-short", "a digit too few", policy(_TENANT, _TENANT[:-1])),
    Case("guid-by-name", "the label's name", policy(_TENANT, "Geheim")),
    Case("guid-not-filled-in", "UNKNOWN, as shipped", policy(_TENANT, "UNKNOWN")),
    Case("guid-unknown-lower-case", "unknown", policy(_TENANT, "unknown")),
    Case(
        "tenant-in-braces",
        "the same in the configuration",
        config("", f"trusted_upstream: {{certificates: [mail.example], tenant: '{{{_TENANT}}}'}}"),
    ),
    Case("date-belgian", "day first", policy("2025-12-18", "18/12/2025")),
    Case("date-hyphens-day-first", "day first", policy("2025-12-18", "18-12-2025")),
    Case("date-no-such-day", "30 February", policy("2025-12-18", "2026-02-30")),
    Case("date-with-time", "a time behind it", policy("2025-12-18", "2025-12-18T00:00:00")),
    Case(
        "until-before-from",
        "two dates exchanged",
        policy("{from: 2025-12-18}", "{from: 2025-12-18, until: 2024-12-18}"),
    ),
    Case(
        "over", "a protocol that ended", policy("{from: 2025-12-18}", "{from: 2025-12-18, until: 2025-12-31}")
    ),
    Case("not-yet", "a protocol of later", policy("2025-12-18", "2925-12-18")),
    Case("suspended-false", "false, to resume", policy("language: nl", "suspended: false")),
    Case("suspended-true", "true for a reason", policy("language: nl", "suspended: true")),
    Case("suspended", "a reason", policy("language: nl", 'suspended: "the DPO asked on 25 November"')),
    Case("language-unknown", "a language that is not there", policy("language: nl", "language: de")),
    Case("language-in-full", "its name", policy("language: nl", "language: Dutch")),
    Case(
        "field-that-may-not-cross",
        "a datum the protocol does not name",
        policy("[first_name,", "[birth_date, first_name,"),
    ),
    Case(
        "field-almost", "a field by another name", policy("address, phone, email]", "adress, phone, email]")
    ),
    Case("field-twice", "a field twice", policy("phone, email]", "phone, phone, email]")),
    Case(
        "required-not-allowed",
        "telephone alone",
        policy("[first_name, last_name, address, phone, email]", "[phone]"),
    ),
    Case("recipient-no-address", "a name", policy("[ocmw@pepingen.example]", "[OCMW Pepingen]")),
    Case(
        "recipient-pattern",
        "a star for a recipient",
        policy("[ocmw@pepingen.example]", '["*@pepingen.example"]'),
    ),
    Case("sender-domain-alone", "a domain", policy('["*@kindengezin.example"]', "[kindengezin.example]")),
    Case("sender-any", "everybody", policy('["*@kindengezin.example"]', '["*"]')),
    Case("sender-subdomains", "a star in the domain", policy('["*@kindengezin.example"]', '["*@*.example"]')),
    Case(
        "certificates-not-listed",
        "certificates that nobody listed",
        policy("authentication: dmarc", "authentication: tls-certificate"),
    ),
    Case(
        "no-such-authentication",
        "two letters exchanged",
        policy("authentication: dmarc", "authentication: dmrac"),
    ),
    Case("postcode-without-quotes-short", "a digit too few", policy('"1670"', '"167"')),
    Case("place-no-list", "one place", policy("[Pepingen]}", "Pepingen}")),
    Case("dpo-no-address", "a name", policy("dpo: dpo@pepingen.example", "dpo: the officer")),
    Case("retention-negative", "a negative number", policy("", "retention: {subject: -1}")),
    Case(
        "secret-age-key",
        "the first line of age-keygen's file",
        config(
            "age1m96uakus42vkz6al0x7dzlhudz5xcvjrfpwfn8zf75mljyqxx4pqz32z5u", f"AGE-SECRET-KEY-1{'Q' * 58}"
        ),
    ),
    Case("seal-without-key", "sealed for a mailbox without a key", policy("", "delivery: {seal: smime}")),
    Case(
        "content-without-key",
        "sealed content and no key to open it",
        policy("", "encryption: {content: required}"),
    ),
    Case(
        "relay-domains-alone",
        "relay_domains without other_recipients",
        config("", "relay_domains: [pepingen.example]"),
    ),
)
