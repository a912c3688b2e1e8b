const config = require("../../medusa-config.js")

// Nobody looks at pages here, and no job may close the month that is measured.
module.exports = {
  ...config,
  admin: { ...config.admin, disable: true },
  projectConfig: { ...config.projectConfig, workerMode: "server" },
}
