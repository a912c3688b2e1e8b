import { z } from "@medusajs/framework/zod"

import type { ProgramInput } from "../../../domain/programs/program-settings"
import { REQUIRED_SETTINGS, SETTING_NAMES, SETTINGS, type SettingName } from "../../../domain/programs/settings"
import { numbers, oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams, SelectParams } from "../../utils/list-params"
import { settingSchema } from "./setting-schema"

export const AdminGetPrograms = listParams(["number", "name", "handle", "status", "created_at", "updated_at"]).extend({
  id: oneOrMany(),
  handle: oneOrMany(),
  status: oneOrManyOf(SETTINGS.status.options),
  number: numbers(),
  created_at: times(),
  updated_at: times(),
  q: searchText(),
})
export type AdminGetPrograms = z.infer<typeof AdminGetPrograms>

export const AdminGetProgram = SelectParams

export const AdminGetAgreements = listParams(["version", "created_at"]).extend({ version: numbers(), created_at: times() })
export type AdminGetAgreements = z.infer<typeof AdminGetAgreements>

type Shape = { [Name in SettingName]: z.ZodOptional<z.ZodType<Exclude<ProgramInput[Name], undefined | Date>>> }

export const AdminUpdateProgram = z.object(
  Object.fromEntries(SETTING_NAMES.map((name) => [name, settingSchema(name).optional()])) as unknown as Shape
)
export type AdminUpdateProgram = z.infer<typeof AdminUpdateProgram>

const required = Object.fromEntries(REQUIRED_SETTINGS.map((name) => [name, true])) as Record<(typeof REQUIRED_SETTINGS)[number], true>

export const AdminCreateProgram = AdminUpdateProgram.required(required)
export type AdminCreateProgram = z.infer<typeof AdminCreateProgram>
