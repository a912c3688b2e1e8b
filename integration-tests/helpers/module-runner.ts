import type * as MedusaDatabase from "@medusajs/test-utils/dist/database"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils/dist/module-test-runner"

import { TestDatabase } from "./test-database"

// eslint-disable-next-line @typescript-eslint/no-require-imports -- what is imported cannot be changed
const medusa = require("@medusajs/test-utils/dist/database") as typeof MedusaDatabase
const { getMikroOrmWrapper } = medusa

type Orm = ReturnType<typeof getMikroOrmWrapper>["orm"]

/** The database of this worker, once it is migrated. MikroORM is kept apart: Medusa's runner empties the wrapper at the end of a file. */
let migrated: { database: TestDatabase; orm: Orm } | undefined

/** Medusa's runner runs all migrations before every test. Here the first test of a worker does, and the others get a copy of its database. */
medusa.getMikroOrmWrapper = (options) => {
  const wrapper = getMikroOrmWrapper(options)
  const setupDatabase = wrapper.setupDatabase.bind(wrapper)
  return Object.assign(wrapper, {
    async setupDatabase() {
      if (migrated) return migrated.database.restore("first")
      const database = await TestDatabase.create(new URL(wrapper.clientUrl ?? "").pathname.slice(1), "template0")
      await setupDatabase()
      await database.keep("first")
      migrated = { database, orm: wrapper.orm }
    },
    getOrm: () => migrated?.orm ?? null,
    clearDatabase: () => Promise.resolve(),
  })
}

export { moduleIntegrationTestRunner }
