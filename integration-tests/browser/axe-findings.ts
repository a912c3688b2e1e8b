import axe from "axe-core"
import type { Page } from "playwright-core"

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

interface Choice {
  /** Selectors of what is looked at: the whole page when absent. */
  include?: string[]
  /** Selectors of what is not ours. */
  exclude?: string[]
  /** Only what keeps somebody from using the page. */
  seriousOnly?: boolean
}

/** What axe finds on a page, with the element it found it at. */
export async function axeFindings(page: Page, { include, exclude = [], seriousOnly = false }: Choice = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async ({ include, exclude, runOnly }) => {
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({ ...(include && { include }), exclude }, { runOnly })
      return found.violations.map(({ id, impact, nodes }) => ({ id, impact, elements: nodes.map(({ html }) => html) }))
    },
    { include, exclude, runOnly: RULES }
  )
  return violations
    .filter(({ impact }) => !seriousOnly || impact === "serious" || impact === "critical")
    .flatMap(({ id, elements }) => elements.map((html) => `${id}: ${html}`))
}
