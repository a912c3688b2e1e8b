import type { AffiliateCreative } from "../../types"

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string | number): string => String(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "")

/** A banner as HTML for somebody's page. Search engines ask for `sponsored` on links that earn money. */
export const bannerHtml = ({ name, image_url, width, height }: AffiliateCreative, link: string): string =>
  `<a href="${escaped(link)}" rel="sponsored"><img src="${escaped(image_url)}" alt="${escaped(name)}" ` +
  `width="${escaped(width)}" height="${escaped(height)}"></a>`
