import { pageOnSite } from "../clicks/page-link"
import { InvalidInput } from "../errors"
import { plainText } from "../text/plain-text"
import { normalizeImageUrl } from "./image-url"

/** A banner that affiliates may put on their pages. */
export interface Creative {
  /** Read out in place of the picture, too. */
  name: string
  image_url: string
  /** The page of the program's site that it leads to; null for its start. */
  page_url: string | null
  /** Of the picture, in pixels. */
  width: number
  height: number
}

/** What a page of the portal can show. */
export const MOST_CREATIVES = 30
const LONGEST_NAME = 100
const LONGEST_ADDRESS = 2048
const LARGEST = 5000
const FIELDS = ["name", "image_url", "page_url", "width", "height"]

/** @throws InvalidInput that names the creative by its place, and the field. */
export function normalizeCreatives(given: Record<string, unknown>[], siteUrl: string): Creative[] {
  if (given.length > MOST_CREATIVES) throw new InvalidInput("creatives", `must be at most ${MOST_CREATIVES}`)
  return given.map((creative, index) => normalizeOne(`creatives.${index}`, creative, siteUrl))
}

function normalizeOne(
  field: string,
  { name, image_url, page_url, width, height, ...others }: Record<string, unknown>,
  siteUrl: string
): Creative {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new InvalidInput(`${field}.${unknown.slice(0, 50)}`, `is none of ${FIELDS.join(", ")}`)
  return {
    name: nameOf(`${field}.name`, name),
    image_url: normalizeImageUrl(`${field}.image_url`, addressOf(`${field}.image_url`, image_url)),
    page_url: pageOf(`${field}.page_url`, page_url, siteUrl),
    width: pixels(`${field}.width`, width),
    height: pixels(`${field}.height`, height),
  }
}

function nameOf(field: string, value: unknown): string {
  const name = typeof value === "string" ? plainText(value.replace(/\s+/g, " ")) : ""
  if (name === "" || name.length > LONGEST_NAME) throw new InvalidInput(field, `must have 1 to ${LONGEST_NAME} characters`)
  return name
}

function addressOf(field: string, value: unknown): string {
  if (typeof value !== "string" || value.length > LONGEST_ADDRESS) {
    throw new InvalidInput(field, `must be an address of at most ${LONGEST_ADDRESS} characters`)
  }
  return value
}

function pageOf(field: string, value: unknown, siteUrl: string): string | null {
  if (value === null || value === undefined || value === "") return null
  const page = pageOnSite(siteUrl, addressOf(field, value))
  if ("problem" in page) throw new InvalidInput(field, `must be a page of the program's site, such as ${siteUrl}/sale`)
  return page.url.toString()
}

function pixels(field: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > LARGEST) {
    throw new InvalidInput(field, `must be a whole number of pixels from 1 to ${LARGEST}`)
  }
  return value
}
