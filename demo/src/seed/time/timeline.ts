type Happening = (at: Date) => Promise<void>

/** What is going to happen, in order. What happens may plan what follows from it. */
export class Timeline {
  private entries: { at: Date; happen: Happening }[] = []

  add(at: Date, happen: Happening): void {
    const index = this.entries.findIndex((entry) => entry.at > at)
    this.entries.splice(index < 0 ? this.entries.length : index, 0, { at, happen })
  }

  /** Lets everything happen that is planned before `end`. */
  async playUntil(end: Date): Promise<void> {
    for (let next = this.entries[0]; next && next.at < end; next = this.entries[0]) {
      this.entries.shift()
      await next.happen(next.at)
    }
  }
}
