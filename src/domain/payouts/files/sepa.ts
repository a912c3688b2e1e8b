import { createHash } from "node:crypto"

import { exactSum, withDigits } from "../../money/sums"
import type { XmlTree } from "../../text/xml-tree"
import { NO_DETAILS, paymentReference, type FileProblem, type PayoutFile, type PayoutToSend } from "./payout-file"
import { payerAddress, type Payer } from "./sepa-payer"
import { sepaText } from "./sepa-text"

/**
 * The countries of the SEPA schemes by their IBANs (EPC409-09): the European Economic Area, then those that joined. The territories of France
 * and the islands of the Crown have French and British IBANs.
 */
const COUNTRIES = new Set(
  (
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE " + "AD AL CH GB GI MC MD ME MK RS SM VA"
  ).split(" ")
)

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
const LARGEST_DIGITS = 9
const LONGEST_NAME = 70

/**
 * SEPA credit transfers in euro: pain.001.001.09 by the rules of EPC132-08 (customer to bank, 2025 rulebook). Banks take thousands of payments
 * a file; ten thousand is our own limit, as for the CSV.
 */
export const SEPA_FILE: PayoutFile = {
  method: "transfer",
  max_payouts: 10_000,
  has_one_currency: true,

  problem({ amount, currency_code }, { account_holder, iban, account_number }): FileProblem | null {
    if (!account_holder || !(iban || account_number)) return NO_DETAILS
    if (currency_code !== "eur") return { code: "currency_not_supported", reason: "SEPA pays EUR only" }
    if (!iban) return { code: "no_iban", reason: "SEPA needs an IBAN" }
    if (!COUNTRIES.has(iban.slice(0, 2))) return { code: "outside_sepa", reason: "the account's country is not in SEPA" }
    if ((amount.split(".")[0] ?? "").length > LARGEST_DIGITS) {
      return { code: "amount_not_supported", reason: "SEPA carries at most 999999999.99" }
    }
    return sepaText(account_holder) === null ? { code: "name_not_latin", reason: "SEPA needs a name in Latin letters" } : null
  },
}

export interface SepaOrder {
  payer: Payer
  created_at: Date
  /** `YYYY-MM-DD` */
  execution_date: string
}

/** The message of one payer's payments, for a builder of XML. */
export function sepaMessage(payouts: PayoutToSend[], { payer, created_at, execution_date }: SepaOrder): XmlTree {
  const message_id = messageId(payouts)
  const totals = { NbOfTxs: String(payouts.length), CtrlSum: withDigits(exactSum(payouts.map(({ amount }) => amount)), "eur") }
  const name = nameOf(payer.name)
  return {
    Document: {
      "@xmlns": NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: { MsgId: message_id, CreDtTm: created_at.toISOString().replace(/\.\d+/, ""), ...totals, InitgPty: { Nm: name } },
        PmtInf: {
          PmtInfId: message_id,
          PmtMtd: "TRF",
          ...totals,
          PmtTpInf: { SvcLvl: { Cd: "SEPA" } },
          ReqdExctnDt: { Dt: execution_date },
          Dbtr: { Nm: name, PstlAdr: payerAddress(payer) },
          DbtrAcct: { Id: { IBAN: payer.iban } },
          DbtrAgt: { FinInstnId: payer.bic ? { BICFI: payer.bic } : { Othr: { Id: "NOTPROVIDED" } } },
          ChrgBr: "SLEV",
          CdtTrfTxInf: payouts.map(transfer),
        },
      },
    },
  }
}

/** Of the same payouts it is the same: a bank then refuses the file that it already has. */
function messageId(payouts: PayoutToSend[]): string {
  const lines = payouts.map(({ number, amount }) => `${number} ${amount}`)
  return `AFF-${createHash("sha256").update(lines.sort().join("\n")).digest("hex").slice(0, 28)}`
}

function transfer(payout: PayoutToSend): XmlTree {
  const { account_holder = "", iban = "", bic } = payout.details ?? {}
  const reference = paymentReference(payout)
  return {
    PmtId: { EndToEndId: reference },
    Amt: { InstdAmt: { "@Ccy": "EUR", "#": payout.amount } },
    CdtrAgt: bic ? { FinInstnId: { BICFI: bic } } : undefined,
    Cdtr: { Nm: nameOf(account_holder) },
    CdtrAcct: { Id: { IBAN: iban } },
    RmtInf: { Ustrd: reference },
  }
}

/** Of a payout's recipient it is known to be Latin. */
const nameOf = (name: string): string => (sepaText(name) ?? "").slice(0, LONGEST_NAME).trim()
