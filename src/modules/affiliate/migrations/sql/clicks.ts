/**
 * Clicks, in partitions by month of UTC, so that a month is dropped as a whole. The data model language knows neither partitions nor a key of two
 * columns. `affiliate_click_default` takes clicks of months that nobody has opened, so that no click is ever refused.
 */
export const clicks = {
  up: [
    `create table affiliate_click (
      occurred_at timestamptz not null, id text not null, program_id text not null, affiliate_id text not null, landing_url text not null,
      referrer text, utm_source text, utm_medium text, utm_campaign text, sub text, primary key (id, occurred_at)
    ) partition by range (occurred_at)`,
    `create index "IDX_affiliate_click_occurred_at" on affiliate_click (occurred_at)`,
    `create index "IDX_affiliate_click_affiliate_id_occurred_at" on affiliate_click (affiliate_id, occurred_at)`,
    `create table affiliate_click_default partition of affiliate_click default`,

    // Stores the page views of a batch whose code is an active affiliate's: of several candidates the first by rank. Gives which they were, and their
    // program. A function, because its plan is kept: planning took as long as writing sixteen clicks.
    `create function affiliate_store_clicks(batch json) returns table (stored integer, stored_for text) language plpgsql as $$
      begin
        return query
        with found as (
          select distinct on (candidate.position) candidate.*, affiliate.id as affiliate_id
          from json_to_recordset(batch)
            as candidate(position integer, rank integer, id text, program_id text, code text, landing_url text, referrer text, utm_source text,
                         utm_medium text, utm_campaign text, sub text, occurred_at timestamptz)
          join affiliate on affiliate.code = candidate.code and affiliate.program_id = candidate.program_id and affiliate.status = 'active'
            and affiliate.deleted_at is null
          order by candidate.position, candidate.rank),
        added as (
          insert into affiliate_click
            (id, program_id, affiliate_id, landing_url, referrer, utm_source, utm_medium, utm_campaign, sub, occurred_at)
          select found.id, found.program_id, found.affiliate_id, found.landing_url, found.referrer, found.utm_source, found.utm_medium,
                 found.utm_campaign, found.sub, found.occurred_at
          from found)
        select found.position, found.program_id from found;
      end $$`,
  ],
  down: [`drop function affiliate_store_clicks(json)`, `drop table affiliate_click`],
}
