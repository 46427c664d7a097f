-- Refuses change to everybody, the owner included. "Always": also in a session that has switched triggers off.
create trigger append_only before update or delete or truncate on es.facts
  for each statement execute function es.refuse_change();
alter table es.facts enable always trigger append_only;

create trigger append_only before update or delete or truncate on es.receipts
  for each statement execute function es.refuse_change();
alter table es.receipts enable always trigger append_only;

create trigger append_only before update or delete or truncate on es.epochs
  for each statement execute function es.refuse_change();
alter table es.epochs enable always trigger append_only;
