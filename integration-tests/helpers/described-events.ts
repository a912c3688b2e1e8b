import { readFileSync } from "node:fs"
import path from "node:path"

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import Ajv2020 from "ajv/dist/2020"

interface Emitted {
  name: string
  data: unknown
}

/** Medusa tells by itself of rows that are written through the methods it gives a module: `affiliate.affiliate-referral.created`. */
const OF_MEDUSA = /^affiliate\.affiliate(?:-[a-z]+)*\.(?:created|updated|deleted|restored)$/

/** Compares each event of ours with docs/reference/events.json; what it answers throws when one of them was not as described. */
export function checkEvents(container: MedusaContainer): () => void {
  const description = JSON.parse(readFileSync(path.resolve(__dirname, "../../docs/reference/events.json"), "utf8")) as {
    properties: object
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  const properties = Object.entries(description.properties).map(([name, schema]) => [name, { ...schema, additionalProperties: false }])
  const isDescribed = ajv.compile({ ...description, properties: Object.fromEntries(properties) as object })

  const wrong: string[] = []
  const bus = container.resolve<{ addInterceptor: (see: (event: Emitted) => Promise<void>) => void }>(Modules.EVENT_BUS)
  bus.addInterceptor(({ name, data }) => {
    if (name.startsWith("affiliate.") && !OF_MEDUSA.test(name) && !isDescribed({ [name]: data })) {
      wrong.push(`${name} ${JSON.stringify(data)}: ${ajv.errorsText(isDescribed.errors)}`)
    }
    return Promise.resolve()
  })
  return () => {
    const found = wrong.splice(0)
    if (found.length > 0) throw new Error(`Events that docs/reference/events.json does not describe:\n${found.join("\n")}`)
  }
}
