import type { LoaderOptions } from "@medusajs/framework/types"

import { parseOptions } from "../options"

/** Stops the server at boot when an option is invalid. It runs several times during `db:migrate`, so it changes nothing. */
export default function validateOptions({ options }: LoaderOptions): Promise<void> {
  parseOptions(options)
  return Promise.resolve()
}
