/** Checked by TypeScript alone: the published queries and bodies have the fields that the routes take, and values that the routes accept. */
import type { z } from "@medusajs/framework/zod"

import type * as Acceptances from "../../api/admin/affiliate-agreement-acceptances/validators"
import type * as RecordedClicks from "../../api/admin/affiliate-clicks/validators"
import type * as Commissions from "../../api/admin/affiliate-commissions/validators"
import type * as Invitations from "../../api/admin/affiliate-invitations/validators"
import type * as Ledger from "../../api/admin/affiliate-ledger/validators"
import type * as Payouts from "../../api/admin/affiliate-payouts/validators"
import type * as Periods from "../../api/admin/affiliate-periods/validators"
import type * as Programs from "../../api/admin/affiliate-programs/validators"
import type * as Referrals from "../../api/admin/affiliate-referrals/validators"
import type * as Statistics from "../../api/admin/affiliate-statistics/validators"
import type { AdminGetTasks } from "../../api/admin/affiliate-tasks/validators"
import type * as Affiliates from "../../api/admin/affiliates/validators"
import type * as Referrer from "../../api/admin/customers/[id]/affiliate-referrer/validators"
import type * as Order from "../../api/admin/orders/[id]/affiliate/validators"
import type * as Clicks from "../../api/store/affiliate-clicks/validators"
import type * as Own from "../../api/store/affiliates/validators"
import type { ChoosePayoutMethod } from "../../api/utils/payout-method-response"
import type * as Statements from "../../api/utils/statements/statement-params"
import type { StatisticsParams } from "../../api/utils/statistics-params"
import type * as Types from ".."

/** A query arrives as text, so only its fields are compared. */
type SameFields<Schema extends z.ZodType, Published> =
  | Exclude<keyof z.input<Schema>, keyof Published>
  | Exclude<keyof Published, keyof z.input<Schema>> extends infer Differing
  ? [Differing] extends [never]
    ? true
    : { differs: Differing }
  : never
/** A body arrives as it is sent. */
type Accepts<Schema extends z.ZodType, Published> =
  SameFields<Schema, Published> extends true ? Takes<Schema, Published> : SameFields<Schema, Published>
type Takes<Schema extends z.ZodType, Published> = Published extends z.input<Schema> ? true : { not_accepted: Published }
type Is<Checked extends true> = Checked

export type Queries = [
  Is<SameFields<typeof Programs.AdminGetPrograms, Types.AdminAffiliateProgramListParams>>,
  Is<SameFields<typeof Programs.AdminGetAgreements, Types.AdminAffiliateAgreementListParams>>,
  Is<SameFields<typeof Affiliates.AdminGetAffiliates, Types.AdminAffiliateListParams>>,
  Is<SameFields<typeof Affiliates.AdminExportAffiliates, Types.AdminExportAffiliatesParams>>,
  Is<SameFields<typeof Invitations.AdminGetInvitations, Types.AdminAffiliateInvitationListParams>>,
  Is<SameFields<typeof Affiliates.AdminGetNotes, Types.AdminAffiliateNoteListParams>>,
  Is<SameFields<typeof Acceptances.AdminGetAgreementAcceptances, Types.AdminAffiliateAgreementAcceptanceListParams>>,
  Is<SameFields<typeof Referrals.AdminGetReferrals, Types.AdminAffiliateReferralListParams>>,
  Is<SameFields<typeof Commissions.AdminGetCommissions, Types.AdminAffiliateCommissionListParams>>,
  Is<SameFields<typeof Commissions.AdminGetCommissionTotals, Types.AdminAffiliateCommissionTotalsParams>>,
  Is<SameFields<typeof Commissions.AdminExportCommissions, Types.AdminExportAffiliateCommissionsParams>>,
  Is<SameFields<typeof Referrals.AdminExportReferrals, Types.AdminExportAffiliateReferralsParams>>,
  Is<SameFields<typeof RecordedClicks.AdminGetClicks, Types.AdminAffiliateClickListParams>>,
  Is<SameFields<typeof RecordedClicks.AdminGetClickGroups, Types.AdminAffiliateClickGroupListParams>>,
  Is<SameFields<typeof RecordedClicks.AdminGetIgnoredClicks, Types.AdminAffiliateIgnoredClickListParams>>,
  Is<SameFields<typeof RecordedClicks.AdminExportClicks, Types.AdminExportAffiliateClicksParams>>,
  Is<SameFields<typeof Own.StoreGetClicks, Types.StoreAffiliateClickListParams>>,
  Is<SameFields<typeof Ledger.AdminGetLedgerEntries, Types.AdminAffiliateLedgerEntryListParams>>,
  Is<SameFields<typeof Periods.AdminGetPeriods, Types.AdminAffiliatePeriodListParams>>,
  Is<SameFields<typeof Periods.AdminGetPeriod, Types.AdminAffiliatePeriodParams>>,
  Is<SameFields<typeof Payouts.AdminGetPayouts, Types.AdminAffiliatePayoutListParams>>,
  Is<SameFields<typeof Payouts.AdminExportPayouts, Types.AdminExportAffiliatePayoutsParams>>,
  Is<SameFields<typeof Payouts.AdminPreviewPayouts, Types.AdminPreviewAffiliatePayoutsParams>>,
  Is<SameFields<typeof Statistics.AdminGetStatistics, Types.AdminAffiliateStatisticsParams>>,
  Is<SameFields<typeof Statistics.AdminGetStatisticsOverview, Types.AdminAffiliateStatisticsOverviewParams>>,
  Is<SameFields<typeof Statistics.AdminGetStatisticsTops, Types.AdminAffiliateStatisticsTopsParams>>,
  Is<SameFields<typeof AdminGetTasks, Types.AdminAffiliateTasksParams>>,
  Is<SameFields<typeof StatisticsParams, Types.StoreAffiliateStatisticsParams>>,
  Is<SameFields<typeof Statements.StatementListParams, Types.AffiliateStatementListParams>>,
  Is<SameFields<typeof Statements.StatementParams, Types.AffiliateStatementParams>>,
  Is<SameFields<typeof Own.StoreGetAffiliates, Types.StoreAffiliateListParams>>,
  Is<SameFields<typeof Own.StoreGetReferrals, Types.StoreAffiliateReferralListParams>>,
  Is<SameFields<typeof Own.StoreGetCommissions, Types.StoreAffiliateCommissionListParams>>,
  Is<SameFields<typeof Own.StoreGetLedger, Types.StoreAffiliateLedgerEntryListParams>>,
  Is<SameFields<typeof Own.StoreGetPayouts, Types.StoreAffiliatePayoutListParams>>,
]

export type Bodies = [
  Is<Accepts<typeof Programs.AdminCreateProgram, Types.AdminCreateAffiliateProgram>>,
  Is<Accepts<typeof Programs.AdminUpdateProgram, Types.AdminUpdateAffiliateProgram>>,
  Is<Accepts<typeof Affiliates.AdminCreateAffiliate, Types.AdminCreateAffiliate>>,
  Is<Accepts<typeof Affiliates.AdminUpdateAffiliate, Types.AdminUpdateAffiliate>>,
  Is<Accepts<typeof Affiliates.AdminUpdateAffiliates, Types.AdminUpdateAffiliates>>,
  Is<Accepts<typeof Invitations.AdminInviteAffiliates, Types.AdminInviteAffiliates>>,
  Is<Accepts<typeof Own.StoreReadInvitation, Types.StoreReadAffiliateInvitation>>,
  Is<Accepts<typeof Own.StoreAcceptInvitation, Types.StoreAcceptAffiliateInvitation>>,
  Is<Accepts<typeof Affiliates.AdminWriteNote, Types.AdminWriteAffiliateNote>>,
  Is<Accepts<typeof Affiliates.AdminAdjustBalance, Types.AdminCreateAffiliateAdjustment>>,
  Is<Accepts<typeof Referrer.AdminSetCustomerReferrer, Types.AdminSetCustomerAffiliateReferrer>>,
  Is<Accepts<typeof Order.AdminReassignOrder, Types.AdminReassignOrder>>,
  Is<Accepts<typeof Periods.AdminClosePeriod, Types.AdminCloseAffiliatePeriod>>,
  Is<Accepts<typeof Periods.AdminReplayPeriod, Types.AdminReplayAffiliatePeriod>>,
  Is<Accepts<typeof Payouts.AdminCreatePayouts, Types.AdminCreateAffiliatePayouts>>,
  Is<Accepts<typeof Payouts.AdminSettlePayout, Types.AdminSettleAffiliatePayout>>,
  Is<Accepts<typeof Payouts.AdminSettlePayouts, Types.AdminSettleAffiliatePayouts>>,
  Is<Accepts<typeof Payouts.AdminFailPayout, Types.AdminEndAffiliatePayout>>,
  Is<Accepts<typeof Payouts.AdminCancelPayout, Types.AdminCancelAffiliatePayout>>,
  Is<Accepts<typeof ChoosePayoutMethod, Types.ChooseAffiliatePayoutMethod>>,
  Is<SameFields<typeof Statements.BillingDetailsParams, Types.UpdateAffiliateBillingDetails>>,
  Is<Accepts<typeof Clicks.StoreCreateAffiliateClick, Types.StoreCreateAffiliateClick>>,
  Is<Accepts<typeof Own.StoreJoinProgram, Types.StoreJoinAffiliateProgram>>,
  Is<Accepts<typeof Own.StoreAcceptAgreement, Types.StoreAcceptAffiliateAgreement>>,
]
