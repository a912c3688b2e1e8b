const { existsSync, readFileSync } = require("node:fs")
const path = require("node:path")
const { defineConfig } = require("@medusajs/framework/utils")

process.env.MEDUSA_DISABLE_TELEMETRY ??= "true"

/**
 * The one store of demo, tests and benchmarks. `demo/` and `integration-tests/` re-export it and are the directories to start it from:
 * a store started here would load `src` once as the project and once more as the plugin.
 */
const { DATABASE_URL, REDIS_URL, PORT = "9000", STORE_CORS, ADMIN_CORS, AUTH_CORS, JWT_SECRET, COOKIE_SECRET } = process.env
const { NOTIFICATION_CHANNELS = "feed,email", MEDUSA_FF_CACHING } = process.env

const origins = `http://localhost:${PORT},http://127.0.0.1:${PORT},http://localhost:8000`
// A shop on a site of its own, on any port: nobody can own a name below .test.
const storefronts = `${origins},/^http:\\/\\/shop\\.test(:\\d+)?$/`

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL ?? demoDatabaseUrl() ?? "postgres://postgres:postgres@localhost:5432/medusa-affiliate",
    redisUrl: REDIS_URL,
    http: {
      storeCors: STORE_CORS ?? storefronts,
      adminCors: ADMIN_CORS ?? origins,
      authCors: AUTH_CORS ?? storefronts,
      jwtSecret: JWT_SECRET ?? "development-only-jwt-secret",
      cookieSecret: COOKIE_SECRET ?? "development-only-cookie-secret",
    },
    // Medusa's production default is `secure: true`: over http://localhost the dashboard would then never see its session.
    cookieOptions: { secure: "auto", sameSite: "lax" },
  },
  modules: [
    notificationModule(NOTIFICATION_CHANNELS.split(",")),
    ...(MEDUSA_FF_CACHING ? [{ resolve: "@medusajs/medusa/caching", options: { in_memory: { enable: true } } }] : []),
    ...rbacModules(),
    ...(REDIS_URL ? redisModules(REDIS_URL) : []),
  ],
  plugins: [
    { resolve: path.resolve(__dirname), options: JSON.parse(process.env.AFFILIATE_PLUGIN_OPTIONS ?? "{}") },
    // Medusa's own plugin for store credit: one of the ways an affiliate is paid.
    { resolve: "@medusajs/loyalty-plugin", options: {} },
  ],
})

/** `npm run demo` writes the address of its database here, so that commands given in another terminal find the running shop. */
function demoDatabaseUrl() {
  const file = path.join(__dirname, ".demo", "database-url")
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined
}

/** E-mails go nowhere: Medusa's local provider logs them, and the table `notification` keeps them. */
function notificationModule(channels) {
  const provider = { resolve: "@medusajs/medusa/notification-local", id: "local", options: { name: "Local", channels } }
  return { resolve: "@medusajs/medusa/notification", options: { providers: [provider] } }
}

/** Medusa's roles need their module as well as their feature flag. */
function rbacModules() {
  return process.env.MEDUSA_FF_RBAC === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []
}

function redisModules(redisUrl) {
  return [
    { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
    { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [{ id: "locking-redis", resolve: "@medusajs/medusa/locking-redis", is_default: true, options: { redisUrl } }],
      },
    },
  ]
}
