type Kind = "trigger" | "unique index" | "constraint"

/** The database's own guards, by table. PostgreSQL truncates their names at 63 characters. */
const GUARDS: Record<string, Partial<Record<Kind, string[]>>> = {
  affiliate_commission: {
    trigger: [
      "TR_affiliate_commission_append_only",
      "TR_affiliate_commission_open_period",
      "TR_affiliate_commission_totals",
      "TR_affiliate_commission_quarter_hours_added",
    ],
    "unique index": ["affiliate_commission_pkey", "IDX_affiliate_commission_order_id_sequence_unique"],
    constraint: [
      "CK_affiliate_commission_amount_is_rounded",
      "CK_affiliate_commission_expense_amount_is_rounded",
      "CK_affiliate_commission_period",
      "affiliate_commission_kind_check",
      "affiliate_commission_cause_type_check",
    ],
  },
  affiliate_period: {
    trigger: ["TR_affiliate_period_closed", "TR_affiliate_period_opened", "TR_affiliate_period_close_order", "TR_affiliate_period_bounds"],
    "unique index": ["affiliate_period_pkey", "IDX_affiliate_period_program_id_period_unique"],
    constraint: ["affiliate_period_status_check"],
  },
  affiliate_period_commission: {
    trigger: ["TR_affiliate_period_commission_append_only"],
    "unique index": ["affiliate_period_commission_pkey", "IDX_affiliate_period_commission_source_unique"],
    constraint: [
      "CK_affiliate_period_commission_amount_is_rounded",
      "CK_affiliate_period_commission_corrects",
      "FK_affiliate_period_commission_affiliate",
      "affiliate_period_commission_kind_check",
      "affiliate_period_commission_measure_check",
    ],
  },
  affiliate_period_line: {
    trigger: ["TR_affiliate_period_line_append_only"],
    "unique index": ["affiliate_period_line_pkey", "IDX_affiliate_period_line_period_id_affiliate_id_currency_code_outcome_unique"],
    constraint: ["FK_affiliate_period_line_period", "FK_affiliate_period_line_affiliate", "affiliate_period_line_outcome_check"],
  },
  affiliate_ledger_entry: {
    trigger: ["TR_affiliate_ledger_entry_append_only", "TR_affiliate_ledger_entry_zero_sum"],
    "unique index": ["affiliate_ledger_entry_pkey", "IDX_affiliate_ledger_entry_source_type_source_id_account_unique"],
    constraint: [
      "CK_affiliate_ledger_entry_amount_is_rounded",
      "FK_affiliate_ledger_entry_affiliate",
      "affiliate_ledger_entry_account_check",
      "affiliate_ledger_entry_source_type_check",
    ],
  },
  affiliate_adjustment: {
    trigger: ["TR_affiliate_adjustment_append_only"],
    "unique index": ["affiliate_adjustment_pkey", "IDX_affiliate_adjustment_program_id_source_key_unique"],
    constraint: ["CK_affiliate_adjustment_amount_is_rounded"],
  },
  affiliate_payout: {
    trigger: ["TR_affiliate_payout_delete", "TR_affiliate_payout_ended"],
    "unique index": ["affiliate_payout_pkey", "IDX_affiliate_payout_affiliate_id_currency_code_unique"],
    constraint: [
      "CK_affiliate_payout_amount",
      "FK_affiliate_payout_affiliate",
      "FK_affiliate_payout_details",
      "affiliate_payout_status_check",
    ],
  },
  affiliate_payout_details: {
    trigger: ["TR_affiliate_payout_details_delete", "TR_affiliate_payout_details_kept"],
    "unique index": ["affiliate_payout_details_pkey", "IDX_affiliate_payout_details_affiliate_id_unique"],
    constraint: ["FK_affiliate_payout_details_affiliate"],
  },
  affiliate_pay_run: {
    trigger: ["TR_affiliate_pay_run_append_only"],
    "unique index": ["affiliate_pay_run_pkey"],
  },
  affiliate_paid_period: {
    trigger: ["TR_affiliate_paid_period_append_only"],
    "unique index": ["affiliate_paid_period_pkey", "IDX_affiliate_paid_period_program_id_period_unique"],
  },
  affiliate_agreement: {
    trigger: ["TR_affiliate_agreement_append_only"],
    "unique index": ["affiliate_agreement_pkey", "IDX_affiliate_agreement_program_id_version_unique"],
  },
  affiliate_agreement_acceptance: {
    trigger: ["TR_affiliate_agreement_acceptance_delete", "TR_affiliate_agreement_acceptance_kept"],
    "unique index": ["affiliate_agreement_acceptance_pkey", "IDX_affiliate_agreement_acceptance_affiliate_id_version_unique"],
    constraint: ["FK_affiliate_agreement_acceptance_affiliate", "FK_affiliate_agreement_acceptance_version"],
  },
  affiliate_note: {
    trigger: ["TR_affiliate_note_append_only"],
    "unique index": ["affiliate_note_pkey"],
    constraint: ["FK_affiliate_note_affiliate"],
  },
  affiliate_group: { "unique index": ["affiliate_group_pkey", "IDX_affiliate_group_name_unique"] },
  affiliate_group_member: {
    "unique index": ["affiliate_group_member_pkey", "IDX_affiliate_group_member_group_id_affiliate_id_unique"],
    constraint: ["FK_affiliate_group_member_affiliate", "FK_affiliate_group_member_group"],
  },
  affiliate_invitation: {
    trigger: ["TR_affiliate_invitation_ended"],
    "unique index": [
      "affiliate_invitation_pkey",
      "IDX_affiliate_invitation_token_hash_unique",
      "IDX_affiliate_invitation_program_id_email_unique",
    ],
    constraint: ["CK_affiliate_invitation_ended", "FK_affiliate_invitation_program"],
  },
  affiliate_statement: {
    trigger: ["TR_affiliate_statement_append_only", "TR_affiliate_statement_delete"],
    "unique index": [
      "affiliate_statement_pkey",
      "IDX_affiliate_statement_program_id_number_unique",
      "IDX_affiliate_statement_affiliate_id_period_currency_code_unique",
    ],
    constraint: [
      "CK_affiliate_statement_balances",
      "CK_affiliate_statement_number",
      "CK_affiliate_statement_issued",
      "FK_affiliate_statement_affiliate",
    ],
  },
  affiliate_attribution: {
    "unique index": ["affiliate_attribution_pkey", "IDX_affiliate_attribution_order_id_unique"],
    constraint: [
      "affiliate_attribution_outcome_check",
      "affiliate_attribution_source_check",
      "affiliate_attribution_commission_basis_check",
      "affiliate_attribution_rate_source_check",
    ],
  },
  affiliate_referral: {
    trigger: [
      "TR_affiliate_referral_quarter_hours_added",
      "TR_affiliate_referral_quarter_hours_changed",
      "TR_affiliate_referral_quarter_hours_removed",
    ],
    "unique index": [
      "affiliate_referral_pkey",
      "IDX_affiliate_referral_program_id_email_unique",
      "IDX_affiliate_referral_program_id_customer_id_unique",
      "IDX_affiliate_referral_order_id_unique",
    ],
    constraint: ["affiliate_referral_source_check"],
  },
  affiliate_quarantined_order: {
    "unique index": ["affiliate_quarantined_order_pkey", "IDX_affiliate_quarantined_order_order_id_unique"],
  },
  affiliate_first_order_claim: {
    "unique index": ["affiliate_first_order_claim_pkey", "IDX_affiliate_first_order_claim_person_unique"],
  },
  affiliate_program: {
    trigger: ["TR_affiliate_program_agreement", "TR_affiliate_program_history", "TR_affiliate_program_clicks"],
    "unique index": ["affiliate_program_pkey", "IDX_affiliate_program_handle_unique", "IDX_affiliate_program_number_unique"],
    constraint: ["affiliate_program_status_check", "affiliate_program_commission_basis_check", "affiliate_program_attribution_model_check"],
  },
  affiliate_click: {
    trigger: [
      "TR_affiliate_click_counted",
      "TR_affiliate_click_uncounted",
      "TR_affiliate_click_quarter_hours_added",
      "TR_affiliate_click_quarter_hours_removed",
    ],
  },
  affiliate_click_drop: { "unique index": ["affiliate_click_drop_pkey"] },
  affiliate_click_total: { "unique index": ["affiliate_click_total_pkey"], constraint: ["affiliate_click_total_kind_check"] },
  affiliate_period_total: { "unique index": ["affiliate_period_total_pkey"] },
  affiliate_day_total: { "unique index": ["affiliate_day_total_pkey"] },
  affiliate_span_total: { "unique index": ["affiliate_span_total_pkey"], constraint: ["affiliate_span_total_span_check"] },
  affiliate_quarter_hour_total: { "unique index": ["affiliate_quarter_hour_total_pkey"] },
  affiliate_commission_rule: {
    trigger: ["TR_affiliate_commission_rule_history"],
    "unique index": ["affiliate_commission_rule_pkey"],
    constraint: ["FK_affiliate_commission_rule_program", "CK_affiliate_commission_rule_validity"],
  },
  affiliate_commission_rule_history: {
    "unique index": ["affiliate_commission_rule_history_pkey"],
    constraint: ["affiliate_commission_rule_history_rule_id_fkey"],
  },
  affiliate_order_terms: {
    trigger: ["TR_affiliate_order_terms_append_only"],
    "unique index": ["affiliate_order_terms_pkey", "IDX_affiliate_order_terms_order_id_sequence_unique"],
  },
  affiliate_program_sales_channel: { trigger: ["TR_affiliate_program_sales_channel_history"] },
  affiliate_program_history: {
    "unique index": ["affiliate_program_history_pkey"],
    constraint: ["affiliate_program_history_program_id_fkey"],
  },
  affiliate_history: { "unique index": ["affiliate_history_pkey"], constraint: ["affiliate_history_affiliate_id_fkey"] },
  affiliate: {
    trigger: ["TR_affiliate_earner", "TR_affiliate_history"],
    "unique index": [
      "affiliate_pkey",
      "IDX_affiliate_code_unique",
      "IDX_affiliate_number_unique",
      "IDX_affiliate_program_id_customer_id_unique",
    ],
    constraint: ["affiliate_program_id_foreign", "affiliate_status_check"],
  },
}

const expected = Object.entries(GUARDS).flatMap(([table, kinds]) =>
  Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => `('${table}', '${kind}', '${name}'::name)`))
)

const STATE = `
  CASE expected.kind
    WHEN 'trigger' THEN (
      SELECT CASE WHEN t.tgenabled IN ('O', 'A') THEN 'in place' ELSE 'disabled' END
      FROM pg_trigger t WHERE t.tgrelid = to_regclass(expected.table_name) AND t.tgname = expected.name AND NOT t.tgisinternal)
    WHEN 'unique index' THEN (
      SELECT CASE WHEN NOT x.indisunique THEN 'not unique' WHEN NOT (x.indisvalid AND x.indisready) THEN 'invalid' ELSE 'in place' END
      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
      WHERE x.indrelid = to_regclass(expected.table_name) AND i.relname = expected.name)
    WHEN 'constraint' THEN (
      SELECT CASE WHEN c.convalidated THEN 'in place' ELSE 'not validated' END
      FROM pg_constraint c WHERE c.conrelid = to_regclass(expected.table_name) AND c.conname = expected.name)
  END`

const NAMED = `
  SELECT 'guard_' || replace(found.state, ' ', '_') AS problem, expected.table_name, expected.kind, expected.name::text AS name,
         'in place' AS expected, found.state AS found
  FROM (VALUES ${expected.join(", ")}) AS expected(table_name, kind, name)
  CROSS JOIN LATERAL (SELECT coalesce(${STATE}, 'missing') AS state) found
  WHERE found.state <> 'in place'`

/** With `session_replication_role` set to `replica` no trigger fires at all. */
const TRIGGERS_FIRE = `
  SELECT 'guard_disabled', NULL, 'setting', 'session_replication_role', 'origin', current_setting('session_replication_role')
  WHERE current_setting('session_replication_role') = 'replica'`

/** Whether each guard exists, is switched on, and was validated for the rows that existed before it. */
export const MISSING_GUARDS = [NAMED, TRIGGERS_FIRE].join(" UNION ALL ")
