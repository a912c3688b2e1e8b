import { createServer } from "node:http"
import { once } from "node:events"

import type { ExecArgs } from "@medusajs/framework/types"

import { collector } from "../api/affiliate/collector"
import { exitOnError, print, scriptArguments } from "./script-arguments"

/** A counter's address holds a whole page address and a referrer; Node's own limit of 16 KiB would refuse it before anything is counted. */
const MAX_HEADERS = 128 * 1024
/** Milliseconds until connections that never end are cut. */
const PATIENCE = 10_000

/** `medusa-affiliate collect [--port] [--host]`: takes clicks until it is told to stop; each that it answered is stored. */
export default async function collect({ container, args }: ExecArgs): Promise<void> {
  const { port = "9010", host } = scriptArguments(args)
  await exitOnError(async () => {
    const server = createServer({ maxHeaderSize: MAX_HEADERS }, collector(container)).listen(portOf(port), host)
    await once(server, "listening")
    print(`Clicks are taken on port ${port}.`)
    await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")])
    const closed = once(server.close(), "close")
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref()
    await closed
  })
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error(`--port must be a number from 0 to 65535, not ${text}.`)
  return Number(text)
}
