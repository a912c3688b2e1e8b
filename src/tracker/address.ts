import { linkParameterValues } from "../domain/clicks/link-parameter"
import { safely } from "./safely"

/** What the address bar holds for one of the link parameters; undefined where the page is no landing. */
export const codeIn = (win: Window, parameters: string[]): string | undefined =>
  safely(() => parameters.flatMap((parameter) => linkParameterValues(win.location.href, parameter))[0])

/** Takes the link parameters out of the address bar and leaves the rest as it stands. */
export function cleanAddress(win: Window, parameters: string[]): void {
  safely(() => {
    const pattern = new RegExp(`([?&])(?:(?:${parameters.join("|")})(?:\\[\\])?=[^&#]*(?:&|(?=#|$)))+`, "gi")
    const clean = win.location.href.replace(pattern, "$1").replace(/[?&](?=#|$)/, "")
    if (clean !== win.location.href) win.history.replaceState(win.history.state, "", clean)
  })
}

/** Whether the visitor came by a link, and not by the back button or a reload. */
export const isNewVisit = (win: Window): boolean =>
  safely(() => {
    const [navigation] = win.performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
    return !/reload|back/.test(navigation?.type ?? "")
  }) ?? true

/** Calls back whenever a single-page storefront shows another page. */
export function onAddressChange(win: Window, tell: () => void): void {
  for (const name of ["pushState", "replaceState"] as const) {
    safely(() => {
      const original = win.history[name]
      win.history[name] = function (...change) {
        original.apply(this, change)
        tell()
      }
    })
  }
  for (const event of ["popstate", "hashchange"]) safely(() => win.addEventListener(event, tell))
}
