-- More is counted for a unit than at first: residents' own ratings beside the calls, what was handled again, what was asked again.
alter table assessment_evidence drop constraint assessment_evidence_numbers_check;
alter table assessment_evidence add constraint assessment_evidence_numbers_check check (cardinality(numbers) >= 12);
