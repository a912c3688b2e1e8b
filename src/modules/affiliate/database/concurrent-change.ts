/** A parallel writer changed what a transaction rests on: the transaction starts again, on the state that is there now. */
export class ConcurrentChange extends Error {
  constructor(message: string) {
    super(message)
    this.name = new.target.name
  }
}
