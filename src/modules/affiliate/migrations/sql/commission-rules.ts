/** Kinds of conditions by how few lines a value of theirs matches. The first that a rule has leads from a line to the rule. */
const DRIVERS = [
  "product_ids",
  "affiliate_ids",
  "tag_ids",
  "collection_ids",
  "category_ids",
  "type_ids",
  "affiliate_group_ids",
  "customer_group_ids",
  "region_ids",
  "country_codes",
  "sales_channel_ids",
  "currency_codes",
]

const KEPT = ["program_id", "name", "public_name", "rate", "conditions", "starts_at", "ends_at", "rank"]
const of = (alias: string): string => KEPT.map((column) => `${alias}.${column}`).join(", ")

/**
 * The rules of programs and their history, and what the lines of orders earn by them. A version holds from its commit until the next one's
 * or until the rule is deleted, so that "the rules of a program at an instant" is one range. All versions of one transaction begin at one
 * instant: between two rules that swap places there is no moment at which both have the same place.
 */
export const commissionRules = {
  up: [
    `alter table affiliate_commission_rule
      add constraint "FK_affiliate_commission_rule_program" foreign key (program_id) references affiliate_program (id),
      add constraint "CK_affiliate_commission_rule_validity" check (ends_at > starts_at)`,

    // The kind of condition that leads from a line to the rule; null where the rule has none of them.
    `create function affiliate_rule_driver(conditions jsonb) returns text
      language sql immutable parallel safe as $$
        select kind from unnest(array['${DRIVERS.join("','")}']) with ordinality as driver(kind, place)
        where jsonb_exists(conditions, kind) order by place limit 1 $$`,

    // The keys under which a line finds the rule: product_ids:prod_1, or any.
    `create function affiliate_rule_keys(conditions jsonb) returns text[]
      language sql immutable parallel safe as $$
        select coalesce(
          (select array_agg(kind || ':' || value) from affiliate_rule_driver(conditions) kind, jsonb_array_elements_text(conditions -> kind) value
           where kind is not null), array['any']) $$`,

    `create table affiliate_commission_rule_history (
      rule_id text not null references affiliate_commission_rule (id) on delete cascade,
      valid_from timestamptz not null, valid_to timestamptz not null default 'infinity',
      program_id text not null, name text not null, public_name text, rate jsonb not null, conditions jsonb not null,
      starts_at timestamptz, ends_at timestamptz, rank integer not null,
      driver_keys text[] generated always as (affiliate_rule_keys(conditions)) stored,
      further_conditions jsonb generated always as (conditions - coalesce(affiliate_rule_driver(conditions), '')) stored,
      primary key (rule_id, valid_from))`,
    `create index "IDX_affiliate_commission_rule_history_program_id_valid_to" on affiliate_commission_rule_history (program_id, valid_to)`,

    `create function affiliate_commission_rule_keep_version() returns trigger language plpgsql as $$
      declare
        present affiliate_commission_rule;
        latest affiliate_commission_rule_history;
        at timestamptz := nullif(current_setting('affiliate.rules_changed_at', true), '');
      begin
        select * into present from affiliate_commission_rule where id = new.id and deleted_at is null for no key update;
        select * into latest from affiliate_commission_rule_history where rule_id = new.id order by valid_from desc limit 1;
        if (latest.valid_to = 'infinity') is true and (${of("present")}) is not distinct from (${of("latest")}) then
          return null;
        end if;
        if at is null then
          at := clock_timestamp();
          perform set_config('affiliate.rules_changed_at', at::text, true);
        end if;
        at := greatest(at, latest.valid_from + interval '1 microsecond', nullif(latest.valid_to, 'infinity'));
        update affiliate_commission_rule_history set valid_to = at
        where rule_id = new.id and valid_from = latest.valid_from and valid_to = 'infinity';
        if present.id is not null then
          insert into affiliate_commission_rule_history (rule_id, valid_from, ${KEPT.join(", ")}) values (present.id, at, ${of("present")});
        end if;
        return null;
      end $$`,
    `create constraint trigger "TR_affiliate_commission_rule_history" after insert or update on affiliate_commission_rule
      deferrable initially deferred for each row execute function affiliate_commission_rule_keep_version()`,

    `create trigger "TR_affiliate_order_terms_append_only" before update or delete or truncate on affiliate_order_terms
      for each statement execute function affiliate_refuse_change()`,
  ],
  down: [
    `drop trigger "TR_affiliate_order_terms_append_only" on affiliate_order_terms`,
    `drop trigger "TR_affiliate_commission_rule_history" on affiliate_commission_rule`,
    `drop function affiliate_commission_rule_keep_version()`,
    `drop table affiliate_commission_rule_history`,
    `drop function affiliate_rule_keys(jsonb)`,
    `drop function affiliate_rule_driver(jsonb)`,
    `alter table affiliate_commission_rule drop constraint "CK_affiliate_commission_rule_validity",
      drop constraint "FK_affiliate_commission_rule_program"`,
  ],
}
