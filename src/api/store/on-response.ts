import type { MedusaResponse } from "@medusajs/framework/http"

/**
 * Does something with what a core route has just created, before its answer goes out. Medusa's hooks would do the same, but a hook takes
 * one handler in the whole installation, and a header reaches none of them (docs/adr/0004).
 *
 * @param work must not throw; the answer waits for it, and is the object it gives, if it gives one.
 */
export function onCreated(res: MedusaResponse, key: "cart" | "customer", work: (id: string) => Promise<unknown>): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    const created = (body as Record<string, { id?: unknown } | undefined> | undefined)?.[key]
    const id = res.statusCode < 300 && typeof created?.id === "string" ? created.id : null
    if (id) {
      void work(id).then(
        (changed) => json(changed ? { [key]: changed } : body),
        () => json(body)
      )
    } else json(body)
    return res
  }
}

/**
 * Does something when a core route refuses the request, before its answer goes out.
 *
 * @param work must not throw; the answer waits for it.
 */
export function onRefused(res: MedusaResponse, work: () => Promise<void>): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (res.statusCode >= 400) void work().finally(() => json(body))
    else json(body)
    return res
  }
}
