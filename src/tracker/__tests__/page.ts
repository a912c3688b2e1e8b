export interface FakeOptions {
  url?: string
  referrer?: string
  /** The attributes of the script's tag. */
  data?: Record<string, string>
  cookie?: string
  navigation?: string
  prerendering?: boolean
  affiliate?: unknown
  session?: Record<string, string>
  /** What the server answers; an error where the call does not come through. */
  answer?: object | Error
  date?: string | null
}

const SCRIPT = "https://api.example.com/affiliate/tracker.js?v=2"
export const EXPIRES = "2026-03-31T12:00:00.000Z"
export const NOW = "Thu, 01 Jan 2026 12:00:00 GMT"
/** From NOW to EXPIRES. */
export const SECONDS = 89 * 24 * 60 * 60

/** A page in a browser, as far as the tracker uses one. */
export function openPage(options: FakeOptions = {}) {
  const { url = "https://shop.example.com/", referrer = "", data = {}, navigation = "navigate", answer, date = NOW } = options
  const location = new URL(url)
  const cookies = new Map((options.cookie ?? "").split("; ").flatMap((pair) => (pair ? [pair.split("=") as [string, string]] : [])))
  const session = new Map(Object.entries(options.session ?? {}))
  const listeners = new Map<string, (() => void)[]>()
  const sent: { url: string; body: Record<string, unknown>; keepalive?: boolean; headers?: unknown }[] = []
  const cookiesSet: string[] = []
  const images: { src: string; onload?: () => void }[] = []
  const addEventListener = (name: string, listener: () => void): void => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener])
  }
  const go = (_state: unknown, _title: string, target?: string): void => {
    if (target) location.href = new URL(target, location).href
  }
  const document = {
    referrer,
    currentScript: { src: SCRIPT, dataset: data } as object | null,
    querySelector: (): object | null => null,
    addEventListener,
    ...(options.prerendering === undefined ? {} : { prerendering: options.prerendering }),
    get cookie(): string {
      return [...cookies].map((pair) => pair.join("=")).join("; ")
    },
    set cookie(text: string) {
      cookiesSet.push(text)
      const [name = "", value = ""] = (text.split(";")[0] ?? "").split("=")
      if (text.includes("max-age=0")) cookies.delete(name)
      else cookies.set(name, value)
    },
  }
  const win = {
    ...("affiliate" in options ? { affiliate: options.affiliate } : {}),
    location,
    document,
    addEventListener,
    history: { state: { from: "the shop" }, pushState: go, replaceState: go },
    performance: { getEntriesByType: () => [{ type: navigation }] },
    sessionStorage: {
      getItem: (key: string) => session.get(key) ?? null,
      setItem: (key: string, value: string) => void session.set(key, value),
      removeItem: (key: string) => void session.delete(key),
    },
    Image: class {
      src = ""
      constructor() {
        images.push(this)
      }
    },
    fetch: async (to: string, { body, ...init }: { body: string; keepalive?: boolean; headers?: unknown }) => {
      sent.push({ url: to, body: JSON.parse(body) as Record<string, unknown>, ...init })
      if (answer instanceof Error) throw answer
      const json = async (): Promise<unknown> => answer ?? { click: { token: `token.of.${sent.length}`, expires_at: EXPIRES } }
      return { json, headers: { get: () => date } }
    },
  }
  type Affiliate = { token: () => string | null; consent: (given: boolean) => void }
  return {
    win: win as unknown as Window,
    ...{ location, cookies, cookiesSet, session, sent, images, document },
    history: win.history,
    fire: (name: string) => listeners.get(name)?.forEach((listener) => listener()),
    get affiliate(): Affiliate {
      return (win as unknown as { affiliate: Affiliate }).affiliate
    },
  }
}

/** Lets what was answered be read. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
