-- Facts that a listener could not apply, and those of the same stream that wait behind them. The fact itself stays in the
-- store: here is only where to find it.
CREATE TABLE messaging.parked (
  listener    text        NOT NULL,
  version     text        NOT NULL,
  position    bigint      NOT NULL,
  stream      text        NOT NULL,
  case_id     text        NOT NULL,
  error       text        NOT NULL,
  attempts    int         NOT NULL,
  parked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  resolved_at timestamptz,
  PRIMARY KEY (listener, version, position)
);
CREATE INDEX parked_open ON messaging.parked (listener, version, stream) WHERE resolved_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON messaging.parked TO exeat_app;
