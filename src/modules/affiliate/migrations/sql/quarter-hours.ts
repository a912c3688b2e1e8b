import { mergeTotals } from "./merge-totals"

const KEY = "program_id, starts_at, currency_code"
const SUMS = ["expense_amount", "amount", "commission_count", "order_count", "referral_count", "click_count"]
const COLUMNS = `${KEY}, ${SUMS.join(", ")}`
const DAY_KEY = "program_id, day, affiliate_id, currency_code"
const DAY_SUMS = ["expense_amount", "amount", "order_count"]
const DAY_COLUMNS = `${DAY_KEY}, ${DAY_SUMS.join(", ")}`
const SPAN_KEY = "program_id, span, starts_on, affiliate_id, currency_code"

/** What is added up, in a transition table or in the table itself, each row times its `sign`. Referrals and clicks are in no currency. */
const COMMISSIONS = (rows: string): string => `
        select program_id, affiliate_quarter_hour(occurred_at), currency_code, sum(expense_amount), sum(amount), count(*),
               count(*) filter (where sequence = 1), 0, 0
        from ${rows} commission group by 1, 2, 3`
const DAYS = (rows: string): string => `
        select program_id, (occurred_at at time zone 'UTC')::date, affiliate_id, currency_code, sum(expense_amount), sum(amount),
               count(*) filter (where sequence = 1)
        from ${rows} commission group by 1, 2, 3, 4`
const REFERRALS = (rows: string): string => `
        select program_id, affiliate_quarter_hour(started_at), null, 0, 0, 0, 0, sum(sign), 0
        from ${rows} referral where deleted_at is null group by 1, 2 having sum(sign) <> 0`
const CLICKS = (rows: string): string => `
        select program_id, affiliate_quarter_hour(occurred_at), null, 0, 0, 0, 0, 0, sum(sign)
        from ${rows} click group by 1, 2`

/** Days that have just been merged, added to their spans. Only one merge or recount is at it, so that nobody waits for a row. */
const SPANS = (days: string): string => `
          insert into affiliate_span_total as total (${SPAN_KEY}, ${DAY_SUMS.join(", ")})
          select program_id, span, starts_on, affiliate_id, currency_code, ${DAY_SUMS.map((sum) => `sum(${sum})`).join(", ")}
          from ${days}
          cross join lateral (values ('month', date_trunc('month', day::timestamp)::date), ('part', affiliate_part_of_month(day))) spans(span, starts_on)
          group by 1, 2, 3, 4, 5
          on conflict (${SPAN_KEY}) do update set ${DAY_SUMS.map((sum) => `${sum} = total.${sum} + excluded.${sum}`).join(", ")}`

const ADDED = "(select *, 1 as sign from added)"
const REMOVED = "(select *, -1 as sign from removed)"
const CHANGED = "(select *, 1 as sign from added union all select *, -1 from removed)"

const append = (rows: string): string => `insert into affiliate_quarter_hour_total (${COLUMNS}) ${rows};`

/** The triggers of a table, whose function takes what an event has added and removed. */
const TRIGGERS = [
  ["affiliate_commission", "insert", "added", "new table as added"],
  ["affiliate_referral", "insert", "added", "new table as added"],
  ["affiliate_referral", "update", "changed", "new table as added old table as removed"],
  ["affiliate_referral", "delete", "removed", "old table as removed"],
  ["affiliate_click", "insert", "added", "new table as added"],
  ["affiliate_click", "delete", "removed", "old table as removed"],
] as const

/** Two merges, or a merge and a recount, would each put the sum of the same rows in their place. */
const LOCK = `hashtext('affiliate_quarter_hour_total')`

/**
 * What happened in each quarter of an hour, so that statistics of a month, and the number of its commissions, cost quarters and not orders or clicks.
 * Midnight of every time zone lies between two of them. They are kept as the totals of periods are: appended by triggers in the
 * transaction of what is counted, merged later, and made anew by `affiliate_recount_quarter_hours`. So is what each affiliate's commissions of a
 * day of UTC come to, which says who is best without a look at every order. Merging adds the days to
 * months and parts of months, which cost those who write commissions nothing: a span comes to its row and the rows of its days that are not
 * merged.
 */
export const quarterHours = {
  up: [
    `create function affiliate_quarter_hour(at timestamptz) returns timestamptz
      language sql immutable strict parallel safe as $$ select date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00') $$`,
    // Clicks are dropped by whole months of UTC. What was counted of them stays.
    `create function affiliate_clicks_kept_from() returns timestamptz language sql stable as $$
      select coalesce(max(before)::timestamp at time zone 'UTC', '-infinity') from affiliate_click_drop $$`,
    `create table affiliate_quarter_hour_total (
      id bigint generated always as identity, program_id text not null, starts_at timestamptz not null, currency_code text,
      expense_amount numeric not null, amount numeric not null, commission_count integer not null, order_count integer not null,
      referral_count integer not null, click_count integer not null, is_merged boolean not null default false,
      primary key (starts_at, program_id, id))`,
    `create index "IDX_affiliate_quarter_hour_total_unmerged" on affiliate_quarter_hour_total (starts_at, program_id) where not is_merged`,
    `create table affiliate_day_total (
      id bigint generated always as identity, program_id text not null, day date not null, affiliate_id text not null, currency_code text not null,
      expense_amount numeric not null, amount numeric not null, order_count integer not null, is_merged boolean not null default false,
      primary key (day, program_id, id))`,
    `create index "IDX_affiliate_day_total_unmerged" on affiliate_day_total (day, program_id) where not is_merged`,
    `create index "IDX_affiliate_day_total_affiliate" on affiliate_day_total (affiliate_id, day) where is_merged`,
    // Parts of months begin on the 1st, 9th, 17th and 25th.
    `create function affiliate_part_of_month(day date) returns date
      language sql immutable strict parallel safe as $$ select day - (extract(day from day)::int - 1) % 8 $$`,
    `create table affiliate_span_total (
      program_id text not null, span text not null check (span in ('month', 'part')), starts_on date not null, affiliate_id text not null,
      currency_code text not null, expense_amount numeric not null, amount numeric not null, order_count integer not null,
      primary key (span, starts_on, program_id, affiliate_id, currency_code))`,
    `create index "IDX_affiliate_span_total_affiliate" on affiliate_span_total (affiliate_id, span, starts_on)`,

    `create function affiliate_commission_quarter_hours() returns trigger language plpgsql as $$
      begin
        ${append(COMMISSIONS("added"))}
        insert into affiliate_day_total (${DAY_COLUMNS}) ${DAYS("added")};
        return null;
      end $$`,

    // A referral that is only ended or gets its account is counted as before, and nothing is appended.
    `create function affiliate_referral_quarter_hours() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then ${append(REFERRALS(ADDED))}
        elsif tg_op = 'DELETE' then ${append(REFERRALS(REMOVED))}
        else ${append(REFERRALS(CHANGED))}
        end if;
        return null;
      end $$`,

    `create function affiliate_click_quarter_hours() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then ${append(CLICKS(ADDED))} else ${append(CLICKS(REMOVED))} end if;
        return null;
      end $$`,

    ...TRIGGERS.map(
      ([table, event, done, transition]) =>
        `create trigger "TR_${table}_quarter_hours_${done}" after ${event} on ${table}
          referencing ${transition} for each statement execute function ${table}_quarter_hours()`
    ),

    `create function affiliate_merge_quarter_hours() returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${LOCK});
        ${mergeTotals({ table: "affiliate_quarter_hour_total", place: ["starts_at", "program_id"], key: KEY, sums: SUMS })}
        ${mergeTotals({
          ...{ table: "affiliate_day_total", place: ["day", "program_id"], key: DAY_KEY, sums: DAY_SUMS },
          also: SPANS("(select * from taken where not is_merged) taken"),
        })}
      end $$`,

    // A statement for each kind: a row and its total are both in its snapshot, or neither is. The lock comes before it, because a month of clicks that is dropped is gone
    // from every snapshot at once.
    `create function affiliate_recount_quarter_hours(of_program text) returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${LOCK});
        lock table affiliate_click in access share mode;
        with taken as (delete from affiliate_quarter_hour_total where program_id = of_program returning *),
        kept as (select affiliate_clicks_kept_from() as since),
        counted (${COLUMNS}) as (
          ${COMMISSIONS("(select * from affiliate_commission where program_id = of_program)")}
          union all
          ${REFERRALS("(select *, 1 as sign from affiliate_referral where program_id = of_program)")}
          union all
          ${CLICKS("(select click.*, 1 as sign from affiliate_click click, kept where program_id = of_program and occurred_at >= kept.since)")}
          union all
          select program_id, starts_at, null, 0, 0, 0, 0, 0, sum(click_count)
          from taken, kept where starts_at < kept.since group by 1, 2 having sum(click_count) <> 0)
        insert into affiliate_quarter_hour_total (${COLUMNS}, is_merged)
        select ${KEY}, ${SUMS.map((sum) => `sum(${sum})`).join(", ")}, true from counted group by ${KEY};
        with taken as (delete from affiliate_day_total where program_id = of_program)
        insert into affiliate_day_total (${DAY_COLUMNS}, is_merged)
        select counted.*, true from (${DAYS("(select * from affiliate_commission where program_id = of_program)")}) counted;
        delete from affiliate_span_total where program_id = of_program;
        ${SPANS("(select * from affiliate_day_total where program_id = of_program and is_merged) merged")};
      end $$`,
  ],
  down: [
    `drop function affiliate_recount_quarter_hours(text)`,
    `drop function affiliate_merge_quarter_hours()`,
    ...TRIGGERS.map(([table, , done]) => `drop trigger "TR_${table}_quarter_hours_${done}" on ${table}`),
    `drop function affiliate_click_quarter_hours()`,
    `drop function affiliate_referral_quarter_hours()`,
    `drop function affiliate_commission_quarter_hours()`,
    `drop table affiliate_span_total`,
    `drop function affiliate_part_of_month(date)`,
    `drop table affiliate_day_total`,
    `drop table affiliate_quarter_hour_total`,
    `drop function affiliate_clicks_kept_from()`,
    `drop function affiliate_quarter_hour(timestamptz)`,
  ],
}
