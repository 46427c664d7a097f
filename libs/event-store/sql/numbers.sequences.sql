-- Series of numbers for people to use. Unique and growing; a number that was drawn and not used leaves a gap.
create sequence es.application_number as bigint;
create sequence es.licence_number as bigint;
