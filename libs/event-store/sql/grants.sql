-- The serving role reads, and adds through es.append alone. It may update, delete or truncate nothing here.
grant usage on schema es to exeat_app;
grant select on all tables in schema es to exeat_app;
grant usage on all sequences in schema es to exeat_app;

revoke execute on all functions in schema es from public;
grant execute on function es.append, es.load, es.adopt_epoch to exeat_app;
