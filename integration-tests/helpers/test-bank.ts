import { ModuleProvider } from "@medusajs/framework/utils"

import { AbstractPayoutProvider, type PayoutAnswer, type PayoutOrder } from "../../src/modules/affiliate"
import { TRANSFER_DETAILS } from "../../src/domain/payouts/details/transfer"

/** What reached the bank. It honours the idempotency key: a key it has paid is paid. */
export interface TestBank {
  /** Transfers by key. */
  transfers: Map<string, { amount: string; currency_code: string; details: Record<string, string> }>
  /** How often it was asked to pay, and to find. */
  asked: string[]
  found: string[]
  /** What it does when it is asked to pay; by default it pays and says so. */
  onPay: (payout: PayoutOrder, transfer: () => void) => PayoutAnswer | Promise<PayoutAnswer>
  /** What it knows when it is asked what became of a payout; by default the truth. */
  onFind: (payout: PayoutOrder) => PayoutAnswer | null | Promise<PayoutAnswer | null>
  isOpen: boolean
}

const normally = (): TestBank => ({
  transfers: new Map(),
  asked: [],
  found: [],
  onPay: (payout, transfer) => {
    transfer()
    return { status: "paid", reference: `bank ${payout.number}` }
  },
  onFind: ({ id, number }) => (testBank.transfers.has(id) ? { status: "paid", reference: `bank ${number}` } : null),
  isOpen: true,
})

/** One for all, as a real bank is. */
export const testBank: TestBank = normally()

export const resetTestBank = (): void => void Object.assign(testBank, normally())

class TestBankProvider extends AbstractPayoutProvider {
  static override identifier = "test-bank"
  override readonly form = TRANSFER_DETAILS

  override isAvailable(): boolean {
    return testBank.isOpen
  }

  async pay(payout: PayoutOrder): Promise<PayoutAnswer> {
    testBank.asked.push(payout.id)
    const { id, amount, currency_code, details } = payout
    return testBank.onPay(payout, () => void testBank.transfers.set(id, { amount, currency_code, details }))
  }

  async find(payout: PayoutOrder): Promise<PayoutAnswer | null> {
    testBank.found.push(payout.id)
    return testBank.onFind(payout)
  }
}

export default ModuleProvider("affiliate", { services: [TestBankProvider] })
