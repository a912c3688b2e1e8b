import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ZERO_DIGITS = "'bif','clp','djf','gnf','isk','jpy','kmf','krw','pyg','rwf','ugx','uyi','vnd','vuv','xaf','xof','xpf'"
const THREE_DIGITS = "'bhd','iqd','jod','kwd','lyd','omr','tnd'"
const FOUR_DIGITS = "'clf','uyw'"
const APPEND_ONLY = ["affiliate_commission", "affiliate_period_line", "affiliate_ledger_entry", "affiliate_adjustment"]

/**
 * What the data model language cannot say, written by hand: exact numeric columns, the one rounding of the project, and the rules that
 * make the ledger a ledger whoever writes to it.
 */
export class Migration20261122110100_affiliate_money extends Migration {
  override async up(): Promise<void> {
    // ISO 4217 minor units; `src/domain/money/decimal.ts` has the same list and a test compares the two.
    this.addSql(`create or replace function affiliate_currency_digits(currency_code text) returns integer
      language sql immutable parallel safe as $$
        select case when lower(currency_code) in (${ZERO_DIGITS}) then 0 when lower(currency_code) in (${THREE_DIGITS}) then 3
                    when lower(currency_code) in (${FOUR_DIGITS}) then 4 else 2 end $$;`)

    // The one rounding: half away from zero, to the currency's digits.
    this.addSql(`create or replace function affiliate_round(amount numeric, currency_code text) returns numeric
      language sql immutable parallel safe as $$ select round(amount, affiliate_currency_digits(currency_code)) $$;`)

    // The first instant of a month. Where clocks are set back at midnight of the 1st, that midnight comes twice and PostgreSQL takes the
    // second; the month begins at the first. `periodBounds` in `src/domain/periods/period.ts` says the same, and a test compares the two.
    this.addSql(`create or replace function affiliate_period_start(period text, timezone text) returns timestamptz
      language sql immutable parallel safe as $$
        select min(instant)
        from (select to_date(period, 'YYYY-MM')::timestamp as midnight) m,
             unnest(array[interval '0', interval '30 minutes', interval '1 hour', interval '2 hours']) as earlier,
             lateral (select midnight at time zone timezone - earlier as instant) candidate
        where instant at time zone timezone >= midnight $$;`)

    // Ids that sort by time, for rows made inside one set-based statement.
    this.addSql(`create or replace function affiliate_new_id(prefix text) returns text
      language sql volatile parallel safe as $$
        select prefix || '_' || lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
               || left(replace(gen_random_uuid()::text, '-', ''), 14) $$;`)

    this.numeric("affiliate_program", ["commission_percent", "customer_discount_percent"])
    this.numeric("affiliate", ["commission_percent"])
    this.numeric("affiliate_attribution", ["rate_percent"])
    this.numeric("affiliate_commission", ["expense_amount", "rate_percent", "amount"])
    this.numeric("affiliate_period_line", ["expense_amount", "amount"])
    this.numeric("affiliate_ledger_entry", ["amount"])
    this.numeric("affiliate_adjustment", ["amount"])

    for (const [table, column] of [
      ["affiliate_commission", "amount"],
      ["affiliate_commission", "expense_amount"],
      ["affiliate_ledger_entry", "amount"],
      ["affiliate_adjustment", "amount"],
    ]) {
      this.addSql(`alter table "${table}" add constraint "CK_${table}_${column}_is_rounded"
        check ("${column}" = affiliate_round("${column}", currency_code) and abs("${column}") < 'infinity');`)
    }
    this.addSql(`alter table "affiliate_commission" add constraint "CK_affiliate_commission_period" check (period ~ '^[0-9]{4}-[0-9]{2}$');`)
    this.addSql(`alter table "affiliate_period_line"
      add constraint "FK_affiliate_period_line_period" foreign key (period_id) references affiliate_period (id),
      add constraint "FK_affiliate_period_line_affiliate" foreign key (affiliate_id) references affiliate (id);`)
    this.addSql(`alter table "affiliate_ledger_entry"
      add constraint "FK_affiliate_ledger_entry_affiliate" foreign key (affiliate_id) references affiliate (id);`)

    // Rows of the ledger are never changed: to undo, add.
    this.addSql(`create or replace function affiliate_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'Rows of % are never updated or deleted: append a correction', tg_table_name using errcode = 'restrict_violation';
      end $$;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`create trigger "TR_${table}_append_only" before update or delete or truncate on "${table}"
        for each statement execute function affiliate_refuse_change();`)
    }

    // A closed month never changes.
    this.addSql(`create trigger "TR_affiliate_period_closed" before update or delete on affiliate_period
      for each row when (old.status = 'closed') execute function affiliate_refuse_change();`)

    // Closes the race between recording and closing: the writer holds the open period's row until it commits, so a close waits for it and
    // counts its rows; a writer that comes second waits for the close, finds the month closed, fails and starts again in the next one.
    this.addSql(`create or replace function affiliate_require_open_period() returns trigger language plpgsql as $$
      begin
        perform 1 from affiliate_period p
          where (p.program_id, p.period) in (select a.program_id, a.period from added a) order by p.id for share;
        if exists (select 1 from (select distinct program_id, period from added) a
                   left join affiliate_period p using (program_id, period) where p.status is distinct from 'open') then
          raise exception 'affiliate_period_closed: commissions are recorded in open periods only' using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;`)
    this.addSql(`create trigger "TR_affiliate_commission_open_period" after insert on affiliate_commission
      referencing new table as added for each statement execute function affiliate_require_open_period();`)

    // Both legs of a posting are written by one statement and add up to zero in each currency.
    this.addSql(`create or replace function affiliate_require_zero_sum() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from added group by source_type, source_id, currency_code having sum(amount) <> 0) then
          raise exception 'affiliate_ledger_not_balanced: the entries of a source must add up to zero' using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;`)
    this.addSql(`create trigger "TR_affiliate_ledger_entry_zero_sum" after insert on affiliate_ledger_entry
      referencing new table as added for each statement execute function affiliate_require_zero_sum();`)

    // The history of rates, so that an order recorded late gets the rate of the moment it was placed. Kept by triggers, because every writer
    // of a rate has to leave its trace; a rate given at creation holds from the beginning of time, as far as orders go.
    this.addSql(`create table affiliate_rate (
      program_id text not null references affiliate_program (id) on delete cascade,
      affiliate_id text references affiliate (id) on delete cascade, rate_percent numeric, valid_from timestamptz not null);`)
    this.addSql(`create index "IDX_affiliate_rate_program" on affiliate_rate (program_id, valid_from desc) where affiliate_id is null;`)
    this.addSql(`create index "IDX_affiliate_rate_affiliate" on affiliate_rate (affiliate_id, valid_from desc) where affiliate_id is not null;`)
    this.addSql(`create or replace function affiliate_keep_rate() returns trigger language plpgsql as $$
      begin
        insert into affiliate_rate (program_id, affiliate_id, rate_percent, valid_from) values (
          case when tg_table_name = 'affiliate' then to_jsonb(new) ->> 'program_id' else new.id end,
          case when tg_table_name = 'affiliate' then new.id end, new.commission_percent,
          case when tg_op = 'INSERT' then '-infinity' else clock_timestamp() end);
        return null;
      end $$;`)
    for (const table of ["affiliate_program", "affiliate"]) {
      this.addSql(`create trigger "TR_${table}_first_rate" after insert on "${table}"
        for each row when (new.commission_percent is not null) execute function affiliate_keep_rate();`)
      this.addSql(`create trigger "TR_${table}_rate" after update on "${table}"
        for each row when (new.commission_percent is distinct from old.commission_percent) execute function affiliate_keep_rate();`)
    }
    // The rate (percent) of an affiliate at an instant: his own, or else the program's.
    this.addSql(`create or replace function affiliate_rate_at(of_program text, of_affiliate text, at timestamptz) returns numeric
      language sql stable parallel safe as $$
        select coalesce(
          (select rate_percent from affiliate_rate where affiliate_id = of_affiliate and valid_from <= at order by valid_from desc limit 1),
          (select rate_percent from affiliate_rate
           where program_id = of_program and affiliate_id is null and valid_from <= at order by valid_from desc limit 1)) $$;`)

    // These tables have no deleted rows; an index over all of them would only cost.
    for (const table of [...APPEND_ONLY, "affiliate_click", "affiliate_attribution"]) {
      this.addSql(`drop index if exists "IDX_${table}_deleted_at";`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists affiliate_require_zero_sum() cascade;`)
    this.addSql(`drop function if exists affiliate_require_open_period() cascade;`)
    this.addSql(`drop function if exists affiliate_refuse_change() cascade;`)
    for (const table of ["affiliate_commission", "affiliate_ledger_entry", "affiliate_adjustment"]) {
      for (const column of ["amount", "expense_amount"]) {
        this.addSql(`alter table "${table}" drop constraint if exists "CK_${table}_${column}_is_rounded";`)
      }
    }
    for (const [table, constraint] of [
      ["affiliate_commission", "CK_affiliate_commission_period"],
      ["affiliate_period_line", "FK_affiliate_period_line_period"],
      ["affiliate_period_line", "FK_affiliate_period_line_affiliate"],
      ["affiliate_ledger_entry", "FK_affiliate_ledger_entry_affiliate"],
    ]) {
      this.addSql(`alter table "${table}" drop constraint if exists "${constraint}";`)
    }
    this.addSql(`drop function if exists affiliate_rate_at(text, text, timestamptz);`)
    this.addSql(`drop function if exists affiliate_keep_rate() cascade;`)
    this.addSql(`drop table if exists affiliate_rate;`)
    this.addSql(`drop function if exists affiliate_new_id(text);`)
    this.addSql(`drop function if exists affiliate_period_start(text, text);`)
    this.addSql(`drop function if exists affiliate_round(numeric, text);`)
    this.addSql(`drop function if exists affiliate_currency_digits(text);`)
  }

  private numeric(table: string, columns: string[]): void {
    for (const column of columns) {
      this.addSql(`alter table "${table}" alter column "${column}" type numeric using "${column}"::numeric;`)
    }
  }
}
