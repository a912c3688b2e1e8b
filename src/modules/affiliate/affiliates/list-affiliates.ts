import { z } from "@medusajs/framework/zod"

import type { ApplicationAnswer } from "../../../domain/affiliates/application"
import { affiliateLink } from "../../../domain/clicks/site"
import type { AffiliateStatus } from "../../../domain/affiliates/transitions"
import type { Sql } from "../database/connection"
import { isOwnPromotion } from "../store/promotions"
import { decimal, integer, oneOf, text, time } from "../database/row-check"
import { boundBy, FIGURE_ORDERS, readFigures, type AffiliateFigures, type FigureRange } from "./figures"
import { readFewRows } from "../database/long-lists"
import {
  filterRows,
  readPage,
  withPattern,
  type Bounds,
  type Comparison,
  type Listing,
  type PageOf,
  type PageRequest,
} from "../database/page"

export interface AffiliateRow {
  id: string
  number: number
  code: string
  status: AffiliateStatus
  status_reason: string | null
  customer_id: string
  customer: { id: string; email: string | null; first_name: string | null; last_name: string | null } | null
  program_id: string
  program: { id: string; number: number; name: string; handle: string; status: string; timezone: string }
  /** The affiliate's own rate (percent); null takes the program's. */
  commission_percent: string | null
  /** The rate that is valid for the affiliate now. */
  effective_commission_percent: string
  /** What the customer answered when they joined; null where the program asked nothing. */
  application: ApplicationAnswer[] | null
  link: string
  /** The newest. */
  promo_code: string | null
  /** `taken_by` is the promotion of the store that has the same code. */
  promo_codes: { id: string; code: string; promotion_id: string | null; taken_by: string | null }[]
  /** The groups they are in, by name. */
  groups: { id: string; name: string }[]
  metadata: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
}

export interface AffiliateRowWithFigures extends AffiliateRow {
  figures: AffiliateFigures | null
}

export interface AffiliateFilters {
  id?: string[]
  program_id?: string[]
  customer_id?: string[]
  status?: string[]
  group_id?: string[]
  code?: string[]
  number?: Comparison<number>
  created_at?: Bounds<Date>
  updated_at?: Bounds<Date>
  q?: string
}

interface Found extends Omit<AffiliateRow, "link" | "promo_code"> {
  site_url: string
  link_parameter: string
}

/**
 * Something of an affiliate's customer, looked up by the customer's key: affiliates are few among customers, and a join would read all of these.
 */
const ofCustomer = (value: string): string =>
  `(SELECT ${value} FROM customer WHERE customer.id = affiliate.customer_id AND customer.deleted_at IS NULL)`
const FULL_NAME = `concat_ws(' ', customer.first_name, customer.last_name)`

export const AFFILIATES: Listing<AffiliateFilters, Found> & { row: z.ZodType<Found> } = {
  row: z.strictObject({
    id: text,
    number: integer,
    code: text,
    status: oneOf("pending", "active", "suspended", "rejected"),
    status_reason: text.nullable(),
    customer_id: text,
    customer: z.strictObject({ id: text, email: text.nullable(), first_name: text.nullable(), last_name: text.nullable() }).nullable(),
    program_id: text,
    program: z.strictObject({ id: text, number: integer, name: text, handle: text, status: text, timezone: text }),
    commission_percent: decimal.nullable(),
    effective_commission_percent: decimal,
    application: z.array(z.strictObject({ question: text, answer: text })).nullable(),
    site_url: text,
    link_parameter: text,
    promo_codes: z.array(z.strictObject({ id: text, code: text, promotion_id: text.nullable(), taken_by: text.nullable() })),
    groups: z.array(z.strictObject({ id: text, name: text })),
    metadata: z.record(text, z.unknown()).nullable(),
    created_at: time,
    updated_at: time,
  }),
  fields: `
    affiliate.id, affiliate.number, affiliate.code, affiliate.status, affiliate.status_reason, affiliate.customer_id, affiliate.program_id,
    affiliate.application, affiliate.commission_percent::text,
    coalesce(affiliate.commission_percent, program.commission_percent)::text AS effective_commission_percent,
    CASE WHEN customer.id IS NOT NULL
      THEN json_build_object('id', customer.id, 'email', customer.email, 'first_name', customer.first_name,
                             'last_name', customer.last_name) END AS customer,
    json_build_object('id', program.id, 'number', program.number, 'name', program.name, 'handle', program.handle,
                      'status', program.status, 'timezone', program.timezone) AS program,
    program.site_url, program.link_parameter,
    (SELECT coalesce(json_agg(json_build_object('id', promo_code.id, 'code', promo_code.code, 'promotion_id', promo_code.promotion_id,
                                                'taken_by', taken.id)
                              ORDER BY promo_code.created_at DESC, promo_code.id DESC), '[]')
     FROM affiliate_promo_code promo_code
     LEFT JOIN promotion taken ON taken.code = promo_code.code AND taken.deleted_at IS NULL
       AND ${isOwnPromotion("taken", "promo_code")} IS NOT TRUE
     WHERE promo_code.affiliate_id = affiliate.id AND promo_code.deleted_at IS NULL) AS promo_codes,
    (SELECT coalesce(json_agg(json_build_object('id', affiliate_group.id, 'name', affiliate_group.name) ORDER BY lower(affiliate_group.name)), '[]')
     FROM affiliate_group_member member JOIN affiliate_group ON affiliate_group.id = member.group_id AND affiliate_group.deleted_at IS NULL
     WHERE member.affiliate_id = affiliate.id) AS groups,
    affiliate.metadata, affiliate.created_at, affiliate.updated_at`,
  from: "(SELECT * FROM affiliate WHERE deleted_at IS NULL) affiliate",
  joins: `JOIN affiliate_program program ON program.id = affiliate.program_id
    LEFT JOIN customer ON customer.id = affiliate.customer_id AND customer.deleted_at IS NULL`,
  conditions: {
    id: "affiliate.id = ANY(:id)",
    program_id: "affiliate.program_id = ANY(:program_id)",
    customer_id: "affiliate.customer_id = ANY(:customer_id)",
    status: "affiliate.status = ANY(:status)",
    group_id: "affiliate.id IN (SELECT member.affiliate_id FROM affiliate_group_member member WHERE member.group_id = ANY(:group_id))",
    code: "affiliate.code = ANY(:code)",
    q: `affiliate.code ILIKE :q OR '%' || affiliate.number || '%' = :q
        OR ${ofCustomer(`customer.email ILIKE :q OR ${FULL_NAME} ILIKE :q`)}
        OR EXISTS (SELECT 1 FROM affiliate_promo_code promo_code
                   WHERE promo_code.affiliate_id = affiliate.id AND promo_code.deleted_at IS NULL AND promo_code.code ILIKE :q)`,
  },
  orders: {
    name: ofCustomer(`lower(coalesce(nullif(${FULL_NAME}, ''), customer.email))`),
    number: "affiliate.number",
    code: "affiliate.code",
    status: "affiliate.status",
    created_at: "affiliate.created_at",
    updated_at: "affiliate.updated_at",
  },
  defaultOrder: "-created_at",
  id: ["affiliate.id"],
}

export async function listAffiliates(sql: Sql, filters: AffiliateFilters, page: PageRequest): Promise<PageOf<AffiliateRow>> {
  const found = await readAffiliates(sql, AFFILIATES, filters, page)
  return { rows: found.rows.map(toRow), count: found.count }
}

/** The same list with what each affiliate did in a range, which it can also be sorted by. */
export async function listAffiliatesWithFigures(
  sql: Sql,
  filters: AffiliateFilters,
  page: PageRequest,
  range: FigureRange,
  now?: Date
): Promise<PageOf<AffiliateRowWithFigures>> {
  const found = await readAffiliates(sql, sortedByFigure(page.order), filters, page, boundBy(range, now))
  const figures = await readFigures(
    sql,
    found.rows.map(({ id }) => id),
    range,
    now
  )
  return { rows: found.rows.map((row) => ({ ...toRow(row), figures: figures.get(row.id) ?? null })), count: found.count }
}

/** A search looks at the customer of every affiliate: once, and not for the count and again for the page. */
async function readAffiliates(
  sql: Sql,
  listing: typeof AFFILIATES,
  filters: AffiliateFilters,
  page: PageRequest,
  others: object = {}
): Promise<PageOf<Found>> {
  const wanted = withPattern(filters)
  const { where, bindings } = filterRows(listing, wanted)
  const few = wanted.q === undefined ? undefined : await readFewRows(sql, listing, where, { ...bindings, ...others }, page)
  return few ?? readPage(sql, listing, wanted, page, { ...others })
}

/** Only the figure that the page is sorted by is counted for all affiliates. */
function sortedByFigure(order = ""): typeof AFFILIATES {
  const figure = Object.entries(FIGURE_ORDERS).find(([name]) => name === order.replace(/^-/, ""))
  if (!figure) return AFFILIATES
  const [name, figures] = figure
  return {
    ...AFFILIATES,
    from: `${AFFILIATES.from} LEFT JOIN (${figures}) figure ON figure.affiliate_id = affiliate.id`,
    orders: { ...AFFILIATES.orders, [name]: "coalesce(figure.value, 0)" },
  }
}

export const toRow = ({ site_url, link_parameter, ...row }: Found): AffiliateRow => ({
  ...row,
  link: affiliateLink(site_url, link_parameter, row.code),
  promo_code: row.promo_codes[0]?.code ?? null,
})
