import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"

/** What a page is allowed to complain about: Chromium logs every answer of 400 and above as an error. */
const EXPECTED = [
  // The dashboard asks who is logged in before anybody is.
  /401 .*\/admin\/users\/me/,
  // The refused promo code and the refused settings, which the pages then tell.
  /400 .*\/store\/carts\/\w+\/promotions/,
  /400 .*\/admin\/affiliate-programs/,
  // The refused payout details, the payouts that were overtaken and the file of nobody, which the pages then tell.
  /400 .*\/(?:admin\/affiliates|store\/affiliates\/me)\/\w+\/payout-method/,
  /409 .*\/admin\/affiliate-payouts$/,
  /400 .*\/admin\/affiliate-payouts\/export/,
  // The wrong password, and the statement that needs the agreement first, which the portal then tells.
  /401 .*\/auth\/customer\/emailpass$/,
  /409 .*\/store\/affiliates\/me\/\w+\/statements\/[\d-]+\.pdf/,
  // The invitation that was used up, which the portal then tells.
  /400 .*\/store\/affiliates\/invitations\/read$/,
  // Medusa's dashboard takes the flags of countries from there, and a test machine may have no internet.
  /https:\/\/cdn\.jsdelivr\.net\//,
]

export function chromiumOptions(): { executablePath: string; args: string[] } {
  const { CHROMIUM_PATH, CHROMIUM_ARGS = "" } = process.env
  if (!CHROMIUM_PATH) throw new Error("CHROMIUM_PATH is not set; `npm test -- browser` finds a Chromium and sets it")
  return { executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS.split(" ").filter(Boolean) }
}

export const openChromium = (): Promise<Browser> => chromium.launch(chromiumOptions())

/** A page of a new visitor, and the errors it has reported so far. */
export async function openPage(
  browser: Browser,
  width = 1280,
  visitor: BrowserContextOptions = {}
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "en-US", timezoneId: "Europe/Berlin", ...visitor })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const problems: string[] = []
  const add = (problem: string) => EXPECTED.some((pattern) => pattern.test(problem)) || problems.push(problem)
  page.on("pageerror", (error) => add(`${page.url()}: ${String(error.stack ?? error)}`))
  page.on("console", (message) => {
    if (message.type() !== "error") return
    const { url } = message.location()
    const status = /status of (\d+)/.exec(message.text())?.[1]
    add(status ? `${status} ${url}` : `${page.url()}: ${message.text()} ${url}`)
  })
  return { page, problems }
}
