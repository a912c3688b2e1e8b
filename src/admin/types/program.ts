import type { JsonProgramSettings } from "../../domain/programs/program-settings"
import type { ListQuery, Page } from "./list"

export type ProgramSettings = JsonProgramSettings
export type ProgramStatus = ProgramSettings["status"]

export interface Program extends ProgramSettings {
  id: string
  number: number
  created_at: string
}

export type ProgramPayload = Partial<Omit<ProgramSettings, "metadata">>

export interface ProgramListQuery extends ListQuery {
  status?: string
}

export interface ProgramResponse {
  affiliate_program: Program
}

export interface ProgramListResponse extends Page {
  affiliate_programs: Program[]
}
