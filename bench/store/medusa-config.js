const config = require("../../medusa-config.js")

// Nobody looks at pages here, and no job may close the month that is measured: only a test of several machines starts workers.
module.exports = {
  ...config,
  admin: { ...config.admin, disable: true },
  projectConfig: { ...config.projectConfig, workerMode: process.env.MEDUSA_WORKER_MODE ?? "server" },
}
