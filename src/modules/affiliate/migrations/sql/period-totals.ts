import { mergeTotals } from "./merge-totals"

const KEY = "program_id, affiliate_id, currency_code, period, corrects_period"
const SUMS = ["expense_amount", "amount", "commission_count", "order_count"]
const COLUMNS = `${KEY}, ${SUMS.join(", ")}`

/**
 * What commissions in a transition table, or in the table itself, come to. An order counts with the first of its rows in the period. `offset 0`
 * keeps the look at an order's rows from going by the affiliate's index, which PostgreSQL prefers while the table has no statistics.
 */
const totalsOf = (commissions: string): string => `
        select ${KEY}, sum(expense_amount), sum(amount), count(*),
               count(*) filter (where commission.sequence = 1 or not exists (
                 select 1 from (
                   select * from affiliate_commission earlier
                   where earlier.order_id = commission.order_id and earlier.sequence < commission.sequence offset 0
                 ) of_order
                 where of_order.affiliate_id = commission.affiliate_id and of_order.period = commission.period))
        from ${commissions} commission
        group by ${KEY}`

/** Two merges, or a merge and a recount, would each put the sum of the same rows in their place. */
const LOCK = `hashtext('affiliate_period_total')`

/**
 * What the commissions of a period add up to, so that a close, and every look at an open month, costs affiliates and not orders. A trigger
 * appends what each statement adds, in its transaction: nobody waits for anybody, and a sum over the rows is right at any time. Merging
 * replaces the rows of one key by their sum, so that there are not as many of them as orders. They are derived:
 * `affiliate_recount_period_totals` makes them anew.
 */
export const periodTotals = {
  up: [
    `create table affiliate_period_total (
      id bigint generated always as identity, program_id text not null, period text not null, affiliate_id text not null,
      currency_code text not null, corrects_period text, expense_amount numeric not null, amount numeric not null,
      commission_count integer not null, order_count integer not null, is_merged boolean not null default false,
      primary key (program_id, period, id))`,
    `create index "IDX_affiliate_period_total_unmerged" on affiliate_period_total (program_id, period) where not is_merged`,

    `create function affiliate_add_to_period_totals() returns trigger language plpgsql as $$
      begin
        insert into affiliate_period_total (${COLUMNS})
        ${totalsOf("added")};
        return null;
      end $$`,
    `create trigger "TR_affiliate_commission_totals" after insert on affiliate_commission
      referencing new table as added for each statement execute function affiliate_add_to_period_totals()`,

    `create function affiliate_merge_period_totals() returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${LOCK});
        ${mergeTotals({ table: "affiliate_period_total", place: ["program_id", "period"], key: KEY, sums: SUMS })}
      end $$`,

    // One statement: a commission and its total are both in its snapshot, or neither is.
    `create function affiliate_recount_period_totals(of_program text) returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${LOCK});
        with taken as (delete from affiliate_period_total where program_id = of_program)
        insert into affiliate_period_total (${COLUMNS}, is_merged)
        select counted.*, true from (${totalsOf("(select * from affiliate_commission where program_id = of_program)")}) counted;
      end $$`,
  ],
  down: [
    `drop function affiliate_recount_period_totals(text)`,
    `drop function affiliate_merge_period_totals()`,
    `drop trigger "TR_affiliate_commission_totals" on affiliate_commission`,
    `drop function affiliate_add_to_period_totals()`,
    `drop table affiliate_period_total`,
  ],
}
