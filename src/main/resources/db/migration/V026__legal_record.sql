-- The monthly record of service: what was first answered, and what was concluded, within a month.
create index legal_consultation_concluded on legal_consultation (tenant_id, concluded_at) where concluded_at is not null;
create index legal_consultation_answered on legal_consultation (tenant_id, first_answered_at) where first_answered_at is not null;
