import { parseHttpUrl } from "../clicks/site"
import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"

/** A picture within its address. In an `<img>` the scripts of an SVG do not run. */
const DATA = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/

/** A logo: on the web, or within its address; none where the text is blank. @throws InvalidInput */
export function normalizeLogoUrl(input: string): string | null {
  const text = input.trim()
  if (!text) return null
  if (DATA.test(text)) return text
  const url = secureUrl(text)
  if (!url) throw new InvalidInput("logo_url", "must be an https address, or a data URL in base64 of a PNG, JPEG, GIF, WebP or SVG picture")
  return url
}

/** A picture that other sites show too. @throws InvalidInput */
export function normalizeImageUrl(field: string, input: string): string {
  const url = secureUrl(input)
  if (!url) throw new InvalidInput(field, "must be an https address such as https://shop.example.com/banner.png")
  return url
}

function secureUrl(text: string): string | null {
  const url = parseHttpUrl(plainCode(text))
  return url?.protocol === "https:" && !url.username && !url.password ? url.toString() : null
}

/** The sites that a page needs the pictures of, as a content security policy names them. What is no address of the web names none. */
export const imageOrigins = (addresses: string[]): string[] => [
  ...new Set(addresses.map((address) => parseHttpUrl(address)?.origin ?? "").filter(Boolean)),
]
