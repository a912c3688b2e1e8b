import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"

/** What a command prints. */
export async function printed(container: MedusaContainer, command: (args: ExecArgs) => Promise<void>, ...args: string[]): Promise<string> {
  const lines: string[] = []
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => !!lines.push(String(text)))
  try {
    await command({ container, args })
  } finally {
    write.mockRestore()
  }
  return lines.join("")
}
