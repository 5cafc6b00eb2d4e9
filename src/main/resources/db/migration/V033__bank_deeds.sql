-- Good deeds of the moral bank (好人好事), told by oneself or by others, reviewed by the community's committee; and rewards for reports.

create table good_deed (
    tenant_id text not null,
    deed_id uuid not null,
    kind text not null,
    region_code text not null,
    -- The unit whose committee reviews it.
    unit_code text not null,
    done_on date not null,
    -- Words and place; erased when who did it or who told it leaves the bank.
    words_sealed bytea,
    -- Who told it, and who did it: the same for one's own; null until who did it has accepted, and once they have left.
    teller uuid,
    doer uuid,
    own boolean not null,
    -- Told of another: keyed digests of the phone they were named by and of the code that was given out; removed once it is claimed.
    phone_digest bytea,
    claim_digest bytea,
    claim_tries smallint not null default 0,
    claim_until timestamptz,
    status text not null check (status in ('CLAIMING', 'REVIEW', 'APPROVED', 'REFUSED', 'APPEALED', 'UPHELD', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    told_at timestamptz not null,
    reviewed_at timestamptz,
    reason_sealed bytea,
    appeal_until timestamptz,
    appeal_sealed bytea,
    answer_sealed bytea,
    -- Keyed digest of the words, to find the same ones again.
    words_digest bytea not null,
    grant_state text check (grant_state in ('DUE', 'DONE')),
    grant_after timestamptz,
    grant_trouble text,
    award_id uuid,
    points bigint,
    capped text,
    primary key (tenant_id, deed_id),
    check (status not in ('REVIEW', 'APPROVED') or own or claim_digest is null)
);
create index good_deed_told on good_deed (tenant_id, teller, told_at desc, deed_id desc);
create index good_deed_done on good_deed (tenant_id, doer, told_at desc, deed_id desc) where doer is not null;
create index good_deed_review on good_deed (tenant_id, unit_code, told_at, deed_id) where status = 'REVIEW';
create index good_deed_appeals on good_deed (tenant_id, appeal_until, deed_id) where status = 'APPEALED';
create index good_deed_claims on good_deed (tenant_id, claim_until) where status = 'CLAIMING';
create index good_deed_claim on good_deed (tenant_id, claim_digest) where claim_digest is not null;
create index good_deed_same on good_deed (tenant_id, words_digest);
create index good_deed_minute on good_deed (tenant_id, region_code, told_at);
create index good_deed_due on good_deed (tenant_id, grant_after) where grant_state = 'DUE';

-- One member of the committee, one vote. RECUSED: kin of teller or doer, or themselves.
create table deed_vote (
    tenant_id text not null,
    deed_id uuid not null,
    member text not null,
    vote text not null check (vote in ('AGREE', 'REFUSE', 'RECUSED')),
    reason_sealed bytea,
    voted_at timestamptz not null,
    primary key (tenant_id, deed_id, member),
    foreign key (tenant_id, deed_id) references good_deed (tenant_id, deed_id),
    check ((vote = 'REFUSE') = (reason_sealed is not null))
);

create table deed_photo (
    tenant_id text not null,
    deed_id uuid not null,
    file_id uuid not null,
    -- Of the picture as it is kept: the same picture sent again has the same.
    sm3 bytea not null,
    primary key (tenant_id, deed_id, file_id),
    foreign key (tenant_id, deed_id) references good_deed (tenant_id, deed_id)
);
create index deed_photo_same on deed_photo (tenant_id, sm3);

-- 举报奖励: what the clerk decided on a case whose reporter is a member, once a case. The case's own words stay where they are.
create table report_reward (
    tenant_id text not null,
    case_id uuid not null,
    -- Who reported it; null once they have left the bank.
    resident_id uuid,
    state text not null check (state in ('GRANTED', 'DECLINED')),
    decided_by text not null,
    decided_at timestamptz not null,
    reason_sealed bytea,
    award_id uuid,
    points bigint not null default 0,
    primary key (tenant_id, case_id),
    check ((state = 'DECLINED') = (reason_sealed is not null))
);
create index report_reward_of on report_reward (tenant_id, resident_id) where resident_id is not null;

do $$
declare t text;
begin
  foreach t in array array['good_deed', 'deed_vote', 'deed_photo', 'report_reward'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (words_sealed, teller, doer, phone_digest, claim_digest, claim_tries, claim_until, status, reviewed_at, reason_sealed,
  appeal_until, appeal_sealed, answer_sealed, grant_state, grant_after, grant_trouble, award_id, points, capped) on good_deed to shiyu_app;
grant delete on deed_photo to shiyu_app;
grant update (resident_id, award_id, points) on report_reward to shiyu_app;
