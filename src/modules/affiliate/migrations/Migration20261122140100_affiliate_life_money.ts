import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ROUND = (amount: string): string => `create or replace function affiliate_round(amount numeric, currency_code text) returns numeric
  language sql immutable parallel safe as $$ select round(${amount}, affiliate_currency_digits(currency_code)) $$;`

/**
 * What the data model language cannot say about the life of an order and of a payout, written by hand, and what earlier rows say in the
 * new columns.
 */
export class Migration20261122140100_affiliate_life_money extends Migration {
  override async up(): Promise<void> {
    // A quotient has no end in decimals, and half a cent minus 10^-20 would be rounded down where half a cent is rounded up. So quotients
    // carry 40 decimals, and what lies within 10^-20 of a shorter number is that number.
    this.addSql(`create or replace function affiliate_ratio(dividend numeric, divisor numeric) returns numeric
      language sql immutable parallel safe as $$ select round(dividend, 40) / nullif(divisor, 0) $$;`)
    this.addSql(ROUND("round(amount, 20)"))

    // An order that cannot be recorded says so, by name, and goes to quarantine alone.
    this.addSql(`create or replace function affiliate_refuse_order(reason text) returns numeric language plpgsql as $$
      begin
        raise exception 'affiliate_order_refused: %', reason using errcode = 'data_exception';
      end $$;`)

    // Whether the rate of an affiliate at an instant was his own; the program's otherwise.
    this.addSql(`create or replace function affiliate_has_own_rate_at(of_affiliate text, at timestamptz) returns boolean
      language sql stable parallel safe as $$
        select coalesce((select rate_percent is not null from affiliate_rate
                         where affiliate_id = of_affiliate and valid_from <= at order by valid_from desc limit 1), false) $$;`)
    this.addSql(`update affiliate_attribution
      set rate_source = case when affiliate_has_own_rate_at(affiliate_id, placed_at) then 'affiliate' else 'program' end
      where affiliate_id is not null;`)

    // Of two lines of one affiliate and currency, the one that differs from what was decided in the corrected month was judged at its close.
    this.addSql(`alter table affiliate_period_line disable trigger "TR_affiliate_period_line_append_only";`)
    this.addSql(`update affiliate_period_line l set is_judged = false
      from affiliate_period p
      where p.id = l.period_id
        and exists (select 1 from affiliate_period_line beside where beside.period_id = l.period_id and beside.affiliate_id = l.affiliate_id
                    and beside.currency_code = l.currency_code and beside.outcome <> l.outcome)
        and l.outcome = (
          select min(cl.outcome) from affiliate_commission c
          join affiliate_period cp on cp.program_id = c.program_id and cp.period = c.corrects_period
          join affiliate_period_line cl on cl.period_id = cp.id and cl.affiliate_id = c.affiliate_id and cl.currency_code = c.currency_code
          where c.program_id = p.program_id and c.period = p.period and c.affiliate_id = l.affiliate_id
            and c.currency_code = l.currency_code);`)
    this.addSql(`alter table affiliate_period_line enable trigger "TR_affiliate_period_line_append_only";`)

    // An affiliate who earned is suspended or soft-deleted, never taken out from under his rows.
    this.addSql(`create or replace function affiliate_keep_earner() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from affiliate_commission where affiliate_id = old.id)
           or exists (select 1 from affiliate_ledger_entry where affiliate_id = old.id) then
          raise exception 'Affiliate % has earned and cannot be deleted: suspend the affiliate instead', old.id using errcode = 'restrict_violation';
        end if;
        return old;
      end $$;`)
    this.addSql(`create trigger "TR_affiliate_earner" before delete on affiliate for each row execute function affiliate_keep_earner();`)

    this.addSql(`alter table affiliate_payout alter column amount type numeric using amount::numeric,
      add constraint "CK_affiliate_payout_amount" check (amount > 0 and amount = affiliate_round(amount, currency_code) and amount < 'infinity'),
      add constraint "FK_affiliate_payout_affiliate" foreign key (affiliate_id) references affiliate (id);`)
    this.addSql(`create trigger "TR_affiliate_payout_delete" before delete on affiliate_payout
      for each row execute function affiliate_refuse_change();`)
    this.addSql(`create trigger "TR_affiliate_payout_ended" before update on affiliate_payout
      for each row when (old.status <> 'processing' or (new.program_id, new.affiliate_id, new.amount, new.currency_code)
                         is distinct from (old.program_id, old.affiliate_id, old.amount, old.currency_code))
      execute function affiliate_refuse_change();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists "TR_affiliate_payout_ended" on affiliate_payout;`)
    this.addSql(`drop trigger if exists "TR_affiliate_payout_delete" on affiliate_payout;`)
    this.addSql(`alter table if exists affiliate_payout drop constraint if exists "CK_affiliate_payout_amount",
      drop constraint if exists "FK_affiliate_payout_affiliate";`)
    this.addSql(`drop function if exists affiliate_keep_earner() cascade;`)
    this.addSql(`drop function if exists affiliate_has_own_rate_at(text, timestamptz);`)
    this.addSql(`drop function if exists affiliate_refuse_order(text);`)
    this.addSql(ROUND("amount"))
    this.addSql(`drop function if exists affiliate_ratio(numeric, numeric);`)
  }
}
