-- A row never passes from one case to another: two cases that write the same key are a defect of the view, and the
-- statement that tries it fails.
CREATE FUNCTION messaging.same_case(row_key text, before text, after text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF before IS DISTINCT FROM after THEN
    RAISE EXCEPTION 'Row % belongs to case % and was written for case %', row_key, before, after
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN after;
END
$$;
