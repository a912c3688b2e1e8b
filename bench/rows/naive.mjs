import { runMedusa } from "../../demo/launcher/medusa.mjs"
import { storeDir } from "../store.mjs"

const SAMPLE = 200

/** @type {import("./index.mjs").Row[]} */
export const naive = [
  {
    name: "naive loop ÷ back-fill, per order",
    unit: "×",
    must: 400,
    goal: 700,
    moreIsBetter: true,
    async measure(bench) {
      let perOrder = 0
      const onMessage = (/** @type {unknown} */ message) => (perOrder = /** @type {{ naive: number }} */ (message).naive)
      const options = { log: "naive", cwd: storeDir, env: { DATABASE_URL: bench.databaseUrl }, onMessage }
      await runMedusa(["exec", "./naive.mjs", String(SAMPLE)], options)
      return {
        seen: (perOrder * bench.orders) / bench.backfillMs,
        note: `${Math.round((bench.orders / bench.backfillMs) * 1000)} orders/s`,
      }
    },
  },
]
