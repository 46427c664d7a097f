-- How far a listener has read. `owner_token` grows whenever the ownership changes: whoever writes names the token it was
-- given, so that a paused old owner finds its writes refused. Version 'building' is a view that is being built anew.
CREATE TABLE messaging.checkpoints (
  listener    text        NOT NULL,
  version     text        NOT NULL,
  position    bigint      NOT NULL DEFAULT 0 CHECK (position >= 0),
  epoch       uuid        NOT NULL,
  owner_token bigint      NOT NULL DEFAULT 1,
  status      text        NOT NULL CHECK (status IN ('running', 'stopped', 'building')),
  reason      text,
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (listener, version)
) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE, DELETE ON messaging.checkpoints TO exeat_app;
