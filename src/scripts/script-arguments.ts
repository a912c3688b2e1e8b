import { messageOf } from "../domain/errors"

/** Reads `name=value` arguments, the only kind `medusa exec` passes on. */
export const scriptArguments = (args: string[]): Partial<Record<string, string>> =>
  Object.fromEntries(
    args.filter((arg) => arg.includes("=")).map((arg) => [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)])
  )

// Whoever reads us may stop early (`| head`): then we stop as well.
process.stdout.on("error", () => process.exit(0))

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Ends the command with a sentence instead of a stack: what was asked for cannot be done. */
export async function exitOnError(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exit(1)
  }
}
