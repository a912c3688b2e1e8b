import { pageLink, type PageLink } from "../../domain/clicks/page-link"

/** A tag that no program on its way changes. The backend stores longer and stranger ones too. */
const SUB = /^[A-Za-z0-9_-]{1,64}$/

export type BuiltLink = PageLink | { problem: "bad_sub" }

/** The part of an affiliate's link that carries the code. */
export function linkParameter(link: string, code: string): string {
  const entry = [...new URL(link).searchParams].find(([, value]) => value === code)
  return entry?.[0] ?? "ref"
}

/** The site of a link: what is left without the code. */
export function siteOf(link: string, code: string): string {
  const url = new URL(link)
  url.searchParams.delete(linkParameter(link, code))
  return url.toString()
}

/** An affiliate's link to a page that was pasted, with a tag of their own. */
export function buildLink(own: { link: string; code: string }, page: string, sub = ""): BuiltLink {
  const built = pageLink(siteOf(own.link, own.code), linkParameter(own.link, own.code), own.code, page)
  const tag = sub.trim()
  if ("problem" in built || !tag) return built
  if (!SUB.test(tag)) return { problem: "bad_sub" }
  const url = new URL(built.link)
  url.searchParams.set("sub", tag)
  return { link: url.toString() }
}
