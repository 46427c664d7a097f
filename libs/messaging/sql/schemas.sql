-- messaging   where every listener stands, and what waits for a person
-- views       what is read; views_building and views_retired are where a view is built anew and where the one before stays
-- The application owns the three of the views: it builds a view beside the live one and swaps the two.
CREATE SCHEMA messaging;
GRANT USAGE ON SCHEMA messaging TO exeat_app;
CREATE SCHEMA views AUTHORIZATION exeat_app;
CREATE SCHEMA views_building AUTHORIZATION exeat_app;
CREATE SCHEMA views_retired AUTHORIZATION exeat_app;
