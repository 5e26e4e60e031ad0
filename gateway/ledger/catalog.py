"""What a schema on PostgreSQL holds, read from its catalogs: one line for each thing that someone defined."""

from gateway.ledger.connection import Connection

_LINES = """
WITH here AS (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
SELECT 'table ' || relname || ' ' || relkind::text || relpersistence::text
    || CASE WHEN relrowsecurity OR relforcerowsecurity THEN ' row security' ELSE '' END
FROM pg_catalog.pg_class WHERE relnamespace = (SELECT oid FROM here) AND relkind <> 'i'
UNION ALL
SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
    || CASE WHEN attnotnull THEN ' not null' ELSE '' END
    || CASE WHEN atthasdef OR attidentity <> '' OR attgenerated <> '' THEN ' made' ELSE '' END
    || coalesce((SELECT ' ' || collname FROM pg_catalog.pg_collation AS c WHERE c.oid = attcollation), '')
FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_class AS of ON of.oid = attrelid
WHERE relnamespace = (SELECT oid FROM here) AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT 'constraint ' || relname || ' ' || contype::text || ' ' || pg_get_constraintdef(k.oid)
FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_class AS of ON of.oid = conrelid
WHERE relnamespace = (SELECT oid FROM here) AND contype <> 'n'
UNION ALL
SELECT 'index ' || pg_get_indexdef(indexrelid)
FROM pg_catalog.pg_index JOIN pg_catalog.pg_class AS of ON of.oid = indrelid
WHERE relnamespace = (SELECT oid FROM here)
UNION ALL
SELECT 'trigger ' || tgname FROM pg_catalog.pg_trigger JOIN pg_catalog.pg_class AS of ON of.oid = tgrelid
WHERE relnamespace = (SELECT oid FROM here) AND NOT tgisinternal
UNION ALL
SELECT 'rule ' || rulename FROM pg_catalog.pg_rewrite JOIN pg_catalog.pg_class AS of ON of.oid = ev_class
WHERE relnamespace = (SELECT oid FROM here)
UNION ALL
SELECT 'policy ' || polname FROM pg_catalog.pg_policy JOIN pg_catalog.pg_class AS of ON of.oid = polrelid
WHERE relnamespace = (SELECT oid FROM here)
UNION ALL
SELECT 'heir of ' || relname FROM pg_catalog.pg_inherits JOIN pg_catalog.pg_class AS of ON of.oid = inhparent
WHERE relnamespace = (SELECT oid FROM here)
UNION ALL
SELECT 'function ' || proname FROM pg_catalog.pg_proc WHERE pronamespace = (SELECT oid FROM here)
"""


#: What ``database.SCHEMA`` makes.
EXPECTED = frozenset(
    """\
column checkpoint.note text not null C
column checkpoint.size bigint not null
column node.hash bytea not null
column node.level bigint not null
column node.place bigint not null
column part.body bytea not null
column part.name text not null C
column part.salt bytea not null
column part.seq bigint not null
column record.header bytea not null
column record.id text not null C
column record.node text not null C
column record.seq bigint not null
column record.t bigint not null
column record.type text not null C
column state.frontier bytea not null
column state.log text not null C
column state.one bigint not null
column state.public_key bytea not null
column state.size bigint not null
constraint checkpoint c CHECK ((size >= 0))
constraint checkpoint p PRIMARY KEY (size)
constraint node p PRIMARY KEY (level, place)
constraint part f FOREIGN KEY (seq) REFERENCES record(seq)
constraint part p PRIMARY KEY (seq, name)
constraint record c CHECK ((seq >= 0))
constraint record p PRIMARY KEY (seq)
constraint state c CHECK ((one = 1))
constraint state p PRIMARY KEY (one)
index CREATE INDEX record_by_id ON ledger.record USING btree (id, type)
index CREATE INDEX record_by_type ON ledger.record USING btree (type, t)
index CREATE UNIQUE INDEX checkpoint_pkey ON ledger.checkpoint USING btree (size)
index CREATE UNIQUE INDEX node_pkey ON ledger.node USING btree (level, place)
index CREATE UNIQUE INDEX part_pkey ON ledger.part USING btree (seq, name)
index CREATE UNIQUE INDEX record_pkey ON ledger.record USING btree (seq)
index CREATE UNIQUE INDEX state_pkey ON ledger.state USING btree (one)
table checkpoint rp
table node rp
table part rp
table record rp
table state rp
""".splitlines()
)


def lines(connection: Connection, namespace: str) -> frozenset[str]:
    """What ``namespace`` holds, a line for each table, column, constraint, index and whatever else."""
    return frozenset(line for (line,) in connection.execute(_LINES, (namespace,)))


def differences(connection: Connection, namespace: str) -> frozenset[str]:
    """What is in ``namespace`` and should not be, and what should be and is not."""
    return lines(connection, namespace) ^ EXPECTED
