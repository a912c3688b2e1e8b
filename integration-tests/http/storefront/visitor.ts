/** A visitor's browser in front of a shop that is rendered by a server: it follows redirects and keeps cookies. */
export class Visitor {
  private readonly jar = new Map<string, string>()

  constructor(private readonly middleware: (request: Request) => Promise<Response>) {}

  /** What Next.js hands to a server action. */
  readonly cookies = {
    get: (name: string): { value: string } | undefined => (this.jar.has(name) ? { value: this.jar.get(name)! } : undefined),
    set: (name: string, value: string): void => void this.jar.set(name, value),
  }

  /** @returns the pages that were shown on the way, the last one included */
  async open(url: string, headers: Record<string, string> = {}): Promise<string[]> {
    const cookie = [...this.jar].map((pair) => pair.join("=")).join("; ")
    const response = await this.middleware(new Request(url, { headers: { ...headers, ...(cookie && { cookie }) } }))
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.jar.set(name, value)
    }
    const location = response.headers.get("location")
    return location ? [url, ...(await this.open(location, headers))] : [url]
  }
}
