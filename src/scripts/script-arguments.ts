/** Reads `name=value` arguments, the only kind `medusa exec` passes on. */
export const scriptArguments = (args: string[]): Partial<Record<string, string>> =>
  Object.fromEntries(
    args.filter((arg) => arg.includes("=")).map((arg) => [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)])
  )

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Ends the command with a sentence instead of a stack: what was asked for cannot be done. */
export async function orSayWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
