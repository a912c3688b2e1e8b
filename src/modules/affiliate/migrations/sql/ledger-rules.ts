const APPEND_ONLY = [
  "affiliate_commission",
  "affiliate_period_commission",
  "affiliate_period_line",
  "affiliate_ledger_entry",
  "affiliate_adjustment",
]

/**
 * What makes the ledger a ledger, whichever program writes to it. `database/refusals.ts` has an error class for each SQLSTATE that begins
 * with AF.
 */
export const ledgerRules = {
  up: [
    `alter table affiliate_commission add constraint "CK_affiliate_commission_period" check (period ~ '^[0-9]{4}-[0-9]{2}$')`,
    // Balances and payouts look for what was taken back lately.
    `create index "IDX_affiliate_commission_reversal" on affiliate_commission (program_id, period, affiliate_id) where amount < 0`,
    // What a close computes for a month is written once, whatever closes it.
    `create unique index "IDX_affiliate_period_commission_source_unique" on affiliate_period_commission
      (program_id, period, affiliate_id, currency_code, coalesce(corrects_period, period), kind)`,
    `alter table affiliate_period_commission
      add constraint "FK_affiliate_period_commission_affiliate" foreign key (affiliate_id) references affiliate (id),
      add constraint "CK_affiliate_period_commission_corrects" check (corrects_period < period)`,
    `alter table affiliate_period_line
      add constraint "FK_affiliate_period_line_period" foreign key (period_id) references affiliate_period (id),
      add constraint "FK_affiliate_period_line_affiliate" foreign key (affiliate_id) references affiliate (id)`,
    `alter table affiliate_ledger_entry
      add constraint "FK_affiliate_ledger_entry_affiliate" foreign key (affiliate_id) references affiliate (id)`,

    // These rows are never changed: an error in them is corrected by adding a row.
    ...APPEND_ONLY.map(
      (table) => `create trigger "TR_${table}_append_only" before update or delete or truncate on "${table}"
        for each statement execute function affiliate_refuse_change()`
    ),

    // A closed period never changes.
    `create trigger "TR_affiliate_period_closed" before update or delete on affiliate_period
      for each row when (old.status = 'closed') execute function affiliate_refuse_change()`,

    // Closes the race between recording commissions and closing their period. The recording transaction locks the row of the open period
    // until it commits. A close that comes second waits for this lock and counts the new rows. A recording that comes second waits for the
    // close, finds the period closed and fails here; the service then repeats it, and it counts in the next open period.
    `create function affiliate_require_open_period() returns trigger language plpgsql as $$
      begin
        perform 1 from affiliate_period p
          where (p.program_id, p.period) in (select a.program_id, a.period from added a) order by p.id for share;
        if exists (select 1 from (select distinct program_id, period from added) a
                   left join affiliate_period p using (program_id, period) where p.status is distinct from 'open') then
          raise exception 'commissions are recorded in open periods only' using errcode = 'AF001';
        end if;
        return null;
      end $$`,
    `create trigger "TR_affiliate_commission_open_period" after insert on affiliate_commission
      referencing new table as added for each statement execute function affiliate_require_open_period()`,

    // Months are closed in order. Opening one locks the program's row as a close does: whichever comes second sees the other. A month older
    // than a closed one counts as closed and is not opened any more: the service repeats the recording, and it counts in the first open month.
    `create function affiliate_require_month_order() returns trigger language plpgsql as $$
      begin
        if new.status = 'open' then
          perform 1 from affiliate_program where id = new.program_id for share;
          if exists (select 1 from affiliate_period p where p.program_id = new.program_id and p.period > new.period and p.status = 'closed') then
            raise exception 'a month older than a closed one counts as closed' using errcode = 'AF001';
          end if;
        elsif new.status = 'closed' and exists (select 1 from affiliate_period p where p.program_id = new.program_id and p.period < new.period and p.status = 'open') then
          raise exception 'months are closed in order' using errcode = 'AF006';
        end if;
        return new;
      end $$`,
    `create trigger "TR_affiliate_period_opened" before insert on affiliate_period
      for each row execute function affiliate_require_month_order()`,
    `create trigger "TR_affiliate_period_close_order" before update on affiliate_period
      for each row when (new.status = 'closed' and old.status = 'open') execute function affiliate_require_month_order()`,

    // A month moves with the program's time zone, its recorded rows do not: the doctor compares them with all bounds that the month has had.
    `create function affiliate_keep_bounds() returns trigger language plpgsql as $$
      begin
        new.earliest_start = least(new.starts_at, new.earliest_start);
        new.latest_end = greatest(new.ends_at, new.latest_end);
        return new;
      end $$`,
    `create trigger "TR_affiliate_period_bounds" before insert or update on affiliate_period
      for each row execute function affiliate_keep_bounds()`,

    // One statement writes all entries of a posting, and they add up to zero in each currency.
    `create function affiliate_require_zero_sum() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from added group by source_type, source_id, currency_code having sum(amount) <> 0) then
          raise exception 'the entries of a source must add up to zero' using errcode = 'AF004';
        end if;
        return null;
      end $$`,
    `create trigger "TR_affiliate_ledger_entry_zero_sum" after insert on affiliate_ledger_entry
      referencing new table as added for each statement execute function affiliate_require_zero_sum()`,

    // An affiliate who has earned may be suspended or soft-deleted. Deleting the row would leave commissions and entries without an affiliate.
    `create function affiliate_keep_earner() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from affiliate_commission where affiliate_id = old.id)
           or exists (select 1 from affiliate_ledger_entry where affiliate_id = old.id) then
          raise exception 'Affiliate % has earned and cannot be deleted: suspend the affiliate instead', old.id using errcode = 'AF005';
        end if;
        return old;
      end $$`,
    `create trigger "TR_affiliate_earner" before delete on affiliate for each row execute function affiliate_keep_earner()`,
  ],
  down: [
    `drop trigger "TR_affiliate_earner" on affiliate`,
    `drop function affiliate_keep_earner()`,
    `drop trigger "TR_affiliate_ledger_entry_zero_sum" on affiliate_ledger_entry`,
    `drop function affiliate_require_zero_sum()`,
    `drop trigger "TR_affiliate_period_bounds" on affiliate_period`,
    `drop function affiliate_keep_bounds()`,
    `drop trigger "TR_affiliate_period_close_order" on affiliate_period`,
    `drop trigger "TR_affiliate_period_opened" on affiliate_period`,
    `drop function affiliate_require_month_order()`,
    `drop trigger "TR_affiliate_commission_open_period" on affiliate_commission`,
    `drop function affiliate_require_open_period()`,
    `drop trigger "TR_affiliate_period_closed" on affiliate_period`,
    ...APPEND_ONLY.map((table) => `drop trigger "TR_${table}_append_only" on "${table}"`),
    `alter table affiliate_ledger_entry drop constraint "FK_affiliate_ledger_entry_affiliate"`,
    `alter table affiliate_period_commission drop constraint "CK_affiliate_period_commission_corrects",
      drop constraint "FK_affiliate_period_commission_affiliate"`,
    `drop index "IDX_affiliate_period_commission_source_unique"`,
    `alter table affiliate_period_line drop constraint "FK_affiliate_period_line_period", drop constraint "FK_affiliate_period_line_affiliate"`,
    `drop index "IDX_affiliate_commission_reversal"`,
    `alter table affiliate_commission drop constraint "CK_affiliate_commission_period"`,
  ],
}
