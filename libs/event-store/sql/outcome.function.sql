-- The outcome of one command: by its receipt where its id is known, otherwise by its expectation of the version.
-- An expectation is a version (0: the stream is new), -1: the stream exists, or -2: whatever the version is.
create function es.outcome(known_digest text, request_digest text, expectation integer, version integer) returns text
language sql
immutable
as $$
  select case
    when known_digest = request_digest then 'repeated'
    when known_digest is not null then 'mismatch'
    when expectation = version or expectation = -2 or (expectation = -1 and version > 0) then 'appended'
    else 'conflict'
  end
$$;
