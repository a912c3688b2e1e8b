import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { startApp } from "@medusajs/test-utils/dist/medusa-test-runner-utils/bootstrap-app"
import { configLoaderOverride } from "@medusajs/test-utils/dist/medusa-test-runner-utils/config"
import { waitWorkflowExecutions } from "@medusajs/test-utils/dist/medusa-test-runner-utils/wait-workflow-executions"
import axios, { type AxiosInstance } from "axios"

import { checkAnswers } from "./described-answers"
import { checkEvents } from "./described-events"
import { TestDatabase, urlOf } from "./test-database"

interface Store {
  cwd: string
  api: AxiosInstance
  container: MedusaContainer
  database: TestDatabase
  /** Throws when an event was not as it is described. */
  checkEvents: () => void
}

interface Suite {
  cwd: string
  testSuite: (context: { api: AxiosInstance; getContainer: () => MedusaContainer; dbConfig: { dbName: string; clientUrl: string } }) => void
}

const PATIENCE_MS = 1_000

/** This worker's database. */
const NAME = `store-${randomUUID().slice(0, 8)}`

/** The store of this worker: it is booted once, by the first file that needs it. */
let store: Store | undefined

/**
 * Medusa's `medusaIntegrationTestRunner`, but files share a store. Each begins with the database as it was when the store had booted, and each
 * of its tests with the database as the file's `beforeAll` have left it.
 */
export function medusaIntegrationTestRunner({ cwd, testSuite }: Suite): void {
  const running = (): Store => {
    if (!store) throw new Error("The store boots before the first test: while tests are collected there is none")
    return store
  }
  describe("", () => {
    let isFirst = true
    beforeAll(async () => {
      if (store && store.cwd !== cwd) throw new Error(`A worker has one store: ${store.cwd}, not ${cwd}`)
      if (store) await store.database.restore("first")
      else store = await boot(cwd)
    })
    beforeEach(async () => {
      await (isFirst ? running().database.keep("second") : running().database.restore("second"))
      isFirst = false
    })
    afterEach(async () => {
      await calm(running().container)
      running().checkEvents()
    })
    testSuite({
      api: lazy(() => running().api),
      getContainer: () => running().container,
      dbConfig: { dbName: NAME, clientUrl: urlOf(NAME) },
    })
  })
}

/** What a test has set in motion comes to an end: workflows, and subscribers that nobody waits for. */
async function calm(container: MedusaContainer): Promise<void> {
  await waitWorkflowExecutions(container)
  const { pool } = container.resolve(ContainerRegistrationKeys.PG_CONNECTION).client as Knex.Client
  const isBusy = () => pool !== undefined && pool.numUsed() + pool.numPendingAcquires() > 0
  for (const end = Date.now() + PATIENCE_MS; isBusy() && Date.now() < end; ) await sleep(5)
}

const lazy = <T extends object>(get: () => T): T => new Proxy({} as T, { get: (_, property) => Reflect.get(get(), property) as unknown })

async function boot(cwd: string): Promise<Store> {
  const database = await TestDatabase.create(NAME)
  if (process.env.MEDUSA_FF_RBAC) await migrate()
  await configLoaderOverride(cwd, { clientUrl: urlOf(NAME), debug: false })
  const { container, port } = await startApp({ cwd })
  await waitWorkflowExecutions(container)
  await database.keep("first")
  const api = axios.create({ baseURL: `http://localhost:${port}` })
  checkAnswers(api)
  return { cwd, api, container, database, checkEvents: checkEvents(container) }
}

/** The template lacks the tables of Medusa's modules that are behind a flag. In a process of its own: Medusa's state is the process'. */
async function migrate(): Promise<void> {
  const root = path.resolve(__dirname, "../..")
  const cli = path.join(root, "node_modules/@medusajs/cli/cli.js")
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: urlOf(NAME), LOG_LEVEL: "error" }
  await promisify(execFile)(process.execPath, [cli, "db:migrate", "--skip-scripts"], { cwd: path.join(root, "demo"), env })
}
