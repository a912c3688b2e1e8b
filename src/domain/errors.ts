import type { EnrollmentRefusal } from "./affiliates/enrollment"
import type { JoiningRefusal } from "./agreements/agreement"
import { refusalMessage, type CartRefusalReason } from "./attribution/refusal-message"

/** What sort of refusal an error is. An HTTP answer takes its status and type from it. */
export type ErrorKind = "invalid" | "not_allowed" | "forbidden" | "conflict"

/** Why a request is refused, for programs: the closed lists of docs/reference/reasons.md. */
export type ErrorCode =
  | CartRefusalReason
  | EnrollmentRefusal
  | JoiningRefusal
  | "application_incomplete"
  | "invalid_invitation"
  | "stale_preview"
  | "payout_exported"

interface ErrorDetails {
  code?: ErrorCode
  /** The field of the request that is wrong. */
  field?: string
}

/**
 * A request that the plugin refuses; nothing was written. The message is a sentence for people. `withMedusaErrors` turns it into the error
 * that Medusa answers with.
 */
export class DomainError extends Error {
  readonly code?: ErrorCode
  readonly field?: string

  constructor(
    readonly kind: ErrorKind,
    message: string,
    { code, field }: ErrorDetails = {}
  ) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.field = field
  }
}

/** A field of the request is wrong. The message is `field: expectation`, so that a form can show it beside the field. */
export class InvalidInput extends DomainError {
  declare readonly field: string

  constructor(
    field: string,
    readonly expectation: string,
    code?: ErrorCode
  ) {
    super("invalid", `${field}: ${expectation}`, { code, field })
  }
}

/** What was confirmed is not what would happen now. */
export class StalePreview extends DomainError {
  constructor(message: string) {
    super("conflict", message, { code: "stale_preview" })
  }
}

/** A payout that stands in a payment file may be paid: taking it back pays it twice. */
export class PayoutExported extends DomainError {
  constructor(number: number, exportedAt: Date) {
    const file = `Payout ${number} stands in a file of ${exportedAt.toISOString()} and may be paid`
    super("conflict", `${file}: cancel it with confirm_exported once you know that it is not`, { code: "payout_exported" })
  }
}

/** A click or promo code cannot be used on a cart. */
export class CartRefused extends DomainError {
  constructor(
    readonly reason: CartRefusalReason,
    /** The click's or promo code's id, where it is known. */
    readonly evidence_id?: string
  ) {
    super("invalid", refusalMessage("The promo code or click token", reason), { code: reason })
  }
}

/** The shopper has ordered before, or is just completing another cart with the code. */
export class FirstOrderTaken extends DomainError {
  constructor(readonly promo_code: string) {
    super("not_allowed", refusalMessage(`The promo code ${promo_code}`, "not_first_order"), { code: "not_first_order" })
  }
}

/** The message of a failure. A workflow hands its steps' errors on as plain objects, so `instanceof Error` is not enough. */
export function messageOf(error: unknown): string {
  const { message } = (typeof error === "object" && error !== null ? error : {}) as { message?: unknown }
  return typeof message === "string" ? message : String(error)
}
