-- Services of the catalogue for which a time is booked: the offer says whose rota, the order is the booking's subject.

alter table bank_offer add service text;
alter table bank_offer add bookable_id uuid;
alter table bank_offer add foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id);
alter table bank_offer add check ((service is null) = (bookable_id is null));
alter table bank_offer add check (service is null or kind = 'SERVICE');

-- An order has one time. The order's row is locked while it is chosen; this has the last word.
create unique index booking_one_of_an_order on booking (tenant_id, subject_id)
    where subject_type = 'bank-order' and status in ('CONFIRMED', 'CHECKED_IN', 'SERVING', 'DISPLACED');
