const M = "src/modules/affiliate"
const MONTHS = `${M}/periods/period-commissions.ts`
const TABLES = `${M}/migrations/Migration20261129090000_affiliate.ts`
const SQL = `${M}/migrations/sql`
/** For mistakes that show in the first hundred programs. */
const FEW_PROGRAMS = { PROPERTY_PROGRAMS: "100" }

/**
 * Mistakes that have cost others money, each with the test that has to see it.
 *
 * @typedef {{ name: string, edits: [file: string, find: string, replace: string][], test: [stage: string, spec: string, name: string], env?: Record<string, string> }} Mutant
 * @type {Mutant[]}
 */
export const MUTANTS = [
  {
    name: "no transaction: every statement commits by itself",
    edits: [[`${M}/database/transaction.ts`, "return work(sql)", 'await rows(sql, "COMMIT")\n        return work(sql)']],
    test: ["lifecycle", "close", "leaves nothing behind when it dies in the middle"],
  },
  {
    name: "no unique key for an order's rows",
    edits: [
      [
        TABLES,
        'CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_commission_order_id_sequence_unique"',
        'CREATE INDEX IF NOT EXISTS "IDX_x"',
      ],
      [`${M}/commissions/record-commissions.ts`, "ON CONFLICT (order_id, sequence) DO NOTHING", ""],
    ],
    test: ["concurrency", "double-delivery", "takes each of 50 canceled orders back once"],
  },
  {
    name: ">= instead of >: a credit is on hold for a moment longer",
    edits: [[`${M}/ledger/available.ts`, ".available_at <= ${NOW} OR", ".available_at < ${NOW} OR"]],
    test: ["lifecycle", "close", "holds a credit for the hold period, to the second"],
  },
  {
    name: "a month is closed before an earlier one",
    edits: [
      ["src/domain/periods/close-refusal.ts", "if (open_before !== null) return", "if (open_before === '') return"],
      [`${SQL}/ledger-rules.ts`, "elsif new.status = 'closed' and exists", "elsif false and exists"],
    ],
    test: ["lifecycle", "close-order", "a month is closed after the earlier ones"],
  },
  {
    name: "what comes late opens a month that is older than a closed one",
    edits: [
      [`${M}/commissions/record-commissions.ts`, "greatest(first_open_period, natural_period) AS period", "natural_period AS period"],
      [`${SQL}/ledger-rules.ts`, "if new.status = 'open' then", "if false then"],
    ],
    test: ["lifecycle", "close-order", "an order older than the program"],
  },
  {
    name: "a reversal is netted when its month is available, not when it is recorded",
    edits: [
      [`${M}/payouts/accounts.ts`, "posted.amount + coalesce(reversals.amount, 0)", "posted.amount + 0 * coalesce(reversals.amount, 0)"],
    ],
    test: ["lifecycle", "known-reversals", "does not pay what was taken back"],
  },
  {
    name: "what other orders have earned meanwhile makes up for a reversal",
    edits: [[`${M}/ledger/available.ts`, "commission.currency_code, commission.order_id HAVING", "commission.currency_code HAVING"]],
    test: ["lifecycle", "known-reversals", "whatever other orders have earned"],
  },
  {
    name: "money is dated by the server's clock",
    edits: [[`${M}/database/clock.ts`, "if (given) return given", "if (given ?? sql) return given ?? new Date()"]],
    test: ["lifecycle", "clocks", "money is dated by the database"],
  },
  {
    name: "progress is dated by the server's clock",
    edits: [["src/workflows/orders/steps/reconcile-orders.ts", "began_at: now < began_at ? now : began_at", "began_at: now"]],
    test: ["lifecycle", "clocks", "makes later ones skip nothing"],
  },
  {
    name: "statements are numbered by affiliate, not by month",
    edits: [
      [
        `${M}/statements/number-statements.ts`,
        "ORDER BY statements.period, affiliate.number",
        "ORDER BY affiliate.number, statements.period",
      ],
    ],
    test: ["module", "issue-statement", "a close gives numbers"],
  },
  {
    name: "months in UTC instead of the program's zone",
    edits: [
      [
        `${M}/commissions/record-commissions.ts`,
        "to_char(caused.occurred_at AT TIME ZONE program.timezone",
        "to_char(caused.occurred_at AT TIME ZONE 'UTC'",
      ],
    ],
    test: ["lifecycle", "close", "takes the whole month and nothing else"],
  },
  {
    name: "floats: what was given back is computed in double precision",
    edits: [
      [
        `${M}/commissions/order-worth.ts`,
        "affiliate_round(greatest(0, lines.commission * kept.share + lines.noise), subject.currency_code)",
        "affiliate_round(greatest(0, (lines.commission::float8 * kept.share::float8)::numeric), subject.currency_code)",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "no floor: an order whose discounts exceed its items costs the affiliate",
    edits: [
      [`${M}/commissions/order-worth.ts`, "greatest(0, lines.commission * kept.share + lines.noise)", "lines.commission * kept.share"],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
    env: FEW_PROGRAMS,
  },
  {
    name: "rounded line by line",
    edits: [
      [
        `${M}/commissions/order-worth.ts`,
        "SELECT sum(line.expense) AS expense",
        "SELECT sum(affiliate_round(line.expense, subject.currency_code)) AS expense",
      ],
    ],
    test: ["lifecycle", "parity", "gives what Medusa's own totals give"],
  },
  {
    name: "the legs of a credit are swapped",
    edits: [
      [
        `${M}/ledger/posting.ts`,
        "('affiliate', ${affiliate}), ('${counter}', ${-affiliate})",
        "('affiliate', ${-affiliate}), ('${counter}', ${affiliate})",
      ],
    ],
    test: ["lifecycle", "close", "holds a credit for the hold period, to the second"],
  },
  {
    name: "no lock between recording and closing",
    edits: [[`${SQL}/ledger-rules.ts`, "order by p.id for share;", "order by p.id;"]],
    test: ["module", "open-period", "a close"],
  },
  {
    name: "affiliates who are not active earn",
    edits: [["src/domain/attribution/attribution.ts", 'if (affiliate.status !== "active")', 'if (affiliate.status === "never")']],
    test: ["unit", "attribution-refusal", ""],
  },
  {
    name: "a payout that was paid can be edited",
    edits: [[`${SQL}/payout-rules.ts`, "when (old.status <> 'processing'\n                         or (new.", "when ((new."]],
    test: ["module", "__tests__/payout-races", "a payout's money never changes"],
  },
  {
    name: "the first order is looked for, and then claimed without a key",
    edits: [[`${M}/attribution/first-order.ts`, "if (claimed.length < known.length) throw", "if (claimed.length < 0) throw"]],
    test: ["concurrency", "first-order", "gives one of twenty parallel completions"],
  },
  {
    name: "one digit more than the currency has",
    edits: [[`${SQL}/functions.ts`, "affiliate_currency_digits(currency_code)) $$`", "affiliate_currency_digits(currency_code) + 1) $$`"]],
    test: ["module", "sql-functions", "affiliate_round rounds half away from zero"],
  },
  {
    name: "a provider is asked to pay without having claimed the payout",
    edits: [
      [
        "src/workflows/payouts/ask-provider.ts",
        "return (await affiliate.payouts.claimSending(payout)) ? provider",
        "return [await affiliate.payouts.claimSending(payout)] ? provider",
      ],
    ],
    test: ["http", "admin/payout-methods", "are asked by one of eight who send at once"],
  },
  {
    name: "a payout that was sent is sent again, without asking",
    edits: [
      ["src/workflows/payouts/ask-provider.ts", "const known = payout.sent_at ?", "const known = payout.number < 0 ?"],
      ["src/domain/payouts/payout-sending.ts", ">= RESEND_AFTER_MINUTES * MINUTES", ">= 0 * RESEND_AFTER_MINUTES * MINUTES"],
    ],
    test: ["http", "admin/payout-methods", "time out after they have paid"],
  },
  {
    name: "store credit is written without a key",
    edits: [
      [`${M}/payouts/providers/store-credit.ts`, "const credit = { id: transactionId(payout), account_id", "const credit = { account_id"],
    ],
    test: ["lifecycle", "store-credit", "dies before every statement of a payout"],
  },
  {
    name: "what was confirmed is not held against what is created",
    edits: [[`${M}/payouts/create-payouts.ts`, "if (fingerprint !== undefined && ", "if (fingerprint === null && "]],
    test: ["http", "admin/payout-methods", "are what is created, or nothing is"],
  },
  {
    name: "a month is due as soon as it has begun",
    edits: [[`${M}/periods/due-periods.ts`, ".ends_at} <= :now\n  ORDER BY", ".starts_at} <= :now\n  ORDER BY"]],
    test: ["module", "periods/__tests__/periods", "every period that ended"],
  },
  {
    name: "a correction follows whichever of a month's two lines",
    edits: [[`${M}/commissions/commission-line.ts`, "ORDER BY decided.is_judged DESC", "ORDER BY decided.is_judged"]],
    test: ["module", "commission-line", "follows what was judged"],
  },
  {
    name: "a round that finds its provider gone gives back what another round has sent",
    edits: [["src/workflows/payouts/ask-provider.ts", "sent_at: null } as const", "} as const"]],
    test: ["http", "admin/payout-providers", "is gone for a round that listed the payout"],
  },
  {
    name: "an order that is gone keeps its commission",
    edits: [[`${M}/commissions/order-worth.ts`, "o.id IS NULL OR o.status IN", "o.status IN"]],
    test: ["lifecycle", "reconcile", "takes its commission back, once"],
  },
  {
    name: "a line break in a cell of a CSV begins a row",
    edits: [["src/domain/text/csv-format.ts", "quote_record_delimiter: true", "quote_record_delimiter: false"]],
    test: ["http", "admin/payout-files", "no cell of any file begins a formula"],
  },
  {
    name: "paying what is owed with store credit counts as a sale",
    edits: [
      [`${M}/commissions/order-worth.ts`, "amount > 0 AND coalesce(reference", "coalesce(reference"],
      [`${M}/commissions/order-worth.ts`, "least(1, greatest(0,", "greatest(0, greatest(0,"],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
    env: FEW_PROGRAMS,
  },
  {
    name: "credit that was paid out still counts as captured",
    edits: [[`${M}/commissions/order-worth.ts`, "(WHERE NOT line.is_granted)", "(WHERE NOT line.is_granted AND line.amount > 0)"]],
    test: ["lifecycle", "order-settled", "takes from an order what was really given back"],
  },
  {
    name: "a refund that came before its return is subtracted twice",
    edits: [
      [
        `${M}/commissions/order-worth.ts`,
        "(${CAPTURED}) + credit.paid + lines.noise",
        "CASE subject.commission_basis WHEN 'captured' THEN (${CAPTURED}) + credit.paid END",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
    env: FEW_PROGRAMS,
  },
  {
    name: "the noise of Medusa's floats rounds half a cent down",
    edits: [[`${SQL}/functions.ts`, "select least(size * 1e-14,", "select least(size * 0,"]],
    test: ["properties", "random-stores", "keeps the same books"],
    env: FEW_PROGRAMS,
  },
  {
    name: "what is less than half a cent counts as noise",
    edits: [
      [`${SQL}/functions.ts`, "select least(size * 1e-14, power(10::numeric, -6", "select greatest(size * 1e-14, power(10::numeric, -1"],
    ],
    test: ["module", "sql-functions", "affiliate_float_noise"],
  },
  {
    name: "an order that is recorded late is refused by what its affiliate is today",
    edits: [[`${M}/attribution/load-evidence.ts`, "affiliate_at(affiliate.id, touched.held_at)", "affiliate_at(affiliate.id, 'infinity')"]],
    test: ["lifecycle", "what-held", "and since then the affiliate is suspended"],
  },
  {
    name: "an order that is recorded late earns by the program's settings of today",
    edits: [
      [
        `${M}/attribution/write-decisions.ts`,
        "affiliate_program_at(given.program_id, given.placed_at)",
        "affiliate_program_at(given.program_id, 'infinity')",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "a customer group that was deleted still forbids",
    edits: [[`${M}/store/group-members.ts`, " AND customer_group.deleted_at IS NULL", ""]],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "orders of other sales channels earn",
    edits: [
      ["src/domain/attribution/attribution.ts", "program.sales_channel_ids.length === 0 ||", "program.sales_channel_ids.length >= 0 ||"],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "a promo code is lost with its promotion",
    edits: [
      [
        `${M}/attribution/load-evidence.ts`,
        "      FROM order_promotion\n",
        "      FROM order_promotion JOIN promotion ON promotion.id = order_promotion.promotion_id AND promotion.deleted_at IS NULL\n",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "whoever deletes their account orders for the first time again",
    edits: [
      [`${M}/attribution/earlier-order.ts`, "FROM affiliate_attribution WHERE email", "FROM affiliate_attribution WHERE false AND email"],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "a referrer who is set by hand gets no order that was decided before",
    edits: [
      [
        `${M}/referrals/set-referrer.ts`,
        "await readOrdersOfPerson(sql, person, program_id, started_at)",
        "(await readOrdersOfPerson(sql, person, program_id, started_at)).slice(9)",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "a referrer who is set by hand gets orders of closed months",
    edits: [
      [
        `${M}/referrals/set-referrer.ts`,
        "await startOfOpenPeriods(sql, program_id, change.now)",
        "new Date(0 * (await startOfOpenPeriods(sql, program_id, change.now)).getTime())",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "a change by a clock that is ahead is dated in the future",
    edits: [[`${M}/commissions/causes.ts`, "WHEN 'change' THEN :now::timestamptz", "WHEN 'change' THEN 'infinity'::timestamptz"]],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "months are closed as they are asked for",
    edits: [
      ["src/domain/periods/close-refusal.ts", "if (open_before !== null) return", "if (open_before === '') return"],
      [`${SQL}/ledger-rules.ts`, "elsif new.status = 'closed' and exists", "elsif false and exists"],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "orders recorded together are decided by what held for the first",
    edits: [[`${M}/attribution/attribute-orders.ts`, "...this.settings.get(order.id)?.get(evidence.affiliate.id),", ""]],
    test: ["lifecycle", "lifecycle/referrer", "suspended between two"],
  },
  {
    name: "a program without its sales channels is a version of its own",
    edits: [[`${SQL}/history.ts`, "deferrable initially deferred for each row", "for each row"]],
    test: ["module", "__tests__/history", "a program and its sales channels are one version"],
  },
  {
    name: "a decision that another process has made first is lost in silence",
    edits: [[`${M}/attribution/write-decisions.ts`, "if (written?.count !== decisions.length)", "if (written?.count === -1)"]],
    test: ["concurrency", "referrer", "a decision of a process that takes no lock"],
  },
  {
    name: "setting a referrer and recording an order do not wait for each other",
    edits: [[`${M}/referrals/set-referrer.ts`, "  await lockPerson(sql, person)\n", ""]],
    test: ["concurrency", "referrer", "an order that is placed after the referrer was set"],
  },
  {
    name: "a referral that has expired is never renewed",
    edits: [
      [
        "src/domain/attribution/attribution.ts",
        'evidence.affiliate.id === chosen.affiliate.id && reason !== "referral_expired"',
        "evidence.affiliate.id === chosen.affiliate.id",
      ],
    ],
    test: ["unit", "attribution.unit", ""],
  },
  {
    name: "the open month is that of the placement, where captured payments earn",
    edits: [[`${M}/attribution/load-evidence.ts`, "coalesce(captured.at, subject.placed_at)", "subject.placed_at"]],
    test: ["lifecycle", "lifecycle/referrer", "paid in an open one"],
  },
  {
    name: "a separator inside a cell begins a formula",
    edits: [["src/domain/text/safe-cell.ts", "(?<=^|[,;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029])", "(?<=^)"]],
    test: ["unit", "safe-cell", ""],
  },
  {
    name: "an e-mail keeps characters that show nothing",
    edits: [["src/domain/text/plain-text.ts", 'withPlainBlanks(text.replace(EVERY_UNSEEN, "")).trim()', "withPlainBlanks(text).trim()"]],
    test: ["unit", "payout-details", ""],
  },
  {
    name: "an IBAN with wrong check digits is taken",
    edits: [["src/domain/payouts/details/iban.ts", "% 97n === 1n", "% 97n >= 0n"]],
    test: ["unit", "payouts/__tests__/iban", ""],
  },
  {
    name: "a payout is rounded to what its method takes, not cut",
    edits: [[`${M}/payouts/payable.ts`, "SELECT trunc(available,", "SELECT round(available,"]],
    test: ["module", "payout-limits", "paypal pays"],
  },
  {
    name: "a payout that stands in a file is canceled without a question",
    edits: [[`${M}/payouts/end-payout.ts`, "AND (:may_be_exported OR exported_at IS NULL)", "AND (:may_be_exported OR true)"]],
    test: ["http", "admin/payout-files", "mark what they hold"],
  },
  {
    name: "letters that share a stroke are read as one",
    edits: [["src/pdf/readable-font.ts", '[glyph.id, ...codePoints].join(" ")', "String(glyph.id)"]],
    test: ["pdf", "scripts", "Arabic reads"],
  },
  {
    name: "a storefront's list takes a code off that it cannot see",
    edits: [
      [`${M}/attribution/attribute-cart.ts`, ": removeShownCodes(sql, cartId, now))", ": keepCartCodes(sql, cartId, promoCodeIds, now))"],
    ],
    test: ["http", "capture/kept-codes", "leaves a code alone that Medusa does not show"],
  },
  {
    name: "a discount that orders have is changed in its worth",
    edits: [["src/domain/promo-codes/promotion-plan.ts", "is_intact && (has_percent || !is_used)", "is_intact"]],
    test: ["unit", "promotion-plan", "and an order has it"],
  },
  {
    name: "one code that the store has taken stops the mending of every code",
    edits: [
      ["src/domain/promo-codes/promotion-plan.ts", "has_discount && is_running && !is_taken && kept", "has_discount && is_running && kept"],
    ],
    test: ["http", "capture/promotions-page", "holds up nothing else"],
  },
  {
    name: "a program is asked again for a customer group that it had before",
    edits: [[`${M}/programs/write-program.ts`, ".filter((id) => !kept.has(id))", ".filter((id) => id || kept)"]],
    test: ["http", "admin/deleted-records", "the program can be saved"],
  },
  {
    name: "a person is somebody else in other letters",
    edits: [[`${M}/store/known-emails.ts`, "WHERE known.email = lower(${email})", "WHERE false AND known.email = lower(${email})"]],
    test: ["http", "capture/known-emails", "is the person of the account"],
  },
  {
    name: "a code that was typed before it existed stays unknown for an hour",
    edits: [["src/workflows/promo-codes/cached-lookups.ts", "if (!caching || codes.length === 0)", "if (!caching || codes.length >= 0)"]],
    test: ["http", "capture/cached-codes", "still takes for unknown"],
  },
  {
    name: "the affiliate that an admin made of a guest stays with the guest",
    edits: [[`${M}/affiliates/hand-over-guests.ts`, "AND account.has_account AND", "AND NOT account.has_account AND"]],
    test: ["http", "admin/deleted-records", "once they have registered"],
  },
  {
    name: "an affiliate gets the e-mails that they have switched off",
    edits: [[`${M}/notifications/list-pending.ts`, " AND ${isWanted(name)}", ""]],
    test: ["lifecycle", "lifecycle/notifications", "switched off themselves"],
  },
  {
    name: "a change that fails late undoes what another admin has changed since",
    edits: [[`${M}/database/undo-change.ts`, " && isSame(current[field], after[field])", ""]],
    test: ["module", "programs/__tests__/programs", "another admin has changed since"],
  },
  {
    name: "an order is the affiliate's own because it was handed over to the shopper later",
    edits: [
      [`${M}/attribution/load-evidence.ts`, "affiliate_version.customer_id, lower", "affiliate.customer_id, lower"],
      [`${M}/attribution/load-evidence.ts`, "customer.id = affiliate_version.customer_id", "customer.id = affiliate.customer_id"],
    ],
    test: ["lifecycle", "what-held", "handed over to the shopper"],
  },
  {
    name: "a discount that a link gave counts as a code that the shopper typed",
    edits: [[`${M}/attribution/load-evidence.ts`, "AND cart_attribution.link_discount = 'offered'", "AND false"]],
    test: ["http", "capture/link-discount", "the link gets the order"],
  },
  {
    name: "a link's discount stays beside a typed code",
    edits: [["src/hooks/promotion-context.ts", "ours.filter((code) => !withheld.includes(code))", "ours"]],
    test: ["http", "capture/link-discount", "takes the place of the link's"],
  },
  {
    name: "a discount that the shopper removed comes back by itself",
    edits: [[`${M}/attribution/link-discount.ts`, "bool_and(link.link_discount = 'offered')", "true"]],
    test: ["http", "capture/link-discount", "it stays removed"],
  },
  {
    name: "a rule that holds for a later order, or held for an earlier one, gives its rate",
    edits: [[`${M}/rules/winners.ts`, "valid_from <= placed_at AND valid_to > placed_at AND ", ""]],
    test: ["lifecycle", "commission-rules", "keeps the rules that held"],
  },
  {
    name: "a rule still holds at the instant it ends",
    edits: [[`${M}/rules/mismatch.ts`, "WHEN ${placedAt} >= ${rule}.ends_at THEN", "WHEN ${placedAt} > ${rule}.ends_at THEN"]],
    test: ["lifecycle", "commission-rules", "holds from an instant on"],
  },
  {
    name: "the last rule that matches gives the rate",
    edits: [
      [
        `${M}/rules/winners.ts`,
        "ORDER BY program_id, rank, rule_id, valid_from) AS place",
        "ORDER BY program_id, rank DESC, rule_id, valid_from) AS place",
      ],
    ],
    test: ["lifecycle", "commission-rules", "takes the first rule that matches each line"],
  },
  {
    name: "a rule for the goods beats one for the order that stands above it",
    edits: [
      [`${M}/rules/winners.ts`, "(found_place < below OR below IS NULL)", "true"],
      [`${M}/rules/winners.ts`, "led.places[1] < line.below OR line.below IS NULL OFFSET 0", "true OFFSET 0"],
    ],
    test: ["lifecycle", "commission-rules", "takes the highest rule"],
  },
  {
    name: "goods of one product are taken for one another, whatever type the line has",
    edits: [[`${M}/rules/facts.ts`, "concat(${line}.product_id, ' ', ${line}.product_type_id)", "${line}.product_id"]],
    test: ["lifecycle", "commission-rules", "asks a line for its own type"],
  },
  {
    name: "a rule for an affiliate and goods is looked for by the goods alone",
    edits: [[`${M}/rules/winners.ts`, '"led.order_no = line.order_no"', '"led.order_no = -line.order_no"']],
    test: ["lifecycle", "commission-rules", "takes the highest rule"],
  },
  {
    name: "a fixed amount for the order is given for its shipping",
    edits: [[`${M}/rules/winners.ts`, "CASE WHEN line.id = 'shipping' THEN line.shipping_place ELSE line.below END", "line.below"]],
    test: ["lifecycle", "commission-rules", "gives shipping the rate of a rule without a product"],
  },
  {
    name: "one kind of condition is enough",
    edits: [[`${M}/rules/mismatch.ts`, "IS NOT TRUE THEN '${kind}'`\n\n/** None", "IS NOT TRUE AND false THEN '${kind}'`\n\n/** None"]],
    test: ["lifecycle", "commission-rules", "asks for all kinds"],
  },
  {
    name: "what Medusa has changed since is read anew",
    edits: [[`${M}/commissions/keep-terms.ts`, "NOT is_same OR EXISTS", "true OR EXISTS"]],
    test: ["lifecycle", "commission-rules", "reads what Medusa may change once"],
  },
  {
    name: "another affiliate's order has the facts of the first",
    edits: [[`${M}/commissions/keep-terms.ts`, "WHEN is_same THEN known_facts", "WHEN known_facts IS NOT NULL THEN known_facts"]],
    test: ["lifecycle", "commission-rules", "rematches for another affiliate"],
  },
  {
    name: "a fixed amount may be more than the line is worth",
    edits: [[`${M}/commissions/line-rate.ts`, "greatest(0, least(asked.asked, asked.expense))", "asked.asked"]],
    test: ["lifecycle", "commission-rules", "no more than the line is worth"],
  },
  {
    name: "an amount per order is given for each line",
    edits: [[`${M}/commissions/line-rate.ts`, "OVER (PARTITION BY rated.rule_id)", "OVER (PARTITION BY rated.line_item_id)"]],
    test: ["lifecycle", "commission-rules", "gives an amount per order once"],
  },
  {
    name: "the guard counts the commission alone",
    edits: [[`${M}/commissions/line-rate.ts`, "- (capped.undiscounted - capped.expense)", ""]],
    test: ["lifecycle", "commission-rules", "cuts the commission to what the discount leaves"],
  },
  {
    name: "an order may earn more than its limit",
    edits: [[`${M}/commissions/order-worth.ts`, "least(subject.commission_limit, earned.amount) AS amount", "earned.amount AS amount"]],
    test: ["lifecycle", "commission-rules", "limits an order"],
  },
  {
    name: "a rule comes before an affiliate's own rate",
    edits: [
      [
        `${M}/attribution/write-decisions.ts`,
        "WHEN affiliate_version.commission_percent IS NOT NULL THEN 'affiliate'",
        "WHEN false THEN 'affiliate'",
      ],
    ],
    test: ["lifecycle", "commission-rules", "an affiliate's own rate before every rule"],
  },
  {
    name: "a threshold has to be passed, not reached",
    edits: [[MONTHS, "tier.threshold <= month.measured", "tier.threshold < month.measured"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "a threshold is reached by its exact amount"],
  },
  {
    name: "what was raised before is raised again at each close",
    edits: [[MONTHS, "month.tier - month.tier_before AS amount", "month.tier AS amount"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "recompute: the raise is taken back"],
  },
  {
    name: "a closed month is raised by the settings of today",
    edits: [[MONTHS, "month.ends_at - interval '1 microsecond'", "'infinity'"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "the tiers and limits that held at its end"],
  },
  {
    name: "a refund of one month leaves the later months of the quarter as they are",
    edits: [[MONTHS, "own.home >= concerned.home", "own.home = concerned.home"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "a quarter counts from its beginning"],
  },
  {
    name: "a refund is taken from the balance, not from what lay above the limit",
    edits: [[MONTHS, " - month.taken_off_before", ""]],
    test: ["module", "periods/__tests__/tiers-and-limits", "a refund is first taken from what lay above it"],
  },
  {
    name: "the limit comes before the tier",
    edits: [
      [
        MONTHS,
        "month.amount + month.tier + month.new_customer + month.welcome AS amount",
        "month.amount + month.new_customer + month.welcome AS amount",
      ],
    ],
    test: ["module", "periods/__tests__/tiers-and-limits", "the limit of a month comes after its tier"],
  },
  {
    name: "a raise that is to be kept is taken back",
    edits: [[MONTHS, "greatest(tier.amount, coalesce(before.tier, 0))", "tier.amount"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "keep: what was raised once stays"],
  },
  {
    name: "an order that comes late raises a month that had no line",
    edits: [[MONTHS, "corrects_period IS NOT NULL AND EXISTS (", "corrects_period IS NOT NULL OR EXISTS ("]],
    test: ["module", "periods/__tests__/tiers-and-limits", "an order that comes late"],
  },
  {
    name: "orders that were taken back count towards a threshold",
    edits: [[MONTHS, "HAVING sum(expense_amount) > 0", ""]],
    test: ["module", "periods/__tests__/tiers-and-limits", "counts orders that are still worth something"],
  },
  {
    name: "a customer's later order brings a bonus too",
    edits: [[MONTHS, "FILTER (WHERE decision.is_first_order)", ""]],
    test: ["module", "periods/__tests__/tiers-and-limits", "for a first order that is worth something"],
  },
  {
    name: "bonuses of a closed month are paid again at each close",
    edits: [[MONTHS, "month.new_customer - month.new_customer_before", "month.new_customer"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "an order that is taken back later"],
  },
  {
    name: "bonuses come on top of the limit",
    edits: [[MONTHS, "month.tier + month.new_customer + month.welcome AS amount", "month.tier AS amount"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "the limit of the month includes"],
  },
  {
    name: "each month with an order brings the welcome bonus",
    edits: [[MONTHS, "month.currency_code) = 1 AS is_first", "month.currency_code) > 0 AS is_first"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "once, however many orders and months follow"],
  },
  {
    name: "each currency brings a welcome bonus",
    edits: [
      [MONTHS, "PARTITION BY affiliate_id ORDER BY (month.orders", "PARTITION BY affiliate_id, month.currency_code ORDER BY (month.orders"],
    ],
    test: ["module", "periods/__tests__/tiers-and-limits", "over all currencies"],
  },
  {
    name: "a welcome bonus does not move to a currency in which nothing happened",
    edits: [[MONTHS, "WHERE EXISTS (SELECT 1 FROM home_terms WHERE welcome_bonuses IS NOT NULL)", "WHERE false"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "over all currencies"],
  },
  {
    name: "a welcome bonus stays with a month that has no order any more",
    edits: [[MONTHS, "ORDER BY (month.orders > 0) DESC, month.home", "ORDER BY month.home"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "moves to the next month with an order"],
  },
  {
    name: "what a refund frees of a budget goes to nobody else",
    edits: [[MONTHS, "budgets IS NOT NULL AND home >=", "false AND home >="]],
    test: ["module", "periods/__tests__/tiers-and-limits", "what a refund frees goes to the others"],
  },
  {
    name: "a month below zero makes room in the budget",
    edits: [[MONTHS, "sum(greatest(0, worth)) OVER everybody AS", "sum(worth) OVER everybody AS"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "a month below zero makes no room"],
  },
  {
    name: "each share of a budget is rounded by itself",
    edits: [
      [MONTHS, 'leftOf("month.so_far")} - ${leftOf("month.so_far - greatest(0, month.worth)")}', 'leftOf("greatest(0, month.worth)")}'],
    ],
    test: ["module", "periods/__tests__/tiers-and-limits", "to the last cent"],
  },
  {
    name: "all currencies share one budget",
    edits: [[MONTHS, "PARTITION BY home, lower(currency_code)", "PARTITION BY home"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "to the last cent"],
  },
  {
    name: "what the budget took off a closed month is taken off again at each close",
    edits: [[MONTHS, " - month.over_budget_before", ""]],
    test: ["module", "periods/__tests__/tiers-and-limits", "what a refund frees goes to the others"],
  },
  {
    name: "the budget comes before the limit",
    edits: [[MONTHS, "least(whole.amount, month.month_limit) AS worth", "whole.amount AS worth"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "after tiers, bonuses and each affiliate's own limit"],
  },
  {
    name: "whoever has only a share of the budget coming gets no line",
    edits: [[`${M}/periods/totals.ts`, 'judgedOf(programId, "earned")', 'judgedOf(programId, "summed")']],
    test: ["module", "periods/__tests__/tiers-and-limits", "what a refund frees goes to the others"],
  },
  {
    name: "whether an order was the first is judged anew by each decision",
    edits: [
      [
        `${M}/attribution/write-decisions.ts`,
        "coalesce(former.is_first_order, given.is_first_order)",
        "coalesce(given.is_first_order, false)",
      ],
    ],
    test: ["lifecycle", "tiers-and-limits", "pays for a new customer"],
  },
  {
    name: "a raise that was taken back can be paid until the hold period is over",
    edits: [[`${M}/ledger/available.ts`, "HAVING sum(period_commission.amount) < 0", "HAVING false"]],
    test: ["module", "periods/__tests__/tiers-and-limits", "counts in the balance as soon as it is recorded"],
  },
  {
    name: "an order counts with each of its rows in the month's totals",
    edits: [[`${SQL}/period-totals.ts`, "earlier.sequence < commission.sequence", "false"]],
    test: ["module", "period-totals", "an order counts once"],
  },
  {
    name: "totals are merged and recounted at once",
    edits: [[`${SQL}/period-totals.ts`, "`hashtext('affiliate_period_total')`", "`(random() * 1e9)::bigint`"]],
    test: ["module", "period-totals", "come one after the other"],
  },
  {
    name: "a merge adds up what it leaves standing",
    edits: [
      [`${SQL}/merge-totals.ts`, "where not is_merged),", "),"],
      [`${SQL}/merge-totals.ts`, "delete from ${table} total using keyed", "select total.* from ${table} total, keyed"],
      [`${SQL}/merge-totals.ts`, "          returning total.*)", "          )"],
    ],
    test: ["module", "period-totals", "merges what was added since"],
  },
  {
    name: "totals are kept by the hour: midnight in India lies within one",
    edits: [[`${SQL}/quarter-hours.ts`, "date_bin('15 minutes'", "date_bin('1 hour'"]],
    test: ["module", "statistics/__tests__/statistics", "the figures of every zone"],
  },
  {
    name: "a deleted referral stays counted",
    edits: [[`${SQL}/quarter-hours.ts`, "where deleted_at is null group by", "group by"]],
    test: ["module", "quarter-hours", "a referral counts while it is not deleted"],
  },
  {
    name: "quarters of an hour are merged and recounted at once",
    edits: [[`${SQL}/quarter-hours.ts`, "`hashtext('affiliate_quarter_hour_total')`", "`(random() * 1e9)::bigint`"]],
    test: ["module", "quarter-hours", "come one after the other"],
  },
  {
    name: "a recount forgets the clicks that were dropped",
    edits: [[`${SQL}/quarter-hours.ts`, "from taken, kept where starts_at < kept.since", "from taken, kept where false"]],
    test: ["module", "quarter-hours", "remembers those of a month that is dropped"],
  },
  {
    name: "the best of a range are found without the days that it cuts",
    edits: [
      [`${M}/commissions/kept-totals.ts`, "occurred_at >= least(${one}, ${other})", "false AND occurred_at >= least(${one}, ${other})"],
    ],
    test: ["module", "statistics/__tests__/statistics", "the figures of every zone"],
  },
  {
    name: "what a span has more than the range is added instead of taken off",
    edits: [[`${M}/commissions/kept-totals.ts`, "THEN 1 ELSE -1 END", "THEN 1 ELSE 1 END"]],
    test: ["module", "affiliates/__tests__/figures", "and of ranges of months"],
  },
  {
    name: "spans leave out what is not merged",
    edits: [[`${M}/commissions/kept-totals.ts`, "WHERE NOT is_merged OFFSET 0", "WHERE false OFFSET 0"]],
    test: ["module", "affiliates/__tests__/figures", "and of ranges of months"],
  },
  {
    name: "a merge adds to the spans what they have already",
    edits: [[`${SQL}/quarter-hours.ts`, "from taken where not is_merged", "from taken"]],
    test: ["module", "quarter-hours", "merging adds days to their month"],
  },
  {
    name: "a deep page begins behind the quarter of an hour in which it lies",
    edits: [[`${M}/database/long-lists.ts`, "min(rows_to_end - rows)::bigint", "min(rows_to_end)::bigint"]],
    test: ["module", "list-commissions", "pages and counts are those of the plain list"],
  },
  {
    name: "a deep page ends with its first quarter of an hour",
    edits: [[`${M}/database/long-lists.ts`, ":offset::bigint + :limit::bigint", ":offset::bigint + 1"]],
    test: ["module", "list-commissions", "pages and counts are those of the plain list"],
  },
  {
    name: "a range within one quarter of an hour is counted from both of its ends",
    edits: [[`${M}/commissions/kept-totals.ts`, "`greatest(${begin}, ${end})`", "end"]],
    test: ["module", "list-commissions", "pages and counts are those of the plain list"],
  },
  {
    name: "a month with tiers is closed without them",
    edits: [[`${M}/periods/month-terms.ts`, "found?.has_terms === true", "found === undefined"]],
    test: ["module", "period-totals", "say what the close writes: with tiers"],
  },
  {
    name: "the list of months leaves tiers out",
    edits: [[`${M}/periods/list-periods.ts`, "open?.has_terms === true", "open === undefined"]],
    test: ["module", "period-totals", "say what the close writes: with tiers"],
  },
  {
    name: "a month of clicks goes while a token of it may be valid",
    edits: [["src/domain/clicks/retention.ts", "DateTime.min(wanted, needed)", "wanted"]],
    test: ["module", "clicks/__tests__/months", "and a window of"],
  },
  {
    name: "the totals of a day that a dropped month divides count its clicks as kept",
    edits: [[`${SQL}/click-months.ts`, "set dropped = total.dropped + gone.clicks", "set dropped = total.dropped"]],
    test: ["module", "clicks/__tests__/months", "divides a day"],
  },
  {
    name: "a recount forgets the days whose clicks are gone",
    edits: [[`${SQL}/click-totals.ts`, "first_day := affiliate_first_counted_day()", "first_day := '-infinity'"]],
    test: ["module", "clicks/__tests__/months", "a recount and a change of the time zone"],
  },
  {
    name: "an order that two affiliates earned from counts twice in the sums of a list",
    edits: [[`${M}/commissions/total-commissions.ts`, "sum(1 - pairs)", "sum(0 * pairs)"]],
    test: ["module", "commission-pages", "counts and pages"],
  },
  {
    name: "an order counts in the sums of a range only where its first commission lies",
    edits: [[`${M}/commissions/total-commissions.ts`, "AND NOT EXISTS (SELECT 1 FROM (", "AND EXISTS (SELECT 1 FROM ("]],
    test: ["module", "commission-pages", "counts and pages"],
  },
]
