/** The event travels through Redis to a worker: give it time, but not for ever. */
export async function eventually<T>(read: () => Promise<T[]>, seconds: number): Promise<T[]> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await read()
    if (found.length > 0) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return []
}
