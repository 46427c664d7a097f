-- What tells this place from every other: the cluster's own identifier, the database in it, and the timeline, which
-- changes when a standby is promoted or an archive is restored. None of them travels with a dump.
create function es.whereabouts(
  out system_identifier bigint, out database_oid oid, out timeline text
)
language sql
set search_path = pg_catalog, pg_temp
as $$
  select c.system_identifier, d.oid, left(pg_walfile_name(pg_current_wal_lsn()), 8)
  from pg_control_system() c, pg_database d
  where d.datname = current_database()
$$;
