/** Clicks in a transition table, in the table itself or in a part of it, by program, kind, day in the program's zone, and value. */
export const totalsOf = (clicks: string, count: string): string => `
        select program.id, counted.kind, (click.occurred_at at time zone program.timezone)::date, counted.value, ${count}
        from ${clicks} click join affiliate_program program on program.id = click.program_id
        cross join lateral (values ('affiliate', click.affiliate_id), ('page', click.landing_url), ('referrer', click.referrer))
          counted(kind, value)
        where counted.value is not null
        group by 1, 2, 3, 4 order by 1, 2, 3, 4`

export const lockTotals = (kind: "lock" | "lock_shared", program: string): string =>
  `pg_advisory_xact_${kind}(hashtext('affiliate_click_total'), hashtext(${program}))`

/**
 * Daily totals of clicks by affiliate, page and referrer, so that no screen counts millions of clicks. Triggers keep them in the
 * transaction of the clicks, whichever program writes or deletes those. They are derived: `affiliate_recount_clicks` makes them anew, as far
 * as their clicks are kept.
 */
export const clickTotals = {
  up: [
    `create table affiliate_click_total (
      program_id text not null, kind text not null check (kind in ('affiliate', 'page', 'referrer')), day date not null, value text not null,
      clicks integer not null, dropped integer not null default 0, primary key (program_id, kind, day, value))`,
    `create index "IDX_affiliate_click_total_value_day" on affiliate_click_total (value, day) where kind = 'affiliate'`,

    // Clicks before this day of UTC are gone: those of all days before the day before it, and on these two days, in the zones where it divides
    // them, as many as `dropped` says. No total of millions has to be written when a month is dropped.
    `create table affiliate_click_drop (before date primary key, dropped_at timestamptz not null default now())`,
    `create function affiliate_first_counted_day() returns date language sql stable as $$
      select coalesce(max(before), '-infinity') - 1 from affiliate_click_drop $$`,

    // Writers of clicks share a lock that a change of the time zone has alone, so that none counts by the zone that was. Sorted, because two
    // servers that count the same rows in different order would deadlock.
    `create function affiliate_count_clicks() returns trigger language plpgsql as $$
      declare sign integer := case tg_op when 'INSERT' then 1 else -1 end;
      begin
        perform ${lockTotals("lock_shared", "id")} from (select distinct program_id as id from changed order by 1) program;
        insert into affiliate_click_total as total (program_id, kind, day, value, clicks)
        ${totalsOf("changed", "sign * count(*)")}
        on conflict (program_id, kind, day, value) do update set clicks = total.clicks + excluded.clicks;
        return null;
      end $$`,
    `create trigger "TR_affiliate_click_counted" after insert on affiliate_click
      referencing new table as changed for each statement execute function affiliate_count_clicks()`,
    `create trigger "TR_affiliate_click_uncounted" after delete on affiliate_click
      referencing old table as changed for each statement execute function affiliate_count_clicks()`,

    // What was dropped stays on the days on which it was counted, in the time zone the program had then.
    `create function affiliate_recount_clicks(of_program text) returns void language plpgsql as $$
      declare first_day date;
      begin
        perform ${lockTotals("lock", "of_program")};
        first_day := affiliate_first_counted_day();
        delete from affiliate_click_total where program_id = of_program and day >= first_day and dropped = 0;
        update affiliate_click_total set clicks = dropped where program_id = of_program and day >= first_day;
        insert into affiliate_click_total as total (program_id, kind, day, value, clicks)
        ${totalsOf("(select * from affiliate_click where program_id = of_program)", "count(*)")}
        on conflict (program_id, kind, day, value) do update set clicks = total.clicks + excluded.clicks;
      end $$`,
    `create function affiliate_move_clicks() returns trigger language plpgsql as $$
      begin
        perform affiliate_recount_clicks(new.id);
        return null;
      end $$`,
    `create trigger "TR_affiliate_program_clicks" after update of timezone on affiliate_program
      for each row when (new.timezone is distinct from old.timezone) execute function affiliate_move_clicks()`,
  ],
  down: [
    `drop trigger "TR_affiliate_program_clicks" on affiliate_program`,
    `drop function affiliate_move_clicks()`,
    `drop function affiliate_recount_clicks(text)`,
    `drop trigger "TR_affiliate_click_uncounted" on affiliate_click`,
    `drop trigger "TR_affiliate_click_counted" on affiliate_click`,
    `drop function affiliate_count_clicks()`,
    `drop function affiliate_first_counted_day()`,
    `drop table affiliate_click_drop`,
    `drop table affiliate_click_total`,
  ],
}
