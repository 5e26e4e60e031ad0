"""Mistakes in how a file is written: what is no YAML, or not the YAML that a person reads."""

from pathlib import Path

from tests.broken.case import Case, config, content, edited, policy
from tests.broken.installation import CONFIG, POLICY

_LAUGHS = 'a: &a ["lol", "lol"]\n' + "".join(
    f"{later}: &{later} [*{first}, *{first}, *{first}, *{first}]\n"
    for first, later in zip("ab", "bc", strict=True)
)


def _folder_instead(folder: Path) -> None:
    (folder / "policies/protocol.yaml").unlink()
    (folder / "policies/protocol.yaml").mkdir()


def _circular(folder: Path) -> None:
    (folder / "gateway.yaml").unlink()
    (folder / "gateway.yaml").symlink_to("gateway.yaml")


CASES = (
    Case("tab", "indented with a tab", policy("    - tenant", "\t- tenant")),
    Case(
        "tab-in-config", "a key behind a tab", config("limits: {sessions: 200}", "limits:\n\tsessions: 200")
    ),
    Case("duplicate-key", "language twice", policy("", "language: fr")),
    Case("duplicate-nested-key", "sessions twice", config("200}", "200, sessions: 20}")),
    Case(
        "byte-order-mark",
        "saved as UTF-8 with a mark",
        content("policies/protocol.yaml", b"\xef\xbb\xbf" + POLICY.encode()),
    ),
    Case(
        "windows-line-ends",
        "saved on Windows",
        content("policies/protocol.yaml", POLICY.replace("\n", "\r\n").encode()),
    ),
    Case("empty", "an empty file", content("policies/protocol.yaml", b"")),
    Case(
        "comments-only",
        "every line commented out",
        content("gateway.yaml", b"# hostname: mx\n# listen: []\n"),
    ),
    Case(
        "list-at-top", "a dash before each key", content("gateway.yaml", b"- hostname: mx.pepingen.example\n")
    ),
    Case("word-at-top", "one word", content("policies/protocol.yaml", b"kindengezin\n")),
    Case(
        "json",
        "JSON with a comma too many",
        content("gateway.yaml", b'{"hostname": "mx.pepingen.example",,}\n'),
    ),
    Case(
        "latin-1",
        "saved as Windows-1252",
        content("policies/protocol.yaml", POLICY.encode().replace(b"Geheim", b"Priv\xe9")),
    ),
    Case("utf-16", "saved as Unicode by Notepad", content("policies/protocol.yaml", POLICY.encode("utf-16"))),
    Case("nul-bytes", "a file that a full disk left", content("policies/protocol.yaml", b"\0" * 400)),
    Case("binary", "a ZIP", content("policies/protocol.yaml", b"PK\x03\x04\x14\x00\x08\x08\x08\x00")),
    Case("huge", "a log file by that name", content("policies/protocol.yaml", b"# line\n" * 60_000)),
    Case("no-break-space", "pasted from a web page", policy("language: nl", "language:\u00a0nl")),
    Case(
        "curly-quotes",
        "pasted from Word",
        policy('["*@kindengezin.example"]', "[\u201c*@kindengezin.example\u201d]"),
    ),
    Case("curly-quotes-round-a-key", "a postcode pasted from Word", policy('"1670"', "\u201c1670\u201d")),
    Case("hidden-direction", "text that turns around", policy("language: nl", "language: nl # \u202eabc")),
    Case(
        "anchor",
        "an anchor to say it once",
        policy("dpo: dpo@pepingen.example", "dpo: &dpo dpo@pepingen.example"),
    ),
    Case("alias", "a star without quotes", policy('["*@kindengezin.example"]', "[*@kindengezin.example]")),
    Case("merge-key", "keys merged in", policy("language: nl", "<<: {language: nl}")),
    Case("reference", "a JSON reference", config("limits: {sessions: 200}", 'limits: {$ref: "limits.yaml"}')),
    Case("tag", "a tag that makes an object", config("", "postmaster: !!python/object/apply:os.system [id]")),
    Case(
        "billion-laughs",
        "a YAML bomb",
        content("gateway.yaml", (CONFIG.replace("FOLDER", "/var/lib/gateway") + _LAUGHS).encode()),
    ),
    Case("deep", "brackets without end", config("", f"dns: {'[' * 5000}")),
    Case("two-documents", "two policies in one file", policy("", f"---\n{POLICY}")),
    Case("open-quote", "a quotation mark too few", config('"127.0.0.1:8026"', '"127.0.0.1:8026')),
    Case("open-bracket", "a bracket too few", policy("[ocmw@pepingen.example]", "[ocmw@pepingen.example")),
    Case("colon-in-value", "a colon and a space in a name", policy("language: nl", "suspended: DPO: stop")),
    Case("no-space-behind-colon", "no space behind the colon", policy("language: nl", "language:nl")),
    Case("no-space-on-the-first-line", "the same in a block's first line", config("hostname: ", "hostname:")),
    Case("no-space-between-braces", "the same between braces", policy("name: Geheim", "name:Geheim")),
    Case("indented-too-far", "a key that stands too far right", config("policies:", "  policies:")),
    Case("backslash", "a Windows path in double quotes", config("tls/gateway.key", '"C:\\gateway\\key.pem"')),
    Case("folder-instead", "a folder by the policy's name", _folder_instead),
    Case("circular-link", "a link to itself", _circular),
    Case(
        "unreadable",
        "mode 0600 of root's",
        lambda folder: (folder / "gateway.yaml").chmod(0o000),
        stranger=True,
    ),
    Case(
        "saved-copy",
        "the editor's copy kept as a second policy",
        content("policies/protocol (1).yaml", POLICY.encode()),
    ),
    Case(
        "street-list-missing",
        "a list of streets that is not there",
        edited("policies/protocol.yaml", "residence:\n", "residence:\n  streets: streets.txt\n"),
    ),
)
