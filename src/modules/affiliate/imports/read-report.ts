import { rows, type Sql } from "../database/connection"

/** What became of a row. */
export interface ReportedRow {
  file: string
  line: number
  kind: string
  /** Code, e-mail or affiliate: what the row is about. */
  subject: string | null
  amount: string | null
  currency_code: string | null
  outcome: "taken" | "already_there" | "refused"
  field: string | null
  problem: string | null
}

const PAGE = 5000

const REPORT = `
  SELECT row.file, row.line, row.kind, row.seq::text, fault.field, fault.problem, affiliate_round(row.amount, row.currency_code)::text AS amount,
         row.currency_code,
         CASE row.kind WHEN 'affiliates' THEN row.email WHEN 'promo_codes' THEN row.code WHEN 'referrals' THEN row.email
                       ELSE coalesce(row.affiliate_code, row.affiliate_email) END AS subject,
         CASE WHEN fault.seq IS NOT NULL THEN 'refused' WHEN row.is_there THEN 'already_there' ELSE 'taken' END AS outcome
  FROM (SELECT * FROM import_row WHERE seq > :after AND (NOT :faults_only::boolean OR EXISTS (SELECT 1 FROM import_fault WHERE import_fault.seq = import_row.seq))
        ORDER BY seq LIMIT ${PAGE}) row
  LEFT JOIN import_fault fault ON fault.seq = row.seq
  ORDER BY row.seq, fault.field, fault.problem`

/** Every row of the import in the order of its files, page by page; a row with several faults comes several times. */
export async function* readReport(sql: Sql, faults_only = false): AsyncGenerator<ReportedRow[]> {
  await rows(sql, `CREATE INDEX IF NOT EXISTS import_fault_seq ON import_fault (seq)`)
  for (let after = "0"; ; ) {
    const found = await rows<ReportedRow & { seq: string }>(sql, REPORT, { after, faults_only })
    const last = found.at(-1)
    if (!last) return
    yield found.map(({ seq: _, ...row }) => row)
    after = last.seq
  }
}
