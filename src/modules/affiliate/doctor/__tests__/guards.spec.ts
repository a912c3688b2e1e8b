import { rows, type Sql } from "../../database/connection"
import { MISSING_GUARDS } from "../invariants/guards"
import { moduleSuite } from "../../__tests__/suite"

interface Guard {
  table_name: string
  kind: "trigger" | "unique index" | "constraint"
  name: string
}

/** The guards that the migrations created. */
const GUARDS = `
  SELECT tgrelid::regclass::text AS table_name, 'trigger' AS kind, tgname::text AS name FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT indrelid::regclass::text, 'unique index', i.relname::text FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE indisunique
  UNION ALL
  SELECT conrelid::regclass::text, 'constraint', conname::text FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace
  ORDER BY 1, 2, 3`

/** Tables without money and referrals: a missing guard on them costs nobody anything. */
const COMFORT = [
  "affiliate_cart_attribution",
  "affiliate_cart_refusal",
  "affiliate_click",
  "affiliate_ignored_click",
  "affiliate_known_email",
  "affiliate_program_customer_group",
  "affiliate_program_sales_channel",
  "affiliate_promo_code",
  "affiliate_reconciliation",
]

const PARTITION = /(?<=^affiliate_click)_(\d{4}_\d\d|default)$/

const REMOVE: Record<Guard["kind"], (guard: Guard) => string> = {
  trigger: ({ table_name, name }) => `DROP TRIGGER "${name}" ON ${table_name}`,
  constraint: ({ table_name, name }) => `ALTER TABLE ${table_name} DROP CONSTRAINT "${name}"`,
  "unique index": ({ table_name, name }) =>
    name.endsWith("_pkey") ? `ALTER TABLE ${table_name} DROP CONSTRAINT "${name}" CASCADE` : `DROP INDEX "${name}" CASCADE`,
}

moduleSuite(({ sql }) => {
  /** What the doctor reports about the guards after a change, which is rolled back. */
  const after = async (...changes: string[]): Promise<Record<string, unknown>[]> => {
    const transaction = await sql().transaction()
    try {
      for (const change of changes) await transaction.raw(change)
      return await rows(transaction as Sql, MISSING_GUARDS)
    } finally {
      await transaction.rollback()
    }
  }
  const guards = async () =>
    (await rows<Guard>(sql(), GUARDS)).filter(
      ({ table_name, kind }) =>
        table_name.startsWith("affiliate") && (kind === "trigger" || !COMFORT.includes(table_name.replace(PARTITION, "")))
    )

  it("the doctor names every trigger, unique index and constraint that is dropped", async () => {
    const all = await guards()
    expect(all.filter(({ kind }) => kind === "trigger")).toHaveLength(41)
    const unnoticed: Guard[] = []
    for (const guard of all) {
      const named = await after(REMOVE[guard.kind](guard))
      const found = named.find(({ name, kind }) => name === guard.name && kind === guard.kind)
      // Dropping a key drops its constraint too.
      const others = named.filter(({ name, kind }) => name !== guard.name && kind !== "constraint")
      if (!found || others.length > 0) unnoticed.push(guard)
      else expect(found).toEqual({ ...guard, problem: "guard_missing", expected: "in place", found: "missing" })
    }
    expect(unnoticed).toEqual([])
  })

  it("the doctor misses no guard on a fresh database", async () => {
    expect(await after()).toEqual([])
  })

  it.each([
    [
      "a trigger that is switched off",
      [`ALTER TABLE affiliate_commission DISABLE TRIGGER "TR_affiliate_commission_open_period"`],
      ["guard_disabled", "TR_affiliate_commission_open_period", "disabled"],
    ],
    [
      "a trigger that fires on replicas only",
      [`ALTER TABLE affiliate_ledger_entry ENABLE REPLICA TRIGGER "TR_affiliate_ledger_entry_zero_sum"`],
      ["guard_disabled", "TR_affiliate_ledger_entry_zero_sum", "disabled"],
    ],
    [
      "an index that is no longer unique",
      [
        `DROP INDEX "IDX_affiliate_commission_order_id_sequence_unique"`,
        `CREATE INDEX "IDX_affiliate_commission_order_id_sequence_unique" ON affiliate_commission (order_id, sequence)`,
      ],
      ["guard_not_unique", "IDX_affiliate_commission_order_id_sequence_unique", "not unique"],
    ],
    [
      "an index whose building failed",
      [
        `UPDATE pg_index SET indisvalid = false
         WHERE indexrelid = '"IDX_affiliate_ledger_entry_source_type_source_id_account_unique"'::regclass`,
      ],
      ["guard_invalid", "IDX_affiliate_ledger_entry_source_type_source_id_account_unique", "invalid"],
    ],
    [
      "a constraint that was never held against the rows before it",
      [
        `ALTER TABLE affiliate_ledger_entry DROP CONSTRAINT "FK_affiliate_ledger_entry_affiliate"`,
        `ALTER TABLE affiliate_ledger_entry ADD CONSTRAINT "FK_affiliate_ledger_entry_affiliate"
         FOREIGN KEY (affiliate_id) REFERENCES affiliate (id) NOT VALID`,
      ],
      ["guard_not_validated", "FK_affiliate_ledger_entry_affiliate", "not validated"],
    ],
    [
      "a session in which no trigger fires",
      [`SET LOCAL session_replication_role = replica`],
      ["guard_disabled", "session_replication_role", "replica"],
    ],
  ])("names %s", async (_, changes, expected) => {
    expect((await after(...changes)).map(({ problem, name, found }) => [problem, name, found])).toEqual([expected])
  })
})
