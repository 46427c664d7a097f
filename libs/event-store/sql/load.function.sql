-- The facts of many streams, each oldest first, and beside each stream the receipt of the command that is about to be
-- decided, where that is known. `asked` tells the streams apart; one without facts has one row with no position.
create function es.load(streams text[], command_ids uuid[])
returns table (
  asked integer, "position" bigint, stream text, version integer, fact_id uuid, case_id uuid, type text,
  schema_version integer, data jsonb, meta jsonb, recorded_at text,
  command_id uuid, request_digest text, first_stream text, first_case_id uuid, first_version integer,
  first_position bigint, first_facts integer
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
-- As in es.append: the plan for a large store from the first day on.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
begin
  return query
  select a.n::integer, f.position, f.stream, f.version, f.fact_id, f.case_id, f.type, f.schema_version, f.data, f.meta,
    (f.recorded_at at time zone 'UTC')::text,
    r.command_id, r.request_digest, r.stream, r.case_id, r.version, r.position, r.facts
  from unnest(streams, command_ids) with ordinality as a (stream, command_id, n)
  left join lateral (select * from es.receipts x where x.command_id = a.command_id limit 1) r on true
  -- Ordered within: so it stays one search of the index for each stream, and never becomes a join of the whole log.
  left join lateral (select * from es.facts x where x.stream = a.stream order by x.version) f on true
  order by a.n, f.version;
end
$$;
