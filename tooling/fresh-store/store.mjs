import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { root } from "../install.mjs"

export const ADMIN = { email: "admin@shop.example.com", password: "a-long-enough-password" }

/** pnpm comes by npm, so that a machine needs nothing else. @type {Record<"npm" | "pnpm", [string, ...string[]]>} */
const INSTALL = {
  npm: ["npm", "install", "--fetch-retries=5", "--no-audit", "--no-fund", "--loglevel=error"],
  pnpm: ["npx", "--yes", "pnpm@10", "install", "--reporter=append-only"],
}

/** @typedef {ReturnType<typeof makeStore>} Store */

/**
 * A store in a folder of its own, and what one does with it. `AFFILIATE=off` starts it as if the plugin were not there.
 * @param {string} folder
 * @param {{ manager: "npm" | "pnpm", medusa: string, env: { DATABASE_URL: string, PORT: string, AFFILIATE: "on" | "off" } }} options
 */
export function makeStore(folder, { manager, medusa: version, env }) {
  const built = path.join(folder, ".medusa", "server")
  const shopFile = path.join(folder, "shop.json")
  const variables = { ...process.env, ...env, NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true", LOG_LEVEL: "warn" }
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let server

  /** @param {string} command @param {string[]} args @param {string} [cwd] @param {NodeJS.ProcessEnv} [extra] */
  function run(command, args, cwd = folder, extra = {}) {
    const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: { ...variables, ...extra }, encoding: "utf8" })
    if (status === 0) return stdout
    throw new Error(`${[command, ...args].join(" ")} failed:\n${`${stdout}${stderr}${error ?? ""}`.slice(-5000)}`)
  }
  /** A command of a package, as `npx` runs it. @param {string} name @param {string[]} args @param {string} [cwd] */
  const bin = (name, args, cwd) => run(path.join(folder, "node_modules", ".bin", name), args, cwd)

  return {
    url: `http://localhost:${env.PORT}`,
    shop: () => JSON.parse(readFileSync(shopFile, "utf8")),

    pack() {
      run("npm", ["pack", "--silent", "--pack-destination", folder], root)
      const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))
      write("package.json", JSON.stringify(packageJson(version, String(tarball)), null, 2))
      write("tsconfig.json", JSON.stringify(TSCONFIG, null, 2))
      write("medusa-config.ts", CONFIG)
      write("src/scripts/seed.ts", SEED)
      mkdirSync(path.join(folder, "src", "lib"), { recursive: true })
      copyFileSync(path.join(root, "integration-tests/helpers/shop.ts"), path.join(folder, "src/lib/shop.ts"))
      // pnpm keeps packages apart, and Medusa's own look for each other at the top.
      if (manager === "pnpm")
        write(".npmrc", "public-hoist-pattern[]=*@medusajs/*\nauto-install-peers=true\nstrict-peer-dependencies=false\n")
    },

    install() {
      const [command, ...args] = INSTALL[manager]
      // Also what a developer's machine has, because the store is built here.
      run(command, args, folder, { NODE_ENV: "development" })
    },

    /** @param {string[]} args */
    medusa: (...args) => bin("medusa", args),
    /** @param {string[]} args */
    affiliate: (...args) => bin("medusa-affiliate", args, built),

    /** The first start of a store: its tables, an admin and what it sells. */
    prepare() {
      bin("medusa", ["db:migrate"])
      bin("medusa", ["user", "--email", ADMIN.email, "--password", ADMIN.password], built)
      bin("medusa", ["exec", "./src/scripts/seed.js", shopFile], built)
    },

    async start() {
      server = spawn(path.join(folder, "node_modules", ".bin", "medusa"), ["start"], {
        cwd: built,
        env: variables,
        stdio: ["ignore", "pipe", "pipe"],
      })
      let said = ""
      server.stdout?.on("data", (text) => (said += text))
      server.stderr?.on("data", (text) => (said += text))
      for (const deadline = Date.now() + 120_000; !(await answers(`http://localhost:${env.PORT}/health`)); await sleep(250)) {
        if (server.exitCode !== null || Date.now() > deadline) throw new Error(`The store did not start:\n${said.slice(-5000)}`)
      }
    },

    async stop() {
      if (!server || server.exitCode !== null) return
      const ended = once(server, "exit")
      server.kill()
      await ended
    },
  }

  /** @param {string} file @param {string} text */
  function write(file, text) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
}

/** @param {string} url */
const answers = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false
  )

/** What `create-medusa-app` writes, with the plugin. @param {string} medusa @param {string} tarball */
const packageJson = (medusa, tarball) => ({
  name: "fresh-store",
  version: "0.0.1",
  private: true,
  dependencies: {
    "@medusajs/admin-sdk": medusa,
    "@medusajs/cli": medusa,
    "@medusajs/framework": medusa,
    "@medusajs/medusa": medusa,
    "medusa-plugin-affiliate": `file:./${tarball}`,
  },
  devDependencies: {
    "@swc/core": "^1.7.28",
    "@types/node": "^20.12.11",
    "@types/react": "^18.3.2",
    "@types/react-dom": "^18.2.25",
    react: "^18.3.1",
    "react-dom": "^18.3.1",
    "ts-node": "^10.9.2",
    typescript: "^5.6.2",
    vite: "^5.4.14",
  },
})

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    strict: true,
    outDir: "./.medusa/server",
    rootDir: "./",
    jsx: "react-jsx",
  },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa/server", ".medusa/admin"],
}

const CONFIG = `import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: { storeCors: "http://localhost:8000", adminCors: "http://localhost:9000", authCors: "http://localhost:9000", jwtSecret: "secret", cookieSecret: "secret" },
  },
  plugins: process.env.AFFILIATE === "off" ? [] : [{ resolve: "medusa-plugin-affiliate", options: {} }],
})
`

const SEED = `import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { createShop } from "../lib/shop"

export default async function seed({ container, args }: ExecArgs): Promise<void> {
  writeFileSync(String(args[0]), JSON.stringify(await createShop(container)))
}
`
