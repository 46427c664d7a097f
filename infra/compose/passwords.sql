-- Runs once, after infra/postgres/roles.sql, when the database server of docker-compose.yml is first started.
\getenv owner EXEAT_OWNER_PASSWORD
\getenv app EXEAT_APP_PASSWORD
ALTER ROLE exeat_owner PASSWORD :'owner';
ALTER ROLE exeat_app PASSWORD :'app';
