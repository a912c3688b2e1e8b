import type { DoctorReport, InvariantException, InvariantResult } from "../../domain/doctor/invariants"
import type { Serialized } from "../serialized"

/** One row, or one group of rows, that breaks a rule of the books. */
export type AdminAffiliateInvariantException = InvariantException

/** One rule of the books, with what breaks it. */
export type AdminAffiliateInvariant = InvariantResult

/** `GET /admin/affiliate-doctor` */
export type AdminAffiliateDoctorResponse = Serialized<DoctorReport>
