-- One view of due times for each context. Owned by the application like every view, so that it can be rebuilt and swapped.
DO $$
DECLARE
  context text;
BEGIN
  FOREACH context IN ARRAY ARRAY['submission', 'technical_review', 'security_review', 'licensing', 'compliance'] LOOP
    EXECUTE format(
      'CREATE TABLE views.%1$I (
         key            text  PRIMARY KEY,
         case_id        text  NOT NULL,
         due_key        text  NOT NULL,
         due_at         text  NOT NULL,
         ask            text  NOT NULL,
         subject        jsonb NOT NULL,
         correlation_id text  NOT NULL,
         causation_id   text  NOT NULL
       )', 'deadlines_' || context);
    EXECUTE format('CREATE INDEX %I ON views.%I (case_id)', 'deadlines_' || context || '_case', 'deadlines_' || context);
    EXECUTE format('CREATE INDEX %I ON views.%I (due_at, key)', 'deadlines_' || context || '_due', 'deadlines_' || context);
    EXECUTE format('ALTER TABLE views.%I OWNER TO exeat_app', 'deadlines_' || context);
  END LOOP;
END
$$;
