/**
 * The history of commission rates, so that an order that is recorded late gets the rate of the moment it was placed. Triggers keep it,
 * because every change of a rate has to be kept, whichever program makes it. A rate that is set when its program or affiliate is created
 * is valid for earlier orders too.
 */
export const rateHistory = {
  up: [
    `create table affiliate_rate (
      program_id text not null references affiliate_program (id) on delete cascade,
      affiliate_id text references affiliate (id) on delete cascade, rate_percent numeric, valid_from timestamptz not null)`,
    `create index "IDX_affiliate_rate_program" on affiliate_rate (program_id, valid_from desc) where affiliate_id is null`,
    `create index "IDX_affiliate_rate_affiliate" on affiliate_rate (affiliate_id, valid_from desc) where affiliate_id is not null`,
    `create function affiliate_keep_rate() returns trigger language plpgsql as $$
      begin
        insert into affiliate_rate (program_id, affiliate_id, rate_percent, valid_from) values (
          case when tg_table_name = 'affiliate' then to_jsonb(new) ->> 'program_id' else new.id end,
          case when tg_table_name = 'affiliate' then new.id end, new.commission_percent,
          case when tg_op = 'INSERT' then '-infinity' else clock_timestamp() end);
        return null;
      end $$`,
    ...["affiliate_program", "affiliate"].flatMap((table) => [
      `create trigger "TR_${table}_first_rate" after insert on "${table}"
        for each row when (new.commission_percent is not null) execute function affiliate_keep_rate()`,
      `create trigger "TR_${table}_rate" after update on "${table}"
        for each row when (new.commission_percent is distinct from old.commission_percent) execute function affiliate_keep_rate()`,
    ]),

    // The rate (percent) of an affiliate at an instant: the affiliate's own, otherwise the program's.
    `create function affiliate_rate_at(of_program text, of_affiliate text, at timestamptz) returns numeric
      language sql stable parallel safe as $$
        select coalesce(
          (select rate_percent from affiliate_rate where affiliate_id = of_affiliate and valid_from <= at order by valid_from desc limit 1),
          (select rate_percent from affiliate_rate
           where program_id = of_program and affiliate_id is null and valid_from <= at order by valid_from desc limit 1)) $$`,

    // Whether the affiliate had a rate of their own at an instant; otherwise the program's was used.
    `create function affiliate_has_own_rate_at(of_affiliate text, at timestamptz) returns boolean
      language sql stable parallel safe as $$
        select coalesce((select rate_percent is not null from affiliate_rate
                         where affiliate_id = of_affiliate and valid_from <= at order by valid_from desc limit 1), false) $$`,
  ],
  down: [
    `drop function affiliate_has_own_rate_at(text, timestamptz)`,
    `drop function affiliate_rate_at(text, text, timestamptz)`,
    ...["affiliate", "affiliate_program"].flatMap((table) => [
      `drop trigger "TR_${table}_rate" on "${table}"`,
      `drop trigger "TR_${table}_first_rate" on "${table}"`,
    ]),
    `drop function affiliate_keep_rate()`,
    `drop table affiliate_rate`,
  ],
}
