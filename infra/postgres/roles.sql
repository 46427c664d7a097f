-- The two roles of an Exeat database and what they may do there. Run by a superuser, once for each database, connected to
-- it; safe to run again. Passwords are set apart from this file.
--
--   exeat_owner  owns the schemas and runs the migrations; never used while serving.
--   exeat_app    serves. It cannot change or remove a fact: see libs/event-store/sql.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'exeat_owner') THEN
    CREATE ROLE exeat_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'exeat_app') THEN
    CREATE ROLE exeat_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END
$$;

-- The owner creates the tables that the application rebuilds and swaps, and hands them over.
GRANT exeat_app TO exeat_owner;

-- A session that stalls must not hold up the others.
ALTER ROLE exeat_app SET idle_in_transaction_session_timeout = '5s';
ALTER ROLE exeat_app SET lock_timeout = '5s';
ALTER ROLE exeat_app SET statement_timeout = '60s';

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
-- The list of migrations that were run is kept there unless another schema is named for it.
GRANT CREATE ON SCHEMA public TO exeat_owner;
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO exeat_owner', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO exeat_app', current_database());
END
$$;
