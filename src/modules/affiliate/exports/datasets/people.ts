import { plain, time, type Dataset } from "../dataset"

const OF_AFFILIATE = `
  JOIN affiliate ON affiliate.id = owned.affiliate_id
  JOIN affiliate_program program ON program.id = affiliate.program_id`
const NAMES = { program: "program.handle", affiliate_code: "affiliate.code" }

export const PEOPLE: Dataset[] = [
  {
    name: "programs",
    columns: {
      ...plain("program", "id", "number", "handle"),
      settings: "to_jsonb(program) - '{id,number,handle,created_at,updated_at,deleted_at}'::text[]",
    },
    json: ["settings"],
    from: "affiliate_program program",
    where: "program.deleted_at IS NULL",
    program: "program.id",
    key: ["program.id"],
  },
  {
    name: "affiliates",
    columns: {
      ...{ program: "program.handle", email: "customer.email", first_name: "customer.first_name", last_name: "customer.last_name" },
      ...plain("affiliate", "code", "status", "status_reason", "commission_percent"),
      joined_at: time("affiliate.created_at"),
      ...plain("affiliate", "number", "billing_details", "application"),
    },
    json: ["billing_details", "application"],
    from: `affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
      LEFT JOIN customer ON customer.id = affiliate.customer_id`,
    where: "affiliate.deleted_at IS NULL",
    program: "affiliate.program_id",
    key: ["affiliate.id"],
  },
  {
    name: "promo_codes",
    columns: { ...NAMES, promo_code: "owned.code", issued_at: time("owned.created_at") },
    from: `affiliate_promo_code owned ${OF_AFFILIATE}`,
    where: "owned.deleted_at IS NULL",
    program: "affiliate.program_id",
    key: ["owned.id"],
  },
  {
    name: "referrals",
    columns: { ...NAMES, ...plain("owned", "email", "source"), started_at: time("owned.started_at"), reason: "owned.reason" },
    from: `affiliate_referral owned ${OF_AFFILIATE}`,
    where: "owned.ended_at IS NULL AND owned.deleted_at IS NULL",
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "ended_referrals",
    columns: {
      ...NAMES,
      ...plain("owned", "email", "source"),
      ...{ started_at: time("owned.started_at"), ended_at: time("owned.ended_at") },
      ...plain("owned", "reason", "ended_reason", "ended_by"),
    },
    from: `affiliate_referral owned ${OF_AFFILIATE}`,
    where: "owned.ended_at IS NOT NULL AND owned.deleted_at IS NULL",
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "notes",
    columns: { ...NAMES, ...plain("owned", "text", "created_by"), created_at: time("owned.created_at") },
    from: `affiliate_note owned ${OF_AFFILIATE}`,
    program: "affiliate.program_id",
    key: ["owned.id"],
  },
  {
    name: "agreement_acceptances",
    columns: {
      ...NAMES,
      ...plain("owned", "version", "text_hash", "accepted_by"),
      ...{ accepted_at: time("owned.accepted_at"), withdrawn_at: time("owned.withdrawn_at") },
    },
    from: `affiliate_agreement_acceptance owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
]
