/** A parallel writer changed the rows that a transaction relies on: the transaction starts again and reads the present state. */
export class ConcurrentChange extends Error {
  constructor(message: string) {
    super(message)
    this.name = new.target.name
  }
}
