-- One row for each life of the store: it was created, or restored, or copied elsewhere. The last row is the epoch of
-- today. The table is also the lock of the log: whoever adds facts holds it from reading the last position to commit.
create table es.epochs (
  number            integer     not null primary key,
  epoch             uuid        not null unique default gen_random_uuid(),
  -- The last position when the epoch began.
  began_after       bigint      not null,
  began_at          timestamptz not null default clock_timestamp(),
  reason            text        not null,
  -- Where the store lived when it began: another cluster, database or timeline is another life.
  system_identifier bigint      not null,
  database_oid      oid         not null,
  timeline          text        not null
);
