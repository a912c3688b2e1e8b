/*
 * Loaded before Medusa in every process of the demo. The channel to the launcher closes however the launcher ends, also by SIGKILL: then
 * this process must not live on and hold the port.
 */
const GRACE_MS = 2_500

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM")
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS)
})
process.channel?.unref()
