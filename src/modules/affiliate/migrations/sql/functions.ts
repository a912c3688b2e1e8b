const ZERO_DIGITS = "'bif','clp','djf','gnf','isk','jpy','kmf','krw','pyg','rwf','ugx','uyi','vnd','vuv','xaf','xof','xpf'"
const THREE_DIGITS = "'bhd','iqd','jod','kwd','lyd','omr','tnd'"
const FOUR_DIGITS = "'clf','uyw'"

/** Functions that the plugin's statements and the rules of the other files call. */
export const functions = {
  up: [
    // The minor units of ISO 4217. `src/domain/money/decimal.ts` has the same list, and a test compares the two. Most currencies are none of
    // those named, and need one look to tell: every amount is rounded by it.
    `create function affiliate_currency_digits(currency_code text) returns integer
      language sql immutable parallel safe as $$
        select case when lower(currency_code) not in (${ZERO_DIGITS}, ${THREE_DIGITS}, ${FOUR_DIGITS}) then 2
                    when lower(currency_code) in (${ZERO_DIGITS}) then 0 when lower(currency_code) in (${THREE_DIGITS}) then 3
                    when lower(currency_code) in (${FOUR_DIGITS}) then 4 else 2 end $$`,

    // The only rounding of the project: half away from zero, to the currency's digits. It first rounds to 20 decimals, because a sum of
    // quotients that should be exactly half a cent may lie 10^-40 below it (see affiliate_ratio) and would be rounded down.
    `create function affiliate_round(amount numeric, currency_code text) returns numeric
      language sql immutable parallel safe as $$ select round(round(amount, 20), affiliate_currency_digits(currency_code)) $$`,

    // A quotient with 40 decimals, so that what is cut off stays far below the 20 decimals that affiliate_round looks at.
    `create function affiliate_ratio(dividend numeric, divisor numeric) returns numeric
      language sql immutable parallel safe as $$ select round(dividend, 40) / nullif(divisor, 0) $$`,

    // Whether an amount is a float that no decimal was meant by. Medusa splits a discount over lines, and takes one off a price without its
    // tax, in double precision: 8.333333333333334. A double holds every decimal of up to 15 digits; amounts have fewer.
    `create function affiliate_is_float(amount numeric) returns boolean
      language sql immutable parallel safe as $$ select length(trim(both '0' from replace(abs(amount)::text, '.', ''))) > 14 $$`,

    // How far such floats may lie from what was meant, in an order of this size. A double is wrong in the 16th digit, and Medusa computes with
    // a few of them, so what lies beyond the 14th is noise. It stays far below the smallest difference between two amounts that are not equal.
    `create function affiliate_float_noise(size numeric, currency_code text) returns numeric
      language sql immutable parallel safe as $$
        select least(size * 1e-14, power(10::numeric, -6 - affiliate_currency_digits(currency_code))) $$`,

    // The first instant of a period. Where the clocks are set back at midnight of the 1st, that midnight happens twice: PostgreSQL takes the
    // second one, but the period begins at the first. `periodBounds` in `src/domain/periods/period.ts` does the same, and a test compares
    // the two.
    `create function affiliate_period_start(period text, timezone text) returns timestamptz
      language sql immutable parallel safe as $$
        select min(instant)
        from (select to_date(period, 'YYYY-MM')::timestamp as midnight) m,
             unnest(array[interval '0', interval '30 minutes', interval '1 hour', interval '2 hours']) as earlier,
             lateral (select midnight at time zone timezone - earlier as instant) candidate
        where instant at time zone timezone >= midnight $$`,

    // Ids that sort by time, for statements that insert many rows at once.
    `create function affiliate_new_id(prefix text) returns text
      language sql volatile parallel safe as $$
        select prefix || '_' || lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
               || left(replace(gen_random_uuid()::text, '-', ''), 14) $$`,

    // Lets a statement name the order that it cannot record. The service then puts this order in quarantine and records the others.
    `create function affiliate_refuse_order(reason text) returns numeric language plpgsql as $$
      begin
        raise exception '%', reason using errcode = 'AF002';
      end $$`,

    // For triggers on rows that never change: an error in them is corrected by adding a row.
    `create function affiliate_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'Rows of % are never updated or deleted: append a correction', tg_table_name using errcode = 'AF003';
      end $$`,
  ],
  down: [
    `drop function affiliate_refuse_change()`,
    `drop function affiliate_refuse_order(text)`,
    `drop function affiliate_new_id(text)`,
    `drop function affiliate_period_start(text, text)`,
    `drop function affiliate_float_noise(numeric, text)`,
    `drop function affiliate_is_float(numeric)`,
    `drop function affiliate_ratio(numeric, numeric)`,
    `drop function affiliate_round(numeric, text)`,
    `drop function affiliate_currency_digits(text)`,
  ],
}
