/** What was set, and since when. */
export class Versions<T> {
  private readonly versions: { value: T; from: Date }[]

  constructor(first: T) {
    this.versions = [{ value: first, from: new Date(0) }]
  }

  set(value: T, from: Date): void {
    this.versions.push({ value, from })
  }

  at = (at: Date): T => this.versions.filter(({ from }) => from <= at).at(-1)!.value

  get latest(): T {
    return this.versions.at(-1)!.value
  }
}
