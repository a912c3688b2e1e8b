/**
 * Checked by TypeScript alone: the published shapes are what the module's methods give, as JSON carries it. A line that does not compile
 * names the shape that has to be changed, and says which fields differ.
 */
import type { CountedSums } from "../../domain/statistics/tasks"
import type AffiliateModuleService from "../../modules/affiliate/service"
import type { CartAttributionResult, CartRefusalRow, CapturedClick } from "../../modules/affiliate"
import type { AffiliateRow } from "../../modules/affiliate/affiliates/list-affiliates"
import type { LedgerEntryRow } from "../../modules/affiliate/ledger/list-ledger-entries"
import type { PayoutRow } from "../../modules/affiliate/payouts/list-payouts"
import type { InvitationResult } from "../../workflows/invitations/workflows/invite-affiliates"
import type { NotificationPreview } from "../../workflows/notifications/preview-notification"
import type { ClosedPeriod } from "../../workflows/periods/steps/close-periods"
import type * as Types from ".."

type Module = AffiliateModuleService
type Answer<Method extends (...args: never[]) => unknown> = NonNullable<Awaited<ReturnType<Method>>>
type Row<Method extends (...args: never[]) => Promise<{ rows: unknown[] }>> = Answer<Method>["rows"][number]

// Two functions of one type parameter are the same type only where what they compare with is the same, down to optional fields.
/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
type DifferingFields<A, B> = {
  [Key in keyof A | keyof B]: Key extends keyof A & keyof B ? (Identical<A[Key], B[Key]> extends true ? never : Key) : Key
}[keyof A | keyof B]
type Same<A, B> =
  Identical<Types.Serialized<A>, Types.Serialized<B>> extends true
    ? true
    : DifferingFields<Types.Serialized<A>, Types.Serialized<B>> extends infer Fields
      ? { differs: Fields }
      : never
type Is<Checked extends true> = Checked

type Preview = Answer<Module["payouts"]["preview"]>[number]
type Balances = Answer<Module["ledger"]["listBalances"]> extends Map<string, infer Own extends unknown[]> ? Own : never
type OwnPayoutMethod = Answer<Module["payouts"]["retrieveMethodOf"]>
type Statistics = Answer<Module["statistics"]["list"]>
type Overview = Answer<Module["statistics"]["retrieveOverview"]>
type Tops = Answer<Module["statistics"]["listTops"]>

export type Checked = [
  // Programs and affiliates
  Is<Same<Row<Module["programs"]["list"]>, Types.AdminAffiliateProgram>>,
  Is<Same<Answer<Module["affiliates"]["listProgramsFor"]>[number], Types.StoreAffiliateProgram>>,
  Is<Same<Answer<Module["affiliates"]["retrievePublicTerms"]>["terms"], Types.AffiliatePublicProgram>>,
  Is<Same<Row<Module["affiliates"]["list"]>, Types.AdminAffiliate>>,
  Is<Same<NonNullable<Row<Module["affiliates"]["listWithFigures"]>["figures"]>, Types.AdminAffiliateFigures>>,
  Is<Same<AffiliateRow["effective_commission_percent"], Types.StoreAffiliate["commission_percent"]>>,
  Is<Same<Balances[number], Types.AffiliateBalance>>,
  Is<Same<Answer<Module["affiliates"]["retrieveBillingDetails"]>, Types.AffiliateBillingDetails>>,

  Is<Same<Row<Module["affiliates"]["groups"]["list"]>, Types.AdminAffiliateGroup>>,
  Is<Same<Row<Module["affiliates"]["listNotes"]>, Types.AdminAffiliateNote>>,
  Is<Same<Answer<Module["affiliates"]["listVersions"]>[number], Types.AdminAffiliateVersion>>,

  // Invitations
  Is<Same<Row<Module["invitations"]["list"]>, Types.AdminAffiliateInvitation>>,
  Is<Same<Answer<Module["invitations"]["find"]>, Types.StoreAffiliateInvitation>>,
  Is<Same<InvitationResult[], Types.AdminInviteAffiliatesResponse["results"]>>,

  Is<Same<NotificationPreview, Types.AdminAffiliateNotificationPreview>>,
  Is<Same<Answer<Module["notifications"]["retrieveEmailProvider"]>, Types.AffiliateEmailProvider>>,

  Is<Same<Answer<Module["notifications"]["listOwn"]>[number], Types.StoreAffiliateNotification>>,

  // Clicks, carts and referrals
  Is<Same<Omit<Extract<CapturedClick, { token: string }>, "program">, Types.StoreAffiliateClick>>,
  Is<Same<Extract<CapturedClick, { ignored: string }>["ignored"], Types.AffiliateClickIgnoredReason>>,
  Is<Same<Row<Module["clicks"]["list"]>, Types.AdminAffiliateClick>>,
  Is<Same<Row<Module["clicks"]["group"]>, Types.AdminAffiliateClickGroup>>,
  Is<Same<Row<Module["clicks"]["listIgnored"]>, Types.AdminAffiliateIgnoredClicks>>,
  Is<Same<CartAttributionResult, Types.StoreCartAttribution>>,
  Is<Same<CartRefusalRow, Types.StoreCartRefusal>>,
  Is<Same<Row<Module["referrals"]["list"]>, Types.AdminAffiliateReferral>>,
  Is<Same<Row<Module["referrals"]["listOwn"]>, Types.StoreAffiliateReferral>>,

  // Orders, months and the ledger
  Is<Same<Answer<Module["orders"]["explain"]>, Types.AdminOrderAffiliateResponse>>,
  Is<Same<Row<Module["commissions"]["list"]>, Types.AdminAffiliateCommission>>,
  Is<Same<Answer<Module["commissions"]["total"]>[number], Types.AdminAffiliateCommissionTotal>>,
  Is<Same<Row<Module["periods"]["list"]>, Types.AdminAffiliatePeriod>>,
  Is<Same<Answer<Module["periods"]["retrieve"]>, Types.AdminAffiliatePeriodDetail>>,
  Is<Same<Answer<Module["periods"]["replay"]>, Types.AdminAffiliateReplay>>,
  Is<Same<ClosedPeriod, Types.AdminClosedAffiliatePeriod>>,
  Is<Same<Row<Module["ledger"]["list"]>, Types.AdminAffiliateLedgerEntry>>,
  Is<Same<Omit<LedgerEntryRow, "created_by">, Types.StoreAffiliateLedgerEntry>>,

  // Payouts
  Is<Same<Row<Module["payouts"]["list"]>, Types.AdminAffiliatePayout>>,
  Is<Same<PayoutRow["status"], Types.AffiliatePayoutStatus>>,
  Is<Same<Preview["masked_details"], Types.AdminAffiliatePayoutDetail["masked_details"]>>,
  Is<Same<Omit<Preview, "available" | "reason" | "payout_details_id">, Omit<Types.AdminPreviewedAffiliatePayout, "remaining">>>,
  Is<Same<NonNullable<Preview["reason"]>, Types.AdminSkippedAffiliatePayout["reason"]>>,
  Is<Same<Omit<OwnPayoutMethod, "allowed">, Omit<Types.OwnAffiliatePayoutMethod, "methods">>>,

  // Agreements, statements, figures
  Is<Same<Row<Module["agreements"]["list"]>, Types.AdminAffiliateAgreement>>,
  Is<Same<Row<Module["agreements"]["listAcceptances"]>, Types.AdminAffiliateAgreementAcceptance>>,
  Is<Same<Answer<Module["agreements"]["retrieveOwn"]>, Types.OwnAffiliateAgreement>>,
  Is<Same<Row<Module["statements"]["list"]>, Types.AffiliateStatement>>,
  Is<Same<Answer<Module["statements"]["listOfPeriod"]>[number], Types.AffiliateStatementDetail>>,
  Is<Same<Statistics["buckets"][number], Types.AffiliateStatisticsBucket>>,
  Is<Same<Pick<Overview, "totals" | "before" | "series">, Types.AdminAffiliateStatisticsOverview>>,
  Is<Same<Pick<Tops, "affiliates" | "pages" | "referrers">, Types.AdminAffiliateStatisticsTopsResponse["tops"]>>,
  Is<Same<Answer<Module["statistics"]["countTasks"]>, Omit<Types.AdminAffiliateTasks, "payable" | "missing_details" | "next_period">>>,
  Is<Same<CountedSums, Types.AffiliateCountedSums>>,
  Is<Same<Answer<Module["statistics"]["retrieveSetup"]>, Types.AdminAffiliateSetup>>,
  Is<Same<Answer<Module["doctor"]["run"]>, Types.AdminAffiliateDoctorResponse>>,
]
