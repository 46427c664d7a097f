-- How many facts there are, and in which epoch. A view, because the log itself knows: there is no counter to disagree
-- with it, and no row that every append would have to rewrite.
create view es.head as
select
  coalesce((select max(position) from es.facts), 0) as position,
  (select epoch from es.epochs order by number desc limit 1) as epoch;
