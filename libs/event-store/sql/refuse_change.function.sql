create function es.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'insufficient_privilege',
    message = format('%s of es.%s is refused: history only grows', tg_op, tg_table_name);
end
$$;
