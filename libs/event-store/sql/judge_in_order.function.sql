-- Judges commands of one call that meet in a stream or a command id: each sees what those before it left behind.
-- `known` and `versions` are what the store held before the call, for each command.
create function es.judge_in_order(
  command_ids uuid[], request_digests text[], streams text[], expectations integer[], sizes integer[],
  known text[], inout versions integer[], out outcomes text[]
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  after integer[];
  asked record;
begin
  for asked in
    select n::integer,
      lag(n::integer) over (partition by stream order by n) as same_stream,
      lag(n::integer) over (partition by id order by n) as same_id
    from unnest(command_ids, streams) with ordinality as c (id, stream, n)
    order by n
  loop
    if asked.same_stream is not null then
      versions[asked.n] := after[asked.same_stream];
    end if;
    if asked.same_id is not null then
      known[asked.n] := known[asked.same_id];
    end if;
    outcomes[asked.n] := es.outcome(
      known[asked.n], request_digests[asked.n], expectations[asked.n], versions[asked.n]);
    after[asked.n] := versions[asked.n];
    if outcomes[asked.n] = 'appended' then
      known[asked.n] := request_digests[asked.n];
      after[asked.n] := versions[asked.n] + sizes[asked.n];
    end if;
  end loop;
end
$$;
