import type * as MedusaDatabase from "@medusajs/test-utils/dist/database"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils/dist/module-test-runner"

import { TestDatabase } from "./test-database"

type GetWrapper = typeof MedusaDatabase.getMikroOrmWrapper

/** What a worker keeps from one file to the next: Medusa's own function, and the database once it is migrated, with who migrated it. */
interface Kept {
  getMikroOrmWrapper: GetWrapper
  migrated?: { database: TestDatabase; by: ReturnType<GetWrapper> }
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- what is imported cannot be changed
const medusa = require("@medusajs/test-utils/dist/database") as typeof MedusaDatabase & { kept?: Kept }

/** On Medusa's module, which stays loaded, because this one is loaded again for each file and would wrap what it has wrapped before. */
const kept = (medusa.kept ??= { getMikroOrmWrapper: medusa.getMikroOrmWrapper })

/** Medusa's runner runs all migrations before every test. Here the first test of a worker does, and the others get a copy of its database. */
medusa.getMikroOrmWrapper = (options) => {
  const wrapper = kept.getMikroOrmWrapper(options)
  const setupDatabase = wrapper.setupDatabase.bind(wrapper)
  return Object.assign(wrapper, {
    async setupDatabase() {
      if (kept.migrated) return kept.migrated.database.restore("first")
      const database = await TestDatabase.create(new URL(wrapper.clientUrl ?? "").pathname.slice(1), "template0")
      await setupDatabase()
      await database.keep("first")
      kept.migrated = { database, by: wrapper }
    },
    getOrm: () => kept.migrated?.by.orm ?? null,
    clearDatabase: () => Promise.resolve(),
  })
}

export { moduleIntegrationTestRunner }
