import { z } from "@medusajs/framework/zod"

import type { Sql } from "../../database/connection"
import { readPage, withPattern, type Bounds, type Listing, type PageOf, type PageRequest } from "../../database/page"
import { integer, text, time } from "../../database/row-check"

/** Affiliates of any program under one name. */
export interface GroupRow {
  id: string
  name: string
  affiliate_count: number
  created_by: string
  created_at: Date
  updated_at: Date
}

export interface GroupFilters {
  id?: string[]
  affiliate_id?: string[]
  created_at?: Bounds<Date>
  updated_at?: Bounds<Date>
  q?: string
}

const GROUPS: Listing<GroupFilters, GroupRow> = {
  row: z.strictObject({ id: text, name: text, affiliate_count: integer, created_by: text, created_at: time, updated_at: time }),
  fields: `affiliate_group.id, affiliate_group.name, affiliate_group.created_by, affiliate_group.created_at, affiliate_group.updated_at,
    (SELECT count(*)::int FROM affiliate_group_member member JOIN affiliate ON affiliate.id = member.affiliate_id
     WHERE member.group_id = affiliate_group.id AND affiliate.deleted_at IS NULL) AS affiliate_count`,
  from: `(SELECT * FROM affiliate_group WHERE deleted_at IS NULL) affiliate_group`,
  conditions: {
    id: "affiliate_group.id = ANY(:id)",
    affiliate_id: `affiliate_group.id IN (SELECT member.group_id FROM affiliate_group_member member WHERE member.affiliate_id = ANY(:affiliate_id))`,
    q: "affiliate_group.name ILIKE :q",
  },
  orders: {
    name: "lower(affiliate_group.name)",
    created_at: "affiliate_group.created_at",
    updated_at: "affiliate_group.updated_at",
  },
  defaultOrder: "name",
  id: ["affiliate_group.id"],
}

export const listGroups = (sql: Sql, filters: GroupFilters, page: PageRequest): Promise<PageOf<GroupRow>> =>
  readPage(sql, GROUPS, withPattern(filters), page)
