import { setImmediate as arrived } from "node:timers/promises"

/** Thrown when the queue is full: the caller drops the item and counts it. */
export class Overloaded extends Error {}

interface Waiting<T, R> {
  item: T
  resolve: (result: R) => void
  reject: (error: unknown) => void
}

const MAX_BATCH = 500
const MAX_WAITING = 10_000

/**
 * Groups single writes into few statements by back-pressure, not by a timer: whatever is queued is flushed as soon as the previous flush has
 * committed. An item's promise resolves after its commit, so an acknowledged item is never lost; an item alone in the queue does not wait.
 */
export class GroupCommit<T, R> {
  private waiting: Waiting<T, R>[] = []
  private isFlushing = false

  /** @param flush writes a batch in one commit and returns a result per item, in order. */
  constructor(private readonly flush: (items: T[]) => Promise<R[]>) {}

  add(item: T): Promise<R> {
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new Overloaded())
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject })
      if (!this.isFlushing) void this.drain()
    })
  }

  /** Never rejects: a failed flush rejects its own items, and the next batch is flushed. */
  private async drain(): Promise<void> {
    this.isFlushing = true
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH)
      try {
        const results = await this.flush(batch.map(({ item }) => item))
        batch.forEach(({ resolve }, index) => resolve(results[index] as R))
      } catch (error) {
        batch.forEach(({ reject }) => reject(error))
      }
      // What has arrived in the meantime is read first: a batch costs nearly the same whatever its size.
      await arrived()
    }
    this.isFlushing = false
  }
}
