module.exports = require("../../medusa-config.js")
