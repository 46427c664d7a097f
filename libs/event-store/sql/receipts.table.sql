-- What was answered to a command, written in the commit of its facts: whoever asks again gets the first answer.
create table es.receipts (
  command_id     uuid        not null primary key,
  case_id        uuid        not null,
  version        integer     not null,
  facts          integer     not null,
  position       bigint      not null,
  recorded_at    timestamptz not null,
  request_digest text        not null,
  stream         text        not null
);
