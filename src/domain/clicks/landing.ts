import { readCampaign, type Campaign } from "./campaign"
import { linkCodes } from "./link-codes"
import { isOnSite, parseHttpUrl, parsePageUrl } from "./site"
import { notAVisit, type Visitor } from "./visitor"

/** Why a call of the counter recorded nothing. A closed list: these words go out in a header and are counted. */
export const IGNORED_REASONS = [
  "no_page",
  "bad_page",
  "off_site",
  "no_code",
  "unknown_program",
  "unknown_code",
  "bot",
  "prefetch",
  "overloaded",
  "unavailable",
] as const
export type IgnoredReason = (typeof IGNORED_REASONS)[number]

export interface LandingProgram {
  id: string
  number: number
  handle: string
  site_url: string
  link_parameter: string
  /** Links of another program that count too. */
  link_aliases: string[]
  attribution_window_days: number
  attribution_model: "last_click" | "first_click"
}

/**
 * A code found on a page of a program's site. Several programs may share a site, and a damaged link can be read in several ways: the first
 * candidate that is an affiliate's code counts.
 */
interface LandingCandidate {
  program: LandingProgram
  code: string
}

export interface LandingPage {
  /** The page's full URL, as the browser or server sent it: hostile text. */
  page: unknown
  referrer?: unknown
  /** The program's number or handle; any running program when absent. */
  project?: unknown
  /** Who asks. A page that a server only heard of has nobody. */
  visitor?: Visitor
}

export type Landing =
  | { candidates: LandingCandidate[]; landing_url: string; referrer: string | null; campaign: Campaign }
  | { ignored: IgnoredReason }

const MAX_URL = 2048
const MAX_STORED = 512

/**
 * Reads a page the counter was called for: which programs' sites it is on and which affiliate code it carries. Stored text is capped and
 * loses query and fragment, which carry personal data more often than not.
 */
export function readLanding(input: LandingPage, programs: LandingProgram[]): Landing {
  if (input.page === undefined || input.page === "") return { ignored: "no_page" }
  const page = readUrl(input.page, parsePageUrl)
  if (!page) return { ignored: "bad_page" }

  const requested = requestedPrograms(input.project, programs)
  if (requested.length === 0) return { ignored: "unknown_program" }
  const onSite = requested.filter((program) => isOnSite(program.site_url, page))
  if (onSite.length === 0) return { ignored: "off_site" }

  const found = onSite.flatMap((program) => {
    const read = linkNames(program).map((name) => linkCodes(input.page as string, name))
    return read.some((codes) => codes !== null) ? [{ program, codes: read.flatMap((codes) => codes ?? []) }] : []
  })
  if (found.length === 0) return { ignored: "no_code" }
  const candidates = found
    .flatMap(({ program, codes }) => codes.map((code, rank) => ({ program, code, rank })))
    .sort((a, b) => a.rank - b.rank)
    .map(({ program, code }) => ({ program, code }))
  if (candidates.length === 0) return { ignored: "unknown_code" }
  const machine = input.visitor && notAVisit(input.visitor)
  if (machine) return { ignored: machine }

  const referrer = readUrl(input.referrer)
  const campaign = readCampaign(page.searchParams)
  return { candidates, landing_url: withoutQuery(page), referrer: referrer && withoutQuery(referrer), campaign }
}

function requestedPrograms(project: unknown, programs: LandingProgram[]): LandingProgram[] {
  if (project === undefined || project === "") return programs
  if (typeof project !== "string" && typeof project !== "number") return []
  const name = String(project).trim().toLowerCase()
  return programs.filter((program) => String(program.number) === name || program.handle === name)
}

/** What may carry a code in a link of the program: its own parameter first. */
export const linkNames = ({ link_parameter, link_aliases }: Pick<LandingProgram, "link_parameter" | "link_aliases">): string[] => [
  link_parameter,
  ...link_aliases,
]

const readUrl = (text: unknown, parse = parseHttpUrl): URL | null =>
  typeof text === "string" && text.length <= MAX_URL ? parse(text) : null

const withoutQuery = (url: URL): string => (url.origin + url.pathname).slice(0, MAX_STORED)
