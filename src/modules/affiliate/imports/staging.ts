import { randomBytes } from "node:crypto"

import type { ImportRecord, ReadRow } from "../../../domain/imports/records"
import { randomCode } from "../../../domain/text/random-code"
import { rows, type Sql } from "../database/connection"

/** A row of a file, as it was read. */
export interface SourceRow {
  file: string
  line: number
  read: ReadRow
}

/**
 * The rows of an import, and what is wrong with them, until the end of the transaction. They are compared with each other and with the store
 * by statements over whole sets, and never held by the process.
 */
const TABLES = [
  `CREATE TEMPORARY TABLE import_row (
    seq bigint PRIMARY KEY, kind text NOT NULL, file text NOT NULL, line integer NOT NULL,
    affiliate_code text, affiliate_email text, email text, first_name text, last_name text, code text, is_new_code boolean,
    status text, status_reason text, commission_percent numeric, billing_details jsonb, source text,
    amount numeric, currency_code text, happened_at timestamptz, note text,
    customer_id text, affiliate_id text, is_there boolean NOT NULL DEFAULT false
  ) ON COMMIT DROP`,
  `CREATE TEMPORARY TABLE import_fault (seq bigint NOT NULL, field text NOT NULL, problem text NOT NULL) ON COMMIT DROP`,
]

export async function createStaging(sql: Sql): Promise<void> {
  for (const table of TABLES) await rows(sql, table)
}

const STAGE = `
  INSERT INTO import_row (seq, kind, file, line, affiliate_code, affiliate_email, email, first_name, last_name, code, is_new_code, status,
                          status_reason, commission_percent, billing_details, source, amount, currency_code, happened_at, note)
  SELECT seq, kind, file, line, affiliate_code, affiliate_email, email, first_name, last_name, code, is_new_code, status, status_reason,
         commission_percent, billing_details, source, amount, currency_code, happened_at, note
  FROM json_populate_recordset(NULL::import_row, :staged::json)`

const STAGE_FAULTS = `INSERT INTO import_fault SELECT * FROM json_to_recordset(:faults::json) AS given(seq bigint, field text, problem text)`

/** Indexes and statistics come once all rows are there. */
const READY = [
  `CREATE INDEX ON import_row (kind, email)`,
  `CREATE INDEX ON import_row (kind, code)`,
  `CREATE INDEX ON import_row (kind, affiliate_id)`,
  `ANALYZE import_row`,
]

/** Stages rows page by page. @returns how many there are. */
export async function stageRows(sql: Sql, pages: AsyncIterable<SourceRow[]>): Promise<number> {
  let seq = 0
  for await (const page of pages) {
    const staged: object[] = []
    const faults: object[] = []
    for (const { file, line, read } of page) {
      if (read.faults.length > 0) {
        staged.push({ seq: ++seq, kind: read.kind, file, line, ...readable(read.records[0]) })
        faults.push(...read.faults.map((fault) => ({ seq, ...fault })))
      } else {
        for (const record of read.records) staged.push({ seq: ++seq, file, line, ...record, ...newCode(record) })
      }
    }
    await rows(sql, STAGE, { staged: JSON.stringify(staged) })
    if (faults.length > 0) await rows(sql, STAGE_FAULTS, { faults: JSON.stringify(faults) })
  }
  for (const statement of READY) await rows(sql, statement)
  return seq
}

const readable = (record: ImportRecord | undefined): object =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== "" && value !== null))

const newCode = (record: ImportRecord) =>
  record.kind === "affiliates" && record.code === null ? { code: randomCode(randomBytes(5)), is_new_code: true } : {}

const TAKEN = `
  SELECT row.seq::text FROM import_row row
  WHERE row.kind = 'affiliates' AND row.is_new_code
    AND (EXISTS (SELECT 1 FROM affiliate WHERE affiliate.code = row.code AND affiliate.deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM import_row other WHERE other.kind = 'affiliates' AND other.code = row.code AND other.seq < row.seq))`

const RENEW = `
  UPDATE import_row SET code = given.code FROM json_to_recordset(:codes::json) AS given(seq bigint, code text) WHERE import_row.seq = given.seq`

/** Of a million random codes one may be taken: those are drawn again. */
export async function renewTakenCodes(sql: Sql): Promise<void> {
  for (let taken = await takenCodes(sql); taken.length > 0; taken = await takenCodes(sql)) {
    await rows(sql, RENEW, { codes: JSON.stringify(taken.map(({ seq }) => ({ seq, code: randomCode(randomBytes(5)) }))) })
  }
}

const takenCodes = (sql: Sql): Promise<{ seq: string }[]> => rows(sql, TAKEN)
