import { execFile, spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"

import { freePort } from "./machine"

const run = promisify(execFile)

/** A Redis of the test's own, in memory only, so that it can lose everything and be away for a while. */
export class RedisServer {
  private child: ChildProcess | undefined

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort())
    await server.begin()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  flush = (): Promise<unknown> => this.ask("flushall")

  async restart(): Promise<void> {
    await this.stop()
    await sleep(1_000)
    await this.begin()
  }

  async stop(): Promise<void> {
    if (!this.child) return
    const exited = once(this.child, "exit")
    this.child.kill("SIGKILL")
    await exited
    this.child = undefined
  }

  private async begin(): Promise<void> {
    const flags = ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    this.child = spawn("redis-server", flags, { cwd: "/", stdio: "ignore" })
    for (const end = Date.now() + 10_000; !(await this.ask("ping").catch(() => false)); ) {
      await sleep(50)
      if (Date.now() > end) throw new Error("Redis did not start")
    }
  }

  private readonly ask = (command: string): Promise<unknown> => run("redis-cli", ["-p", String(this.port), command])
}
