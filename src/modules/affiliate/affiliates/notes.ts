import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { plainText } from "../../../domain/text/plain-text"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { readPage, type Bounds, type Listing, type PageOf, type PageRequest } from "../database/page"
import { text, time } from "../database/row-check"

/** What a user wrote down about an affiliate. It is never changed. */
export interface NoteRow {
  id: string
  affiliate_id: string
  text: string
  created_by: string
  /** Null for a user who was deleted, and for an API key. */
  author: { id: string; email: string; first_name: string | null; last_name: string | null } | null
  created_at: Date
}

export interface NoteFilters {
  affiliate_id: string
  created_at?: Bounds<Date>
}

export interface NewNote {
  affiliate_id: string
  text: string
  created_by: string
}

const LONGEST = 5000

const NOTES: Listing<NoteFilters, NoteRow> = {
  row: z.strictObject({
    id: text,
    affiliate_id: text,
    text,
    created_by: text,
    author: z.strictObject({ id: text, email: text, first_name: text.nullable(), last_name: text.nullable() }).nullable(),
    created_at: time,
  }),
  fields: `note.id, note.affiliate_id, note.text, note.created_by, note.created_at,
    CASE WHEN author.id IS NOT NULL THEN json_build_object('id', author.id, 'email', author.email, 'first_name', author.first_name,
                                                           'last_name', author.last_name) END AS author`,
  from: `affiliate_note note LEFT JOIN "user" author ON author.id = note.created_by AND author.deleted_at IS NULL`,
  conditions: { affiliate_id: "note.affiliate_id = :affiliate_id" },
  orders: { created_at: "note.created_at" },
  defaultOrder: "-created_at",
  id: ["note.id"],
}

export const listNotes = (sql: Sql, filters: NoteFilters, page: PageRequest): Promise<PageOf<NoteRow>> =>
  readPage(sql, NOTES, filters, page)

const WRITE = `
  INSERT INTO affiliate_note (id, affiliate_id, text, created_by)
  SELECT :id, affiliate.id, :text, :created_by FROM affiliate WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL
  RETURNING id`

/** @returns its id. @throws InvalidInput naming `text`, NOT_FOUND. */
export async function writeNote(sql: Sql, { text: typed, ...note }: NewNote): Promise<string> {
  const text = plainText(typed)
  if (text === "" || text.length > LONGEST) throw new InvalidInput("text", `must have 1 to ${LONGEST} characters`)
  const [written] = await rows<{ id: string }>(sql, WRITE, { ...note, text, id: generateEntityId(undefined, "affnote") })
  if (!written) throw notFound("Affiliate", note.affiliate_id)
  return written.id
}
