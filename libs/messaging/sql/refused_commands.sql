-- Commands that Exeat asked for by a rule and that were refused. A reaction goes on after it; a deadline asks again.
CREATE TABLE messaging.refused_commands (
  source       text        NOT NULL, -- the listener, or the deadlines of a context
  subject      text        NOT NULL, -- the fact's id and the reaction's name; the deadline's key and moment
  case_id      text        NOT NULL,
  command      text        NOT NULL,
  codes        text[]      NOT NULL,
  sentence     text        NOT NULL,
  attempts     int         NOT NULL DEFAULT 1,
  first_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  asks_again_at timestamptz,
  PRIMARY KEY (source, subject)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON messaging.refused_commands TO exeat_app;
