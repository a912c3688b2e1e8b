import { lockTotals, totalsOf } from "./click-totals"

/** One run at a time: another one has nothing to wait for. */
const IS_ALONE = `pg_try_advisory_xact_lock(hashtext('affiliate_click_months'))`

/** Nobody who clicks or pays may have to wait behind these functions: where they do not get a lock at once, they fail, and the next run tries again. */
const IMPATIENT = `set lock_timeout = '300ms'`

/** The name of a month's partition, as a format of `to_char`. */
const NAME = `'"affiliate_click_"YYYY_MM'`
const MONTHS = `
          select to_char(begins, ${NAME}) as name, begins at time zone 'UTC' as begins, (begins + interval '1 month') at time zone 'UTC' as ends
          from unnest(missing) begins`
const MOVE =
  "with moved as (delete from affiliate_click_default where occurred_at >= %2$L and occurred_at < %3$L returning *) insert into %1$I select * from moved"

/** The dropped clicks of the day that the first instant of the kept ones divides in the program's zone. */
const DIVIDED = `(
          select divided.* from affiliate_click divided join affiliate_program program on program.id = divided.program_id
          where divided.occurred_at >= kept_from - interval '2 days' and divided.occurred_at < kept_from
            and (divided.occurred_at at time zone program.timezone)::date = (kept_from at time zone program.timezone)::date)`

/** Opens months of clicks, and drops those that are no longer kept. Both are run by a job. */
export const clickMonths = {
  up: [
    // The month of `at` and the two after it, and every month of which the default partition has clicks. These are moved while new ones come in;
    // only what has come in meanwhile is moved under the lock. Moving fires no trigger: those are on the whole table, and no total changes.
    `create function affiliate_open_click_months(at timestamptz) returns text[] language plpgsql ${IMPATIENT} as $$
      declare
        missing timestamp[];
        opened text[] := '{}';
        month record;
      begin
        if not ${IS_ALONE} then return opened; end if;
        missing := array(
          select wanted.begins from (
            select date_trunc('month', at at time zone 'UTC') + ahead * interval '1 month' as begins from generate_series(0, 2) ahead
            union select date_trunc('month', occurred_at at time zone 'UTC') from affiliate_click_default
          ) wanted
          where to_regclass(to_char(wanted.begins, ${NAME})) is null order by 1);
        if missing = '{}' then return opened; end if;

        for month in ${MONTHS} loop
          execute format('create table %I (like affiliate_click including all)', month.name);
          execute format('${MOVE}', month.name, month.begins, month.ends);
        end loop;

        -- A click that was already on its way into the default partition would be refused when that month has its own.
        lock table only affiliate_click in share row exclusive mode;
        for month in ${MONTHS} loop
          execute format('${MOVE}', month.name, month.begins, month.ends);
          execute format('alter table affiliate_click attach partition %I for values from (%L) to (%L)', month.name, month.begins, month.ends);
          opened := opened || month.name;
        end loop;
        return opened;
      end $$`,

    // Drops every click before the month of `before`. Their totals stay: `affiliate_click_drop` says from which day on clicks are kept, and the
    // totals of the two days on which the kept and the dropped can meet, in whichever time zone, say how many of their clicks are gone.
    `create function affiliate_drop_clicks(before timestamptz) returns text[] language plpgsql ${IMPATIENT} as $$
      declare
        first_day constant date := date_trunc('month', before at time zone 'UTC')::date;
        kept_from constant timestamptz := first_day::timestamp at time zone 'UTC';
        months text[];
        month text;
      begin
        if not ${IS_ALONE} then return '{}'; end if;
        months := array(
          select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
          where inhparent = 'affiliate_click'::regclass and relname < to_char(first_day::timestamp, ${NAME}) order by 1);
        if months = '{}' and not exists (select from affiliate_click_default where occurred_at < kept_from) then return months; end if;

        foreach month in array months || 'affiliate_click_default'::text loop
          execute format('lock table %I in share row exclusive mode', month);
        end loop;
        perform ${lockTotals("lock_shared", "id")} from (select id from affiliate_program order by 1) program;
        update affiliate_click_total total set dropped = total.clicks from affiliate_program program
        where total.program_id = program.id and total.kind in ('affiliate', 'page', 'referrer') and total.day = first_day - 1
          and total.day < (kept_from at time zone program.timezone)::date;
        update affiliate_click_total total set dropped = total.dropped + gone.clicks
        from (${totalsOf(DIVIDED, "count(*)")}) gone(program_id, kind, day, value, clicks)
        where total.program_id = gone.program_id and total.kind = gone.kind and total.day = gone.day and total.value = gone.value
          and total.day between first_day - 1 and first_day;
        insert into affiliate_click_drop (before) values (first_day) on conflict do nothing;

        delete from affiliate_click_default where occurred_at < kept_from;
        foreach month in array months loop
          execute format('drop table %I', month);
        end loop;
        return months;
      end $$`,

    `select affiliate_open_click_months(now())`,
  ],
  down: [`drop function affiliate_drop_clicks(timestamptz)`, `drop function affiliate_open_click_months(timestamptz)`],
}
