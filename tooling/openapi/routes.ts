/** What a route answers: a type of `src/types`, or a type of file. */
export type Answer = string | string[]

export interface RouteDescription {
  /** One sentence for whoever calls it. */
  does: string
  /** By status, where it is not 200 alone. */
  answers: Answer | Record<number, Answer>
  /** Whether it can be refused with 409, because something has changed or has to be done first. */
  conflicts?: true
}

const CSV = "text/csv"
const HTML = "text/html"
const JS = "text/javascript"
const created = (answer: string) => ({ 200: answer, 201: answer })

/** Every route, in the order of its file. The generator refuses a route that is not here, and a row that has no route. */
export const ROUTES: Record<string, RouteDescription> = {
  "GET /admin/affiliate-agreement-acceptances": {
    does: "Lists who accepted which version of which agreement, newest first.",
    answers: "AdminAffiliateAgreementAcceptanceListResponse",
  },
  "GET /admin/affiliate-clicks": {
    does: "Lists clicks, newest first, each with what became of it.",
    answers: "AdminAffiliateClickListResponse",
  },
  "GET /admin/affiliate-clicks/export": { does: "Downloads all clicks that the filters find.", answers: CSV },
  "GET /admin/affiliate-clicks/groups": {
    does: "Counts the clicks that the filters find by page, referrer, affiliate, `sub` or day.",
    answers: "AdminAffiliateClickGroupListResponse",
  },
  "GET /admin/affiliate-clicks/ignored": {
    does: "Counts page views that carried nothing to record, by day and reason.",
    answers: "AdminAffiliateIgnoredClickListResponse",
  },
  "GET /admin/affiliate-commissions": {
    does: "Lists commissions: what each order, and each later change of it, earns.",
    answers: "AdminAffiliateCommissionListResponse",
  },
  "GET /admin/affiliate-commissions/export": { does: "Downloads all commissions that the filters find.", answers: CSV },
  "GET /admin/affiliate-commissions/totals": {
    does: "Adds up all commissions that the filters find, by currency.",
    answers: "AdminAffiliateCommissionTotalsResponse",
  },
  "GET /admin/affiliate-doctor": {
    does: "Checks every rule of the books over the whole database and names each exception. Slow: for people, not for monitors.",
    answers: "AdminAffiliateDoctorResponse",
  },
  "GET /admin/affiliate-groups": { does: "Lists groups of affiliates.", answers: "AdminAffiliateGroupListResponse" },
  "POST /admin/affiliate-groups": { does: "Creates a group of affiliates.", answers: "AdminAffiliateGroupResponse" },
  "DELETE /admin/affiliate-groups/{id}": { does: "Deletes a group. Its affiliates stay.", answers: "AdminAffiliateGroupDeleteResponse" },
  "GET /admin/affiliate-groups/{id}": { does: "Answers one group.", answers: "AdminAffiliateGroupResponse" },
  "POST /admin/affiliate-groups/{id}": { does: "Renames a group.", answers: "AdminAffiliateGroupResponse" },
  "POST /admin/affiliate-groups/{id}/affiliates": {
    does: "Adds affiliates to a group and removes others; those who are in it already, or are not in it, stay as they are.",
    answers: "AdminAffiliateGroupResponse",
  },
  "GET /admin/affiliate-invitations": {
    does: "Lists invitations to become an affiliate.",
    answers: "AdminAffiliateInvitationListResponse",
  },
  "POST /admin/affiliate-invitations": {
    does: "Invites people by e-mail and answers what became of each line. The links are told only here.",
    answers: created("AdminInviteAffiliatesResponse"),
  },
  "POST /admin/affiliate-invitations/{id}/resend": {
    does: "Sends an invitation again with a new link; the former link no longer works.",
    answers: "AdminResendAffiliateInvitationResponse",
  },
  "POST /admin/affiliate-invitations/{id}/withdraw": {
    does: "Takes an invitation back: its link no longer works.",
    answers: "AdminAffiliateInvitationResponse",
  },
  "GET /admin/affiliate-ledger": { does: "Lists ledger entries.", answers: "AdminAffiliateLedgerEntryListResponse" },
  "GET /admin/affiliate-notification-provider": {
    does: "Tells who sends the store's e-mails; null where nobody does.",
    answers: "AdminAffiliateEmailProviderResponse",
  },
  "GET /admin/affiliate-pay-runs": { does: "Lists rounds of payouts, newest first.", answers: "AdminAffiliatePayRunListResponse" },
  "GET /admin/affiliate-pay-runs/{id}": {
    does: "Answers one round of payouts: amounts by method and currency, and what each file holds and leaves out.",
    answers: "AdminAffiliatePayRunResponse",
  },
  "GET /admin/affiliate-payout-methods": {
    does: "Lists every way to pay affiliates that this store knows.",
    answers: "AdminAffiliatePayoutMethodListResponse",
  },
  "GET /admin/affiliate-payouts": { does: "Lists payouts, newest first.", answers: "AdminAffiliatePayoutListResponse" },
  "POST /admin/affiliate-payouts": {
    does: "Creates payouts of what is available; 200 where there is nobody to pay. 409 when balances or methods have changed since the preview whose `fingerprint` is sent.",
    answers: created("AdminCreateAffiliatePayoutsResponse"),
    conflicts: true,
  },
  "GET /admin/affiliate-payouts/export": {
    does: "Downloads payouts as a list for the books, or as a payment file for a bank or provider, which marks them as exported. The header `x-affiliate-left-out` names payouts that a payment file cannot hold.",
    answers: [CSV, "application/xml"],
    conflicts: true,
  },
  "GET /admin/affiliate-payouts/preview": {
    does: "Tells what paying out now would do. Nothing is written.",
    answers: "AdminPreviewAffiliatePayoutsResponse",
  },
  "POST /admin/affiliate-payouts/settle": {
    does: "Marks several payouts as paid: all or none.",
    answers: "AdminSettleAffiliatePayoutsResponse",
  },
  "GET /admin/affiliate-payouts/{id}": { does: "Answers one payout.", answers: "AdminAffiliatePayoutResponse" },
  "POST /admin/affiliate-payouts/{id}/cancel": {
    does: "Cancels a payout that is not made: the amount is available again. 409 while it stands in a payment file, unless `confirm_exported` is sent.",
    answers: "AdminAffiliatePayoutResponse",
    conflicts: true,
  },
  "POST /admin/affiliate-payouts/{id}/check": {
    does: "Asks the payout's provider what became of it.",
    answers: "AdminAffiliatePayoutResponse",
  },
  "POST /admin/affiliate-payouts/{id}/fail": {
    does: "Marks a payout as failed because the transfer came back: the amount is available again.",
    answers: "AdminAffiliatePayoutResponse",
  },
  "POST /admin/affiliate-payouts/{id}/settle": { does: "Marks a payout as paid.", answers: "AdminAffiliatePayoutResponse" },
  "GET /admin/affiliate-periods": {
    does: "Lists months, newest first, with every program's current one.",
    answers: "AdminAffiliatePeriodListResponse",
  },
  "GET /admin/affiliate-periods/{period}": {
    does: "Answers one month figure by figure: what its close wrote, or would write now.",
    answers: "AdminAffiliatePeriodResponse",
  },
  "POST /admin/affiliate-periods/{period}/close": {
    does: "Closes a month, of every program unless one is named. Closing it again writes nothing.",
    answers: "AdminCloseAffiliatePeriodResponse",
  },
  "POST /admin/affiliate-periods/{period}/replay": {
    does: "Tells what a month would have paid under other settings. Nothing is written.",
    answers: "AdminReplayAffiliatePeriodResponse",
  },
  "GET /admin/affiliate-periods/{period}/statements": {
    does: "Downloads all statements of a closed month: their PDFs in one ZIP, or one CSV.",
    answers: ["application/zip", CSV],
  },
  "POST /admin/affiliate-periods/{period}/statements": {
    does: "Mails affiliates their statements of a closed month, each once and at most 50 in a call.",
    answers: "AdminSendAffiliatePeriodStatementsResponse",
  },
  "GET /admin/affiliate-programs": { does: "Lists programs.", answers: "AdminAffiliateProgramListResponse" },
  "POST /admin/affiliate-programs": { does: "Creates a program.", answers: "AdminAffiliateProgramResponse" },
  "GET /admin/affiliate-programs/{id}": { does: "Answers one program.", answers: "AdminAffiliateProgramResponse" },
  "POST /admin/affiliate-programs/{id}": {
    does: "Changes a program's settings. What is left out stays as it is.",
    answers: "AdminAffiliateProgramResponse",
  },
  "GET /admin/affiliate-programs/{id}/agreements": {
    does: "Lists the versions of the program's agreement, newest first.",
    answers: "AdminAffiliateAgreementListResponse",
  },
  "GET /admin/affiliate-programs/{id}/commission-rules": {
    does: "Lists the program's commission rules in the order in which they are tried.",
    answers: "AdminAffiliateCommissionRuleListResponse",
  },
  "POST /admin/affiliate-programs/{id}/commission-rules": {
    does: "Creates a commission rule.",
    answers: "AdminAffiliateCommissionRuleResponse",
  },
  "POST /admin/affiliate-programs/{id}/commission-rules/order": {
    does: "Puts the program's commission rules into another order. The answer is all rules in it.",
    answers: "AdminOrderAffiliateCommissionRulesResponse",
  },
  "POST /admin/affiliate-programs/{id}/commission-rules/try": {
    does: "Tells which rule a line that might be ordered would earn by, and why the others would be passed over. Nothing is written.",
    answers: "AdminTryAffiliateCommissionRulesResponse",
  },
  "DELETE /admin/affiliate-programs/{id}/commission-rules/{rule_id}": {
    does: "Deletes a commission rule. What was earned by it stays.",
    answers: "AdminAffiliateCommissionRuleDeleteResponse",
  },
  "GET /admin/affiliate-programs/{id}/commission-rules/{rule_id}": {
    does: "Answers one commission rule.",
    answers: "AdminAffiliateCommissionRuleResponse",
  },
  "POST /admin/affiliate-programs/{id}/commission-rules/{rule_id}": {
    does: "Changes a commission rule. What is left out stays as it is; `rate` and `conditions` are each replaced as a whole.",
    answers: "AdminAffiliateCommissionRuleResponse",
  },
  "GET /admin/affiliate-programs/{id}/notifications/{name}": {
    does: "Shows an e-mail of the program as it would be sent now.",
    answers: "AdminAffiliateNotificationResponse",
  },
  "POST /admin/affiliate-programs/{id}/notifications/{name}/send": {
    does: "Sends the e-mail, as its preview shows it, to the user who asks.",
    answers: "AdminSendAffiliateNotificationResponse",
  },
  "GET /admin/affiliate-referrals": { does: "Lists referrals.", answers: "AdminAffiliateReferralListResponse" },
  "GET /admin/affiliate-referrals/export": { does: "Downloads all referrals that the filters find.", answers: CSV },
  "GET /admin/affiliate-setup": { does: "Tells what of the setup is done.", answers: "AdminAffiliateSetupResponse" },
  "GET /admin/affiliate-statistics": {
    does: "Counts clicks, referrals, orders, expenses and commissions by day, week or month.",
    answers: "AdminAffiliateStatisticsResponse",
  },
  "GET /admin/affiliate-statistics/overview": {
    does: "Answers the totals of just the requested days, those of the range before, and the series of the days.",
    answers: "AdminAffiliateStatisticsOverviewResponse",
  },
  "GET /admin/affiliate-statistics/tops": {
    does: "Names the affiliates, pages and referrers that brought most.",
    answers: "AdminAffiliateStatisticsTopsResponse",
  },
  "GET /admin/affiliate-tasks": { does: "Counts what waits for the merchant.", answers: "AdminAffiliateTasksResponse" },
  "GET /admin/affiliates": {
    does: "Lists affiliates, with their figures where the request names a range.",
    answers: "AdminAffiliateListResponse",
  },
  "POST /admin/affiliates": {
    does: "Enrolls a customer. A customer who is an affiliate already stays as they are, and `is_new` says so.",
    answers: created("AdminCreateAffiliateResponse"),
  },
  "GET /admin/affiliates/batch/export": { does: "Downloads all affiliates that the filters find.", answers: CSV },
  "POST /admin/affiliates/batch/update": {
    does: "Makes one change of many affiliates and answers what became of each.",
    answers: "AdminUpdateAffiliatesResponse",
  },
  "GET /admin/affiliates/{id}": { does: "Answers one affiliate with their balances.", answers: "AdminAffiliateResponse" },
  "POST /admin/affiliates/{id}": {
    does: "Changes an affiliate's status or rate, or hands the affiliate over to another customer.",
    answers: "AdminAffiliateResponse",
  },
  "POST /admin/affiliates/{id}/adjustments": {
    does: "Corrects an affiliate's balance; a minus takes off.",
    answers: "AdminAffiliateAdjustmentResponse",
  },
  "GET /admin/affiliates/{id}/agreement": {
    does: "Answers the agreement of the affiliate's program and what the affiliate has accepted of it.",
    answers: "OwnAffiliateAgreementResponse",
  },
  "GET /admin/affiliates/{id}/billing-details": {
    does: "Answers what statements call the affiliate.",
    answers: "AffiliateBillingDetailsResponse",
  },
  "POST /admin/affiliates/{id}/billing-details": {
    does: "Changes what statements call the affiliate. What is left out stays as it is, null takes it away.",
    answers: "AffiliateBillingDetailsResponse",
  },
  "GET /admin/affiliates/{id}/history": {
    does: "Answers the affiliate's status and own rate through time, newest first.",
    answers: "AdminAffiliateHistoryResponse",
  },
  "GET /admin/affiliates/{id}/notes": {
    does: "Lists the notes about an affiliate, newest first.",
    answers: "AdminAffiliateNoteListResponse",
  },
  "POST /admin/affiliates/{id}/notes": { does: "Adds a note, which is never changed.", answers: "AdminAffiliateNoteResponse" },
  "GET /admin/affiliates/{id}/payout-method": {
    does: "Answers how the affiliate is paid, and what they may choose from.",
    answers: "OwnAffiliatePayoutMethodResponse",
  },
  "POST /admin/affiliates/{id}/payout-method": {
    does: "Chooses how the affiliate is paid.",
    answers: "OwnAffiliatePayoutMethodResponse",
  },
  "GET /admin/affiliates/{id}/statements": {
    does: "Lists the affiliate's statements, newest month first.",
    answers: "AffiliateStatementListResponse",
  },
  "GET /admin/affiliates/{id}/statements/{statement}": {
    does: "Answers a month's statements: `2016-04` as JSON, `2016-04.csv`, `2016-04.html` to print, or `2016-04.pdf`.",
    answers: ["AffiliateStatementResponse", CSV, HTML, "application/pdf"],
    conflicts: true,
  },
  "GET /admin/customers/{id}/affiliate-referrer": {
    does: "Answers the customer's current referrals, and their own enrolments as an affiliate.",
    answers: "AdminCustomerAffiliateReferrerResponse",
  },
  "POST /admin/customers/{id}/affiliate-referrer": {
    does: "Refers the customer to an affiliate by hand, or ends the customer's referrals with `affiliate_id: null`.",
    answers: "AdminCustomerAffiliateReferrerResponse",
  },
  "GET /admin/orders/{id}/affiliate": {
    does: "Explains an order: which codes, referrals and clicks touched it, which rule decided, at which rate, what it earns, and what became of that.",
    answers: "AdminOrderAffiliateResponse",
  },
  "POST /admin/orders/{id}/affiliate": {
    does: "Gives the order to another affiliate by hand, or to nobody with `affiliate_id: null`.",
    answers: "AdminOrderAffiliateResponse",
  },
  "GET /admin/promotions/{id}/affiliate": {
    does: "Names the affiliate whose promo code a promotion stands behind; null of a promotion of the merchant's own.",
    answers: "AdminPromotionAffiliateResponse",
  },

  "POST /affiliate/clicks": {
    does: "Records a click from a browser. The body is JSON, sent as `application/json` or as `text/plain`.",
    answers: created("StoreAffiliateClickResponse"),
  },
  "GET /affiliate/counter": {
    does: "The counter of a site that can hold nothing but an image: a GIF of one pixel, whatever the parameters `project`, `p` (page), `r` (referrer) and `rnd`. The header `x-affiliate-click` has the click's token, or `x-affiliate-ignored` the reason why there is none.",
    answers: "image/gif",
  },
  "GET /affiliate/portal": { does: "The affiliates' portal.", answers: HTML },
  "GET /affiliate/portal/assets/{file}": { does: "A script or style sheet of the portal.", answers: [JS, "text/css"] },
  "GET /affiliate/portal/callback/{provider}": { does: "The portal, after a log-in at another site.", answers: HTML },
  "GET /affiliate/portal/config": {
    does: "Answers what the portal needs before anybody is logged in.",
    answers: "AffiliatePortalConfigResponse",
  },
  "GET /affiliate/portal/embed.js": { does: "The script by which a page of the shop embeds the portal.", answers: JS },
  "GET /affiliate/portal/join/{handle}": { does: "The portal's sign-up page of a program.", answers: HTML },
  "GET /affiliate/portal/reset-password": { does: "The portal's page for a new password.", answers: HTML },
  "GET /affiliate/tracker.js": { does: "The script that records clicks on the pages of the shop.", answers: "application/javascript" },

  "POST /store/affiliate-clicks": {
    does: "Records a click that a server or a storefront reports: 201 with its token, or 200 with the reason why there is none.",
    answers: created("StoreAffiliateClickResponse"),
  },
  "GET /store/affiliate-programs": {
    does: "Lists the programs that the customer may join, or has joined, with their terms.",
    answers: "StoreAffiliateProgramListResponse",
  },
  "POST /store/affiliates/invitations/accept": {
    does: "Joins a program by an invitation; 200 for a customer who had accepted it before.",
    answers: created("StoreAffiliateResponse"),
    conflicts: true,
  },
  "POST /store/affiliates/invitations/read": {
    does: "Tells what the holder of a link is invited to, before they log in.",
    answers: "StoreAffiliateInvitationResponse",
  },
  "GET /store/affiliates/me": { does: "Lists the customer's enrolments, one for each program.", answers: "StoreAffiliateListResponse" },
  "POST /store/affiliates/me": {
    does: "Joins a program; 200 for a customer who had joined before.",
    answers: created("StoreAffiliateResponse"),
    conflicts: true,
  },
  "DELETE /store/affiliates/me/{id}/agreement": {
    does: "Withdraws from the agreement, whichever version was accepted.",
    answers: "OwnAffiliateAgreementResponse",
  },
  "GET /store/affiliates/me/{id}/agreement": {
    does: "Answers the agreement of the affiliate's program and what the affiliate has accepted of it; null where the program has none.",
    answers: "OwnAffiliateAgreementResponse",
  },
  "POST /store/affiliates/me/{id}/agreement": {
    does: "Accepts the version that holds now; 409 when another one does.",
    answers: "OwnAffiliateAgreementResponse",
    conflicts: true,
  },
  "GET /store/affiliates/me/{id}/billing-details": {
    does: "Answers what statements call the affiliate.",
    answers: "AffiliateBillingDetailsResponse",
  },
  "POST /store/affiliates/me/{id}/billing-details": {
    does: "Changes what statements call the affiliate. What is left out stays as it is, null takes it away.",
    answers: "AffiliateBillingDetailsResponse",
  },
  "GET /store/affiliates/me/{id}/clicks": {
    does: "Counts the affiliate's clicks by day, page or `sub`.",
    answers: "StoreAffiliateClickListResponse",
  },
  "GET /store/affiliates/me/{id}/commissions": {
    does: "Lists the affiliate's commissions.",
    answers: "StoreAffiliateCommissionListResponse",
  },
  "GET /store/affiliates/me/{id}/ledger": {
    does: "Lists the entries of the affiliate's account.",
    answers: "StoreAffiliateLedgerEntryListResponse",
  },
  "GET /store/affiliates/me/{id}/next-payouts": {
    does: "Tells what the affiliate would be paid now in each currency, and why not.",
    answers: "StoreNextAffiliatePayoutsResponse",
  },
  "GET /store/affiliates/me/{id}/notifications": {
    does: "Tells which e-mails the affiliate gets.",
    answers: "StoreAffiliateNotificationsResponse",
  },
  "POST /store/affiliates/me/{id}/notifications": {
    does: "Switches e-mails to the affiliate on and off. What is left out stays as it is.",
    answers: "StoreAffiliateNotificationsResponse",
  },
  "GET /store/affiliates/me/{id}/payout-method": {
    does: "Answers how the affiliate is paid, and what they may choose from.",
    answers: "OwnAffiliatePayoutMethodResponse",
  },
  "POST /store/affiliates/me/{id}/payout-method": {
    does: "Chooses how the affiliate is paid.",
    answers: "OwnAffiliatePayoutMethodResponse",
  },
  "GET /store/affiliates/me/{id}/payouts": { does: "Lists the affiliate's payouts.", answers: "StoreAffiliatePayoutListResponse" },
  "GET /store/affiliates/me/{id}/referrals": {
    does: "Lists the affiliate's referrals: when they registered and what they spent, but of their names only a part.",
    answers: "StoreAffiliateReferralListResponse",
  },
  "GET /store/affiliates/me/{id}/statements": {
    does: "Lists the affiliate's statements, newest month first.",
    answers: "AffiliateStatementListResponse",
  },
  "GET /store/affiliates/me/{id}/statements/{statement}": {
    does: "Answers a month's statements: `2016-04` as JSON, `2016-04.csv`, `2016-04.html` to print, or `2016-04.pdf`. 409 until the current agreement is accepted, except for the figures.",
    answers: ["AffiliateStatementResponse", CSV, HTML, "application/pdf"],
    conflicts: true,
  },
  "GET /store/affiliates/me/{id}/statistics": {
    does: "Counts the affiliate's clicks, referrals, orders, expenses and commissions by day, week or month.",
    answers: "StoreAffiliateStatisticsResponse",
  },
  "GET /store/affiliates/me/{id}/terms": {
    does: "Tells what the affiliate's orders earn now: the rules that can match them, by their public names.",
    answers: "StoreAffiliateTermsResponse",
  },
  "GET /store/carts/{id}/affiliate": {
    does: "Tells who would get the order if the cart were placed now, and which code or token was refused.",
    answers: "StoreCartAttributionResponse",
  },
  "POST /store/carts/{id}/affiliate": {
    does: "Puts a click or a promo code on the cart; a code that gives a discount is applied as well.",
    answers: "StoreAttributeCartResponse",
  },
}
