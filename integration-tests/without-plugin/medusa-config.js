const path = require("node:path")

const config = require("../../medusa-config.js")

// The store as it is after the plugin was removed from it.
config.plugins = config.plugins.filter(({ resolve }) => resolve !== path.join(__dirname, "../.."))

module.exports = config
