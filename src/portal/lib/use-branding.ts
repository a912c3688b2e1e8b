import { useEffect } from "react"

import { darkAccent } from "../../domain/programs/accent-color"
import type { AffiliatePublicProgram } from "../../types"

type Colors = Pick<AffiliatePublicProgram, "accent_color" | "accent_color_dark">

/** As a sheet of the document's own, which the content security policy allows and an inline style would not be. */
const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

/** Gives the page a program's colors as long as the program is shown. */
export function useBranding(program: Colors | null): void {
  const light = program?.accent_color ?? null
  const dark = program?.accent_color_dark ?? (light && darkAccent(light))
  useEffect(() => {
    const rule = (color: string | null) => (color ? `:root { --portal-accent: ${color}; }` : "")
    sheet.replaceSync(`${rule(light)} @media (prefers-color-scheme: dark) { ${rule(dark)} }`)
    return () => sheet.replaceSync("")
  }, [light, dark])
}
