-- Stores the facts of many commands in one commit. Element i of the first seven arrays is the i-th command; element k
-- of the others is the k-th fact, which belongs to command `fact_of[k]` and is its `fact_number[k]`-th. Each command
-- has an outcome of its own: 'appended', 'repeated' (its id is known: here is the first receipt), 'mismatch' (its id is
-- known for something else), 'conflict' (here is the actual version). Everything is judged in the order given.
-- The log is locked from here to the commit: call this last, and commit with it.
create function es.append(
  command_ids uuid[], request_digests text[], streams text[], case_ids uuid[], expectations integer[], sizes integer[],
  metas jsonb[],
  fact_of integer[], fact_number integer[], fact_ids uuid[], types text[], schema_versions integer[], datas jsonb[]
)
returns table (
  outcome text, "version" integer, "position" bigint, first_facts integer, first_stream text, first_case_id uuid
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
-- The plan for a large store from the first day on: it is kept by the session, while the store grows.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  base     bigint;
  moment   timestamptz;
  known    text[];
  versions integer[];
  outcomes text[];
  meet     boolean;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'invalid_transaction_state',
      message = 'es.append sees what others committed only in a read committed transaction';
  end if;
  lock table es.epochs in share row exclusive mode;
  -- From here on nobody else adds facts, and each statement sees all that were committed before.
  base := (select h.position from es.head h);
  moment := clock_timestamp();

  select array_agg(r.request_digest order by c.n), array_agg(coalesce(f.version, 0) order by c.n),
    array_agg(es.outcome(r.request_digest, c.digest, c.expectation, coalesce(f.version, 0)) order by c.n),
    count(distinct c.stream) < count(*) or count(distinct c.id) < count(*)
  into known, versions, outcomes, meet
  from unnest(command_ids, request_digests, streams, expectations) with ordinality as c (id, digest, stream, expectation, n)
  left join lateral (select x.request_digest from es.receipts x where x.command_id = c.id limit 1) r on true
  left join lateral (
    select x.version from es.facts x where x.stream = c.stream order by x.version desc limit 1
  ) f on true;
  if meet then
    select j.versions, j.outcomes into versions, outcomes
    from es.judge_in_order(command_ids, request_digests, streams, expectations, sizes, known, versions) j;
  end if;

  with accepted as materialized (
    select c.*, base + sum(c.size) over (order by c.n) - c.size as base
    from unnest(command_ids, request_digests, streams, case_ids, sizes, metas, versions, outcomes)
      with ordinality as c (id, digest, stream, case_id, size, meta, version, outcome, n)
    where c.outcome = 'appended'
  ), receipts as (
    insert into es.receipts (command_id, case_id, version, facts, position, recorded_at, request_digest, stream)
    select a.id, a.case_id, a.version + a.size, a.size, a.base + a.size, moment, a.digest, a.stream
    from accepted a
  )
  insert into es.facts (
    position, recorded_at, version, schema_version, fact_id, case_id, stream, type, data, meta)
  select a.base + k.number, moment, a.version + k.number, k.schema_version, k.id, a.case_id, a.stream, k.type, k.data, a.meta
  from accepted a
  join unnest(fact_of, fact_number, fact_ids, types, schema_versions, datas)
    as k (of, number, id, type, schema_version, data) on k.of = a.n;

  return query
  select c.outcome,
    coalesce(r.version, c.version + c.stored),
    coalesce(r.position, base + sum(c.stored) over (order by c.n))::bigint,
    r.facts, r.stream, r.case_id
  from (
    select u.*, case when u.outcome = 'appended' then u.size else 0 end as stored
    from unnest(command_ids, sizes, versions, outcomes) with ordinality as u (id, size, version, outcome, n)
  ) c
  left join lateral (
    select * from es.receipts x where c.outcome = 'repeated' and x.command_id = c.id limit 1
  ) r on true
  order by c.n;
end
$$;
