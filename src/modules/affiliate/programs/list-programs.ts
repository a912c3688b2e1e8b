import { completeSettings, type ProgramSettings } from "../../../domain/programs/program-settings"
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingsWith } from "../../../domain/programs/settings"
import { rows, type Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** A program with its groups and channels. Percentages are exact decimal strings: "10" is 10 %. */
export interface ProgramRow extends ProgramSettings {
  id: string
  number: number
  created_at: Date
  updated_at: Date
}

export interface ProgramFilters {
  id?: string[]
  handle?: string[]
  status?: string[]
  number?: Comparison<number>
  created_at?: Bounds<Date>
  updated_at?: Bounds<Date>
  q?: string
}

const groups = (access: "eligible" | "forbidden"): string => `
  coalesce((SELECT array_agg(program_group.customer_group_id ORDER BY program_group.customer_group_id)
            FROM affiliate_program_customer_group program_group
            WHERE program_group.program_id = program.id AND program_group.access = '${access}' AND program_group.deleted_at IS NULL), '{}')`

/** Settings that are kept in tables of their own. */
const ID_LISTS: Record<SettingsWith<{ type: "ids" }>, string> = {
  eligible_customer_group_ids: groups("eligible"),
  forbidden_customer_group_ids: groups("forbidden"),
  sales_channel_ids: `
  coalesce((SELECT array_agg(program_channel.sales_channel_id ORDER BY program_channel.sales_channel_id)
            FROM affiliate_program_sales_channel program_channel
            WHERE program_channel.program_id = program.id AND program_channel.deleted_at IS NULL), '{}')`,
}

const isIdList = (name: SettingName): name is keyof typeof ID_LISTS => name in ID_LISTS

function field(name: SettingName): string {
  if (isIdList(name)) return `${ID_LISTS[name]} AS ${name}`
  return SETTINGS[name].type === "percent" ? `program.${name}::text` : `program.${name}`
}

const PROGRAM_FIELDS = ["program.id", "program.number", ...SETTING_NAMES.map(field), "program.created_at", "program.updated_at"].join(", ")

const PROGRAMS: Listing<ProgramFilters> = {
  fields: PROGRAM_FIELDS,
  from: "(SELECT * FROM affiliate_program WHERE deleted_at IS NULL) program",
  conditions: {
    id: "program.id = ANY(:id)",
    handle: "program.handle = ANY(:handle)",
    status: "program.status = ANY(:status)",
    q: "program.name ILIKE :q OR program.handle ILIKE :q",
  },
  orders: {
    number: "program.number",
    name: "lower(program.name)",
    handle: "program.handle",
    status: "program.status",
    created_at: "program.created_at",
    updated_at: "program.updated_at",
  },
  defaultOrder: "number",
  id: ["program.id"],
}

export async function listPrograms(sql: Sql, filters: ProgramFilters, page: PageRequest): Promise<PageOf<ProgramRow>> {
  const { rows: found, count } = await readPage<ProgramRow, ProgramFilters>(sql, PROGRAMS, withPattern(filters), page)
  return { rows: found.map(completeSettings), count }
}

/** How many affiliates each program has, of any status. */
export async function countAffiliates(sql: Sql, programIds: string[]): Promise<Map<string, number>> {
  const counted = await rows<{ program_id: string; count: number }>(
    sql,
    `SELECT program_id, count(*)::int AS count FROM affiliate WHERE program_id = ANY(:ids) AND deleted_at IS NULL GROUP BY program_id`,
    { ids: programIds }
  )
  return new Map(counted.map(({ program_id, count }) => [program_id, count]))
}
