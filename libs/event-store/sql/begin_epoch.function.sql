-- Begins a new epoch: readers from before stop until somebody decides how they go on. For the owner, after a restore
-- that leaves no trace by itself (the files of a stopped server put back in place).
create function es.begin_epoch(why text) returns uuid
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  begun uuid;
begin
  lock table es.epochs in share row exclusive mode;
  insert into es.epochs (number, began_after, reason, system_identifier, database_oid, timeline)
  select coalesce(max(e.number), 0) + 1, (select h.position from es.head h), why, here.*
  from es.whereabouts() here left join es.epochs e on true
  group by here.system_identifier, here.database_oid, here.timeline
  returning epoch into begun;
  return begun;
end
$$;
