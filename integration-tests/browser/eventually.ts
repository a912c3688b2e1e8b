import { setTimeout as sleep } from "node:timers/promises"

/** Asks again until the answer is as expected: what follows an order follows from an event. @returns the last answer in any case */
export async function eventually<T>(ask: () => Promise<T>, isThere: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000
  let answer = await ask()
  while (!isThere(answer) && Date.now() < end) {
    await sleep(250)
    answer = await ask()
  }
  return answer
}
