import { messageOf } from "../domain/errors"

/** Reads `name=value` arguments, the only kind `medusa exec` passes on. */
export const scriptArguments = (args: string[]): Partial<Record<string, string>> =>
  Object.fromEntries(
    args.filter((arg) => arg.includes("=")).map((arg) => [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)])
  )

// The reader of the output may stop early (`| head`): then the command stops as well.
process.stdout.on("error", () => process.exit(0))

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs a command; when it fails, prints the message instead of a stack and ends with 1. */
export async function exitOnError(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exit(1)
  }
}
