import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The tables and indexes, as `medusa plugin:db:generate` writes them from the models. The suffix makes the name unique, because Medusa
 * keeps the migration names of all modules in one table.
 */
export class Migration20261129090000_affiliate extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "affiliate_adjustment" ("id" text not null, "affiliate_id" text not null, "program_id" text not null, "amount" text not null, "currency_code" text not null, "reason" text not null, "created_by" text not null, "occurred_at" timestamptz not null, "source_key" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_adjustment_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_adjustment_deleted_at" ON "affiliate_adjustment" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_adjustment_affiliate_id" ON "affiliate_adjustment" ("affiliate_id");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_adjustment_program_id_source_key_unique" ON "affiliate_adjustment" ("program_id", "source_key") WHERE source_key IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_agreement" ("id" text not null, "program_id" text not null, "version" integer not null, "text" text not null, "text_hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_agreement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_deleted_at" ON "affiliate_agreement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_agreement_program_id_version_unique" ON "affiliate_agreement" ("program_id", "version");`);

    this.addSql(`create table if not exists "affiliate_agreement_acceptance" ("id" text not null, "program_id" text not null, "affiliate_id" text not null, "version" integer not null, "text_hash" text not null, "accepted_at" timestamptz not null, "accepted_by" text not null, "withdrawn_at" timestamptz null, "withdrawn_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_agreement_acceptance_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_deleted_at" ON "affiliate_agreement_acceptance" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_affiliate_id_version_unique" ON "affiliate_agreement_acceptance" ("affiliate_id", "version") WHERE withdrawn_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_program_id_id" ON "affiliate_agreement_acceptance" ("program_id", "id");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_affiliate_id_id" ON "affiliate_agreement_acceptance" ("affiliate_id", "id");`);

    this.addSql(`create table if not exists "affiliate_attribution" ("id" text not null, "order_id" text not null, "email" text null, "customer_id" text null, "outcome" text check ("outcome" in ('attributed', 'none')) not null, "reason" text not null, "source" text check ("source" in ('link', 'promo_code', 'manual')) null, "program_id" text null, "affiliate_id" text null, "referral_id" text null, "rate_percent" text null, "rate_source" text check ("rate_source" in ('affiliate', 'rules', 'program')) null, "commission_basis" text check ("commission_basis" in ('placed', 'captured')) null, "include_tax" boolean null, "include_shipping" boolean null, "margin_guard_percent" text null, "order_commission_limits" jsonb null, "is_first_order" boolean not null default false, "evidence" jsonb not null, "placed_at" timestamptz not null, "created_by" text null, "note" text null, "superseded_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_attribution_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_deleted_at" ON "affiliate_attribution" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_attribution_order_id_unique" ON "affiliate_attribution" ("order_id") WHERE superseded_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_order_id" ON "affiliate_attribution" ("order_id") WHERE superseded_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_email" ON "affiliate_attribution" ("email") WHERE email IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_affiliate_id_placed_at" ON "affiliate_attribution" ("affiliate_id", "placed_at") WHERE affiliate_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_source" ON "affiliate_attribution" ("source");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_referral_id_placed_at" ON "affiliate_attribution" ("referral_id", "placed_at") WHERE referral_id IS NOT NULL AND superseded_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_cart_attribution" ("id" text not null, "cart_id" text not null, "program_id" text not null, "affiliate_id" text not null, "source" text check ("source" in ('link', 'promo_code')) not null, "source_id" text not null, "link_discount" text check ("link_discount" in ('offered', 'removed')) null, "occurred_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_cart_attribution_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_cart_attribution_deleted_at" ON "affiliate_cart_attribution" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_cart_attribution_cart_id_source_id_unique" ON "affiliate_cart_attribution" ("cart_id", "source_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_cart_attribution_cart_id_unique" ON "affiliate_cart_attribution" ("cart_id") WHERE source = 'promo_code' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_cart_attribution_source_id" ON "affiliate_cart_attribution" ("source_id") WHERE source = 'link' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_cart_refusal" ("id" text not null, "cart_id" text not null, "reason" text not null, "promo_code" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_cart_refusal_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_cart_refusal_deleted_at" ON "affiliate_cart_refusal" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_cart_refusal_cart_id_unique" ON "affiliate_cart_refusal" ("cart_id");`);

    this.addSql(`create table if not exists "affiliate_commission" ("id" text not null, "order_id" text not null, "sequence" integer not null, "attribution_id" text not null, "affiliate_id" text not null, "program_id" text not null, "kind" text check ("kind" in ('order', 'edit', 'return', 'refund', 'cancel', 'claim', 'exchange', 'reassign')) not null, "expense_amount" text not null, "rate_percent" text not null, "amount" text not null, "currency_code" text not null, "period" text not null, "corrects_period" text null, "order_version" integer not null, "cause_type" text check ("cause_type" in ('order', 'order_change', 'order_transaction', 'attribution')) null, "cause_id" text null, "occurred_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_commission_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_deleted_at" ON "affiliate_commission" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_commission_order_id_sequence_unique" ON "affiliate_commission" ("order_id", "sequence");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_program_id_period" ON "affiliate_commission" ("program_id", "period");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_occurred_at_order_id_sequence" ON "affiliate_commission" ("occurred_at", "order_id", "sequence");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_affiliate_id_occurred_at_order_id_sequence" ON "affiliate_commission" ("affiliate_id", "occurred_at", "order_id", "sequence");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_later" ON "affiliate_commission" ("occurred_at", "order_id", "sequence") WHERE kind <> 'order' OR sequence > 1;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_attribution_id" ON "affiliate_commission" ("attribution_id");`);

    this.addSql(`create table if not exists "affiliate_commission_rule" ("id" text not null, "program_id" text not null, "name" text not null, "public_name" text null, "rate" jsonb not null, "conditions" jsonb not null, "starts_at" timestamptz null, "ends_at" timestamptz null, "rank" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_commission_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_rule_deleted_at" ON "affiliate_commission_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_rule_program_id_rank" ON "affiliate_commission_rule" ("program_id", "rank") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_known_email" ("id" text not null, "email" text not null, "customer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_known_email_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_known_email_deleted_at" ON "affiliate_known_email" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_known_email_email" ON "affiliate_known_email" ("email") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_known_email_customer_id_email_unique" ON "affiliate_known_email" ("customer_id", "email");`);

    this.addSql(`create table if not exists "affiliate_first_order_claim" ("id" text not null, "person" text not null, "cart_id" text not null, "claimed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_first_order_claim_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_first_order_claim_deleted_at" ON "affiliate_first_order_claim" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_first_order_claim_person_unique" ON "affiliate_first_order_claim" ("person");`);

    this.addSql(`create table if not exists "affiliate_group_member" ("id" text not null, "group_id" text not null, "affiliate_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_group_member_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_group_member_deleted_at" ON "affiliate_group_member" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_group_member_group_id_affiliate_id_unique" ON "affiliate_group_member" ("group_id", "affiliate_id");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_group_member_affiliate_id" ON "affiliate_group_member" ("affiliate_id");`);

    this.addSql(`create table if not exists "affiliate_group" ("id" text not null, "name" text not null, "created_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_group_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_group_deleted_at" ON "affiliate_group" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_group_name_unique" ON "affiliate_group" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_ignored_click" ("id" text not null, "day" text not null, "reason" text not null, "count" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_ignored_click_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_ignored_click_deleted_at" ON "affiliate_ignored_click" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_ignored_click_day_reason_unique" ON "affiliate_ignored_click" ("day", "reason");`);

    this.addSql(`create table if not exists "affiliate_invitation" ("id" text not null, "program_id" text not null, "email" text not null, "commission_percent" text null, "note" text null, "token_hash" text not null, "expires_at" timestamptz not null, "created_by" text not null, "accepted_at" timestamptz null, "affiliate_id" text null, "withdrawn_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_invitation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_invitation_deleted_at" ON "affiliate_invitation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_invitation_token_hash_unique" ON "affiliate_invitation" ("token_hash") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_invitation_program_id_email_unique" ON "affiliate_invitation" ("program_id", "email") WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_invitation_affiliate_id" ON "affiliate_invitation" ("affiliate_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_ledger_entry" ("id" text not null, "account" text check ("account" in ('affiliate', 'program_expense', 'payout')) not null, "program_id" text not null, "affiliate_id" text not null, "amount" text not null, "currency_code" text not null, "source_type" text check ("source_type" in ('period_line', 'adjustment', 'payout', 'payout_reversal')) not null, "source_id" text not null, "period" text null, "available_at" timestamptz not null, "occurred_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_ledger_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_ledger_entry_deleted_at" ON "affiliate_ledger_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_ledger_entry_source_type_source_id_account_unique" ON "affiliate_ledger_entry" ("source_type", "source_id", "account");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_ledger_entry_affiliate_id_id" ON "affiliate_ledger_entry" ("affiliate_id", "id");`);

    this.addSql(`create table if not exists "affiliate_note" ("id" text not null, "affiliate_id" text not null, "text" text not null, "created_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_note_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_note_deleted_at" ON "affiliate_note" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_note_affiliate_id_id" ON "affiliate_note" ("affiliate_id", "id");`);

    this.addSql(`create table if not exists "affiliate_pay_run" ("id" text not null, "number" serial, "program_id" text not null, "created_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_pay_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_pay_run_deleted_at" ON "affiliate_pay_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_pay_run_number" ON "affiliate_pay_run" ("number");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_pay_run_program_id_number" ON "affiliate_pay_run" ("program_id", "number");`);

    this.addSql(`create table if not exists "affiliate_payout" ("id" text not null, "number" serial, "pay_run_id" text not null, "program_id" text not null, "affiliate_id" text not null, "amount" text not null, "currency_code" text not null, "method" text not null default 'transfer', "payout_details_id" text null, "exported_at" timestamptz null, "sent_at" timestamptz null, "status" text check ("status" in ('processing', 'paid', 'failed', 'canceled')) not null default 'processing', "reference" text null, "reason" text null, "created_by" text not null, "ended_by" text null, "ended_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_deleted_at" ON "affiliate_payout" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_affiliate_id_currency_code_unique" ON "affiliate_payout" ("affiliate_id", "currency_code") WHERE status = 'processing' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_number" ON "affiliate_payout" ("number");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_pay_run_id_number" ON "affiliate_payout" ("pay_run_id", "number");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_program_id_id" ON "affiliate_payout" ("program_id", "id");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_affiliate_id_id" ON "affiliate_payout" ("affiliate_id", "id");`);

    this.addSql(`create table if not exists "affiliate_payout_details" ("id" text not null, "affiliate_id" text not null, "method" text not null, "details" jsonb not null, "masked" text not null, "created_by" text not null, "superseded_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_details_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_details_deleted_at" ON "affiliate_payout_details" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_details_affiliate_id_unique" ON "affiliate_payout_details" ("affiliate_id") WHERE superseded_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_order_terms" ("id" text not null, "order_id" text not null, "sequence" integer not null, "attribution_id" text not null, "program_id" text not null, "facts" jsonb not null, "lines" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_order_terms_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_order_terms_deleted_at" ON "affiliate_order_terms" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_order_terms_order_id_sequence_unique" ON "affiliate_order_terms" ("order_id", "sequence");`);

    this.addSql(`create table if not exists "affiliate_paid_period" ("id" text not null, "program_id" text not null, "period" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_paid_period_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_paid_period_deleted_at" ON "affiliate_paid_period" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_paid_period_program_id_period_unique" ON "affiliate_paid_period" ("program_id", "period");`);

    this.addSql(`create table if not exists "affiliate_period" ("id" text not null, "program_id" text not null, "period" text not null, "status" text check ("status" in ('open', 'closed')) not null default 'open', "starts_at" timestamptz not null, "ends_at" timestamptz not null, "earliest_start" timestamptz null, "latest_end" timestamptz null, "closed_at" timestamptz null, "closed_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_period_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_period_deleted_at" ON "affiliate_period" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_period_program_id_period_unique" ON "affiliate_period" ("program_id", "period");`);

    this.addSql(`create table if not exists "affiliate_period_commission" ("id" text not null, "program_id" text not null, "affiliate_id" text not null, "currency_code" text not null, "period" text not null, "corrects_period" text null, "kind" text check ("kind" in ('tier', 'limit', 'new_customer', 'welcome', 'budget')) not null, "amount" text not null, "base_amount" text not null, "measure" text check ("measure" in ('expenses', 'orders')) null, "measured" text null, "threshold" text null, "raise_percent" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_period_commission_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_period_commission_deleted_at" ON "affiliate_period_commission" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_period_commission_affiliate_id_period" ON "affiliate_period_commission" ("affiliate_id", "period");`);

    this.addSql(`create table if not exists "affiliate_period_line" ("id" text not null, "period_id" text not null, "program_id" text not null, "affiliate_id" text not null, "currency_code" text not null, "expense_amount" text not null, "amount" text not null, "commission_count" integer not null, "order_count" integer not null, "outcome" text check ("outcome" in ('credited', 'withheld')) not null, "reason" text null, "is_judged" boolean not null default true, "available_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_period_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_period_line_deleted_at" ON "affiliate_period_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_period_line_period_id_affiliate_id_currency_code_outcome_unique" ON "affiliate_period_line" ("period_id", "affiliate_id", "currency_code", "outcome");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_period_line_affiliate_id" ON "affiliate_period_line" ("affiliate_id");`);

    this.addSql(`create table if not exists "affiliate_program" ("id" text not null, "number" serial, "name" text not null, "handle" text not null, "status" text check ("status" in ('active', 'paused', 'archived')) not null default 'active', "site_url" text not null, "link_parameter" text not null default 'ref', "link_aliases" jsonb null, "promo_code_template" text null, "customer_discount_percent" text null, "link_gives_discount" boolean not null default false, "commission_percent" text not null, "commission_basis" text check ("commission_basis" in ('placed', 'captured')) not null default 'placed', "include_tax" boolean not null default false, "include_shipping" boolean not null default false, "margin_guard_percent" text null, "order_commission_limits" jsonb null, "commission_tiers" jsonb null, "affiliate_month_limits" jsonb null, "month_budgets" jsonb null, "new_customer_bonuses" jsonb null, "welcome_bonuses" jsonb null, "attribution_window_days" integer not null default 90, "attribution_model" text check ("attribution_model" in ('last_click', 'first_click')) not null default 'last_click', "referral_period_months" integer null, "hold_period_days" integer not null default 0, "timezone" text not null default 'UTC', "starts_at" timestamptz null, "ends_at" timestamptz null, "auto_enroll" boolean not null default false, "requires_approval" boolean not null default false, "application_questions" jsonb null, "logo_url" text null, "accent_color" text null, "accent_color_dark" text null, "creatives" jsonb null, "agreement_text" text null, "agreement_required" boolean not null default false, "payout_method" text not null default 'transfer', "payout_methods" jsonb null, "payout_minimums" jsonb null, "automatic_payouts" boolean not null default false, "statement_settings" jsonb null, "notifications" jsonb null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_program_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_deleted_at" ON "affiliate_program" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_handle_unique" ON "affiliate_program" ("handle") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_number_unique" ON "affiliate_program" ("number") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate" ("id" text not null, "number" serial, "code" text not null, "status" text check ("status" in ('pending', 'active', 'suspended', 'rejected')) not null default 'active', "status_reason" text null, "customer_id" text not null, "commission_percent" text null, "application" jsonb null, "billing_details" jsonb null, "muted_notifications" jsonb null, "metadata" jsonb null, "program_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_id" ON "affiliate" ("program_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_deleted_at" ON "affiliate" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_code_unique" ON "affiliate" ("code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_number_unique" ON "affiliate" ("number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_id_customer_id_unique" ON "affiliate" ("program_id", "customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_customer_id" ON "affiliate" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_program_customer_group" ("id" text not null, "program_id" text not null, "customer_group_id" text not null, "access" text check ("access" in ('eligible', 'forbidden')) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_program_customer_group_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_customer_group_program_id" ON "affiliate_program_customer_group" ("program_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_customer_group_deleted_at" ON "affiliate_program_customer_group" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_customer_group_program_id_customer_group_id_access_unique" ON "affiliate_program_customer_group" ("program_id", "customer_group_id", "access") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_customer_group_customer_group_id" ON "affiliate_program_customer_group" ("customer_group_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_program_sales_channel" ("id" text not null, "program_id" text not null, "sales_channel_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_program_sales_channel_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_sales_channel_program_id" ON "affiliate_program_sales_channel" ("program_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_sales_channel_deleted_at" ON "affiliate_program_sales_channel" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_sales_channel_program_id_sales_channel_id_unique" ON "affiliate_program_sales_channel" ("program_id", "sales_channel_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_sales_channel_sales_channel_id" ON "affiliate_program_sales_channel" ("sales_channel_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_promo_code" ("id" text not null, "code" text not null, "promotion_id" text null, "template" text not null, "affiliate_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_promo_code_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_promo_code_affiliate_id" ON "affiliate_promo_code" ("affiliate_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_promo_code_deleted_at" ON "affiliate_promo_code" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_promo_code_code_unique" ON "affiliate_promo_code" ("code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_promo_code_promotion_id" ON "affiliate_promo_code" ("promotion_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_promo_code_affiliate_id_template_unique" ON "affiliate_promo_code" ("affiliate_id", "template") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_quarantined_order" ("id" text not null, "order_id" text not null, "error" text not null, "attempts" integer not null default 1, "first_failed_at" timestamptz not null, "last_failed_at" timestamptz not null, "resolved_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_quarantined_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_quarantined_order_deleted_at" ON "affiliate_quarantined_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_quarantined_order_order_id_unique" ON "affiliate_quarantined_order" ("order_id");`);

    this.addSql(`create table if not exists "affiliate_reconciliation" ("id" text not null, "began_at" timestamptz not null, "order_count" integer not null, "commission_count" integer not null, "quarantined_count" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_reconciliation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_reconciliation_deleted_at" ON "affiliate_reconciliation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_reconciliation_began_at" ON "affiliate_reconciliation" ("began_at");`);

    this.addSql(`create table if not exists "affiliate_referral" ("id" text not null, "program_id" text not null, "affiliate_id" text not null, "customer_id" text null, "email" text not null, "source" text check ("source" in ('link', 'promo_code', 'manual')) not null, "source_id" text null, "clicked_at" timestamptz null, "order_id" text null, "reason" text null, "created_by" text null, "started_at" timestamptz not null, "ended_at" timestamptz null, "ended_by" text null, "ended_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_referral_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_deleted_at" ON "affiliate_referral" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_referral_program_id_email_unique" ON "affiliate_referral" ("program_id", "email") WHERE ended_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_referral_program_id_customer_id_unique" ON "affiliate_referral" ("program_id", "customer_id") WHERE ended_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_referral_order_id_unique" ON "affiliate_referral" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_customer_id" ON "affiliate_referral" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_email" ON "affiliate_referral" ("email") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_affiliate_id_started_at" ON "affiliate_referral" ("affiliate_id", "started_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_started_at_id" ON "affiliate_referral" ("started_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_source_started_at_id" ON "affiliate_referral" ("source", "started_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_ended" ON "affiliate_referral" ("started_at", "id") WHERE ended_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_source_id" ON "affiliate_referral" ("source_id") WHERE source = 'link' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_referral_clicked_at_source_id" ON "affiliate_referral" ("clicked_at", "source_id") WHERE clicked_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "affiliate_statement" ("id" text not null, "program_id" text not null, "affiliate_id" text not null, "period" text not null, "currency_code" text not null, "number" integer not null, "opening_balance" text not null, "closing_balance" text not null, "issuer" jsonb null, "recipient" jsonb null, "agreement_version" integer null, "agreement_text_hash" text null, "issued_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_statement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_affiliate_statement_deleted_at" ON "affiliate_statement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_statement_program_id_number_unique" ON "affiliate_statement" ("program_id", "number");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_statement_affiliate_id_period_currency_code_unique" ON "affiliate_statement" ("affiliate_id", "period", "currency_code");`);

    this.addSql(`alter table if exists "affiliate" add constraint "affiliate_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`);

    this.addSql(`alter table if exists "affiliate_program_customer_group" add constraint "affiliate_program_customer_group_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`);

    this.addSql(`alter table if exists "affiliate_program_sales_channel" add constraint "affiliate_program_sales_channel_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`);

    this.addSql(`alter table if exists "affiliate_promo_code" add constraint "affiliate_promo_code_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "affiliate" drop constraint if exists "affiliate_program_id_foreign";`);

    this.addSql(`alter table if exists "affiliate_program_customer_group" drop constraint if exists "affiliate_program_customer_group_program_id_foreign";`);

    this.addSql(`alter table if exists "affiliate_program_sales_channel" drop constraint if exists "affiliate_program_sales_channel_program_id_foreign";`);

    this.addSql(`alter table if exists "affiliate_promo_code" drop constraint if exists "affiliate_promo_code_affiliate_id_foreign";`);

    this.addSql(`drop table if exists "affiliate_adjustment" cascade;`);

    this.addSql(`drop table if exists "affiliate_agreement" cascade;`);

    this.addSql(`drop table if exists "affiliate_agreement_acceptance" cascade;`);

    this.addSql(`drop table if exists "affiliate_attribution" cascade;`);

    this.addSql(`drop table if exists "affiliate_cart_attribution" cascade;`);

    this.addSql(`drop table if exists "affiliate_cart_refusal" cascade;`);

    this.addSql(`drop table if exists "affiliate_commission" cascade;`);

    this.addSql(`drop table if exists "affiliate_commission_rule" cascade;`);

    this.addSql(`drop table if exists "affiliate_known_email" cascade;`);

    this.addSql(`drop table if exists "affiliate_first_order_claim" cascade;`);

    this.addSql(`drop table if exists "affiliate_group_member" cascade;`);

    this.addSql(`drop table if exists "affiliate_group" cascade;`);

    this.addSql(`drop table if exists "affiliate_ignored_click" cascade;`);

    this.addSql(`drop table if exists "affiliate_invitation" cascade;`);

    this.addSql(`drop table if exists "affiliate_ledger_entry" cascade;`);

    this.addSql(`drop table if exists "affiliate_note" cascade;`);

    this.addSql(`drop table if exists "affiliate_pay_run" cascade;`);

    this.addSql(`drop table if exists "affiliate_payout" cascade;`);

    this.addSql(`drop table if exists "affiliate_payout_details" cascade;`);

    this.addSql(`drop table if exists "affiliate_order_terms" cascade;`);

    this.addSql(`drop table if exists "affiliate_paid_period" cascade;`);

    this.addSql(`drop table if exists "affiliate_period" cascade;`);

    this.addSql(`drop table if exists "affiliate_period_commission" cascade;`);

    this.addSql(`drop table if exists "affiliate_period_line" cascade;`);

    this.addSql(`drop table if exists "affiliate_program" cascade;`);

    this.addSql(`drop table if exists "affiliate" cascade;`);

    this.addSql(`drop table if exists "affiliate_program_customer_group" cascade;`);

    this.addSql(`drop table if exists "affiliate_program_sales_channel" cascade;`);

    this.addSql(`drop table if exists "affiliate_promo_code" cascade;`);

    this.addSql(`drop table if exists "affiliate_quarantined_order" cascade;`);

    this.addSql(`drop table if exists "affiliate_reconciliation" cascade;`);

    this.addSql(`drop table if exists "affiliate_referral" cascade;`);

    this.addSql(`drop table if exists "affiliate_statement" cascade;`);
  }

}
