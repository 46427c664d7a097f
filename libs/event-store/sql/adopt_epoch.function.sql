-- Called at every start. The epoch of today, or a new one where the store finds itself in another place than the one it
-- was last adopted in: restored from a dump, copied as a template, promoted from a standby.
create function es.adopt_epoch() returns uuid
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  latest es.epochs;
  here record;
begin
  lock table es.epochs in share row exclusive mode;
  select * into latest from es.epochs order by number desc limit 1;
  select * into here from es.whereabouts();
  if latest.epoch is null then
    return es.begin_epoch('created');
  end if;
  if (latest.system_identifier, latest.database_oid, latest.timeline)
    is distinct from (here.system_identifier, here.database_oid, here.timeline) then
    return es.begin_epoch('restored');
  end if;
  return latest.epoch;
end
$$;
