import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { flag, statement } from "../database/row-check"

/** What a merchant sets up before the first commission. */
export interface Setup {
  has_program: boolean
  has_agreement: boolean
  /** Whether statements say who issues them. */
  has_issuer: boolean
  /** Whether the storefront has recorded a click. */
  has_click: boolean
  has_affiliate: boolean
  has_commission: boolean
}

const exists = (rowsOf: string): string => `EXISTS (SELECT 1 FROM ${rowsOf})`

const SETUP = statement<Setup>(
  `
  SELECT ${exists("affiliate_program WHERE deleted_at IS NULL")} AS has_program,
         ${exists("affiliate_program WHERE deleted_at IS NULL AND agreement_text IS NOT NULL")} AS has_agreement,
         ${exists("affiliate_program WHERE deleted_at IS NULL AND statement_settings ->> 'issuer_name' IS NOT NULL")} AS has_issuer,
         ${exists("affiliate_click_total WHERE clicks > 0")} AS has_click,
         ${exists("affiliate WHERE deleted_at IS NULL")} AS has_affiliate,
         ${exists("affiliate_commission")} AS has_commission`,
  z.strictObject({
    has_program: flag,
    has_agreement: flag,
    has_issuer: flag,
    has_click: flag,
    has_affiliate: flag,
    has_commission: flag,
  })
)

export async function readSetup(sql: Sql): Promise<Setup> {
  const [setup] = await rows(sql, SETUP)
  return setup as Setup
}
