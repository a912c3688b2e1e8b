/**
 * SQL that keeps the rows of a database in a schema beside them and puts them back, in a fraction of the time that a copy of the whole database
 * takes, and without ending a connection. It cannot put back a changed schema, so it notes that there is one.
 */
export const KEPT_ROWS = `
CREATE SCHEMA kept;

CREATE TABLE kept.schema_changes ();
CREATE FUNCTION kept.note_schema_change() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kept.schema_changes DEFAULT VALUES;
END $$;

CREATE VIEW kept.tables AS
SELECT c.oid::regclass AS name, (
         SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
         WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       ) AS columns
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'kept');

-- Every write leaves a row that is newer than all before it, or fewer rows. An empty table is not listed.
CREATE TABLE kept.copies (level text, name regclass, columns text, copy text, row_count bigint, newest bigint);
CREATE TABLE kept.sequences (level text, name regclass, last_value bigint, is_called boolean);

CREATE FUNCTION kept.state_of(name regclass, OUT row_count bigint, OUT newest bigint) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT count(*), max(xmin::text::bigint) FROM %s', name) INTO row_count, newest;
END $$;

CREATE FUNCTION kept.is_empty(name regclass) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE answer boolean;
BEGIN
  EXECUTE format('SELECT NOT EXISTS (SELECT FROM %s)', name) INTO answer;
  RETURN answer;
END $$;

CREATE FUNCTION kept.keep(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  FOR t IN DELETE FROM kept.copies WHERE level = wanted RETURNING copy LOOP
    EXECUTE format('DROP TABLE kept.%I', t.copy);
  END LOOP;
  FOR t IN SELECT name, columns, wanted || '_' || name::oid AS copy FROM kept.tables WHERE NOT kept.is_empty(name) LOOP
    EXECUTE format('CREATE TABLE kept.%I AS SELECT %s FROM %s', t.copy, t.columns, t.name);
    INSERT INTO kept.copies SELECT wanted, t.name, t.columns, t.copy, s.row_count, s.newest FROM kept.state_of(t.name) s;
  END LOOP;
  DELETE FROM kept.sequences WHERE level = wanted;
  FOR t IN SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'S' LOOP
    EXECUTE format('INSERT INTO kept.sequences SELECT $1, $2, last_value, is_called FROM %s', t.name) USING wanted, t.name;
  END LOOP;
  DELETE FROM kept.schema_changes;
END $$;

-- As a replica: neither triggers nor foreign keys have a say.
CREATE FUNCTION kept.restore(wanted text) RETURNS void LANGUAGE plpgsql
SET session_replication_role = replica SET client_min_messages = warning AS $$
DECLARE
  t record;
  changed text;
BEGIN
  SELECT string_agg(tables.name::text, ', ') INTO changed
  FROM kept.tables LEFT JOIN kept.copies ON copies.name = tables.name AND copies.level = wanted
  WHERE CASE
    WHEN copies.level IS NULL THEN NOT kept.is_empty(tables.name)
    ELSE (SELECT (s.row_count, s.newest) IS DISTINCT FROM (copies.row_count, copies.newest) FROM kept.state_of(tables.name) s)
  END;
  IF changed IS NOT NULL THEN EXECUTE format('TRUNCATE %s CASCADE', changed); END IF;

  FOR t IN SELECT * FROM kept.copies WHERE level = wanted AND kept.is_empty(name) LOOP
    EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM kept.%I', t.name, t.columns, t.copy);
    UPDATE kept.copies SET newest = s.newest FROM kept.state_of(t.name) s WHERE level = wanted AND name = t.name;
  END LOOP;
  PERFORM setval(name, last_value, is_called) FROM kept.sequences WHERE level = wanted;
END $$;

CREATE EVENT TRIGGER note_schema_change ON ddl_command_end EXECUTE FUNCTION kept.note_schema_change();
ALTER EVENT TRIGGER note_schema_change ENABLE ALWAYS;
`
