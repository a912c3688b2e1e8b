import type { CartRefusalReason } from "./attribution/refusal-message"

/** Input that names the field and says what would be right. Callers turn it into a 400. */
export class InvalidInput extends Error {
  constructor(
    readonly field: string,
    expectation: string
  ) {
    super(`${field}: ${expectation}`)
    this.name = "InvalidInput"
  }
}

/** What was confirmed is not what would happen now; nothing was written. Callers turn it into a 409. */
export class StalePreview extends Error {
  constructor(message: string) {
    super(message)
    this.name = "StalePreview"
  }
}

/** A click or promo code cannot stand on a cart; nothing was written. */
export class CartRefused extends Error {
  constructor(
    readonly reason: CartRefusalReason,
    /** The click's or promo code's id, where it is known. */
    readonly evidence_id?: string
  ) {
    super(reason)
    this.name = "CartRefused"
  }
}

/** The shopper has ordered before, or is just completing another cart with the code. */
export class FirstOrderTaken extends Error {
  constructor(readonly promo_code: string) {
    super(promo_code)
    this.name = "FirstOrderTaken"
  }
}

/** What a failure says. A workflow hands on what its steps threw as plain objects, so `instanceof Error` is not enough. */
export function messageOf(error: unknown): string {
  const { message } = (typeof error === "object" && error !== null ? error : {}) as { message?: unknown }
  return typeof message === "string" ? message : String(error)
}
