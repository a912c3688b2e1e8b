import type { InvariantException, InvariantId } from "../../domain/doctor/invariants"

export type { InvariantException }

export interface Invariant {
  id: InvariantId
  ok: boolean
  exception_count: number
  /** The first hundred. */
  exceptions: InvariantException[]
}

export interface DoctorResponse {
  checked_at: string
  ok: boolean
  invariants: Invariant[]
}
