const path = require("node:path")

const config = require("../medusa-config.js")

// A bank that does what a test tells it to: `helpers/test-bank.ts`.
const affiliate = config.plugins.find(({ resolve }) => resolve === path.join(__dirname, ".."))
affiliate.options = {
  ...affiliate.options,
  payout_providers: [{ resolve: path.join(__dirname, "helpers", "test-bank.ts"), id: "test-bank" }],
}

module.exports = config
