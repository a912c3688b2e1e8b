/**
 * What each month's commissions add up to, kept while they are written, so that a close, its preview and the list of months cost affiliates
 * and not orders. The trigger runs in the statement that writes the commissions, whichever program sends it. Rows are added to in the order
 * of their key: of two transactions that add to the same rows, one waits for the other, and neither for ever.
 *
 * An order counts with the first of its rows in the month. `corrects_period` is empty for what corrects nothing.
 */
export const periodTotals = {
  up: [
    `create table affiliate_period_total (
      program_id text not null, period text not null, affiliate_id text not null, currency_code text not null,
      corrects_period text not null, expense_amount numeric not null, amount numeric not null,
      commission_count integer not null, order_count integer not null,
      primary key (program_id, period, affiliate_id, currency_code, corrects_period))`,

    `create function affiliate_is_first_of_period(commission affiliate_commission) returns boolean language sql stable as $$
      select commission.sequence = 1 or not exists (
        select 1 from affiliate_commission earlier
        where earlier.order_id = commission.order_id and earlier.sequence < commission.sequence
          and earlier.affiliate_id = commission.affiliate_id and earlier.period = commission.period) $$`,

    `create function affiliate_add_to_period_totals() returns trigger language plpgsql as $$
      begin
        insert into affiliate_period_total as total
          (program_id, period, affiliate_id, currency_code, corrects_period, expense_amount, amount, commission_count, order_count)
        select program_id, period, affiliate_id, currency_code, coalesce(corrects_period, ''), sum(expense_amount), sum(amount),
               count(*), count(*) filter (where sequence = 1 or affiliate_is_first_of_period(written))
        from written
        group by program_id, period, affiliate_id, currency_code, coalesce(corrects_period, '')
        order by program_id, period, affiliate_id, currency_code, coalesce(corrects_period, '')
        on conflict (program_id, period, affiliate_id, currency_code, corrects_period) do update
        set expense_amount = total.expense_amount + excluded.expense_amount, amount = total.amount + excluded.amount,
            commission_count = total.commission_count + excluded.commission_count, order_count = total.order_count + excluded.order_count;
        return null;
      end $$`,

    `create trigger "TR_affiliate_commission_period_totals" after insert on affiliate_commission
      referencing new table as written for each statement execute function affiliate_add_to_period_totals()`,
  ],
  down: [
    `drop trigger "TR_affiliate_commission_period_totals" on affiliate_commission`,
    `drop function affiliate_add_to_period_totals()`,
    `drop function affiliate_is_first_of_period(affiliate_commission)`,
    `drop table affiliate_period_total`,
  ],
}
