-- One booking with who is booked, by its key: the plain row beside which the law search is measured (cn.shiyu.booking.BookingQueries.one).
\set n random(1, 900000)
begin;
select set_config('app.tenant', 'jieshou', true);
select /* alone */ b.booking_id, b.bookable_id, o.name, o.place, b.service, b.mode, b.starts_at, b.ends_at, b.status, b.held_until, b.shown_name, b.walk_in, b.subject_type, b.subject_id, b.phone_sealed, b.note_sealed, b.version from booking b join bookable o on o.tenant_id = b.tenant_id and o.bookable_id = b.bookable_id where b.tenant_id = 'jieshou' and b.booking_id = cast(md5('booking ' || :n) as uuid);
commit;
