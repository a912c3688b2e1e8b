/**
 * Clicks, in partitions by month of UTC, so that a month is dropped as a whole. The data model language knows neither partitions nor a key of two
 * columns. `affiliate_click_default` takes clicks of months that nobody has opened, so that no click is ever refused.
 */
export const clicks = {
  up: [
    `create table affiliate_click (
      id text not null, program_id text not null, affiliate_id text not null, landing_url text not null, referrer text, utm_source text,
      utm_medium text, utm_campaign text, sub text, occurred_at timestamptz not null, primary key (id, occurred_at)
    ) partition by range (occurred_at)`,
    `create index "IDX_affiliate_click_occurred_at" on affiliate_click (occurred_at)`,
    `create index "IDX_affiliate_click_affiliate_id_occurred_at" on affiliate_click (affiliate_id, occurred_at)`,
    `create table affiliate_click_default partition of affiliate_click default`,
  ],
  down: [`drop table affiliate_click`],
}
