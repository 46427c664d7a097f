-- The event store. Everything in it only grows: nothing is ever updated or deleted, by the code or by anybody else.
create schema es;
