const { createRequire } = require("node:module")
const path = require("node:path")
const { default: loadStore } = require("@medusajs/medusa/loaders/index")

const express = createRequire(require.resolve("@medusajs/medusa/package.json"))("express")

const directory = process.argv[2]
// The dashboard would have to be built first.
require(path.join(directory, "medusa-config")).admin = { disable: true }

// Loads a store as `medusa start` does, without listening, and says whether it could.
loadStore({ directory, expressApp: express() })
  .then(() => {
    process.stdout.write("started\n")
    process.exit(0)
  })
  .catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
