-- The record. Positions are 1, 2, 3, ... in commit order and without holes; versions are the same within a stream:
-- es.append, which alone writes here, sees to both. Text that is indexed is compared byte by byte, so that no operating
-- system's collation can ever spoil an index.
create table es.facts (
  position       bigint           not null primary key,
  recorded_at    timestamptz      not null,
  version        integer          not null,
  schema_version integer          not null,
  fact_id        uuid             not null unique,
  case_id        uuid             not null,
  stream         text collate "C" not null,
  type           text collate "C" not null,
  data           jsonb            not null,
  meta           jsonb            not null,
  unique (stream, version)
);

create index facts_case_id_position on es.facts (case_id, position);
