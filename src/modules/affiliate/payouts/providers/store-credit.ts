import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { AbstractPayoutProvider, type PayoutAnswer, type PayoutContext, type PayoutOrder } from "./provider"

/** The part of the store credit module of `@medusajs/loyalty-plugin` that is used here. The plugin may not be installed. */
interface StoreCreditModule {
  listStoreCreditAccounts(filters: { customer_id: string; currency_code: string }): Promise<{ id: string }[]>
  createStoreCreditAccounts(account: { customer_id: string; currency_code: string }): Promise<{ id: string }>
  listAccountTransactions(filters: { id: string }): Promise<{ id: string }[]>
  createAccountTransactions(transaction: Record<string, unknown>): Promise<{ id: string }>
}

const STORE_CREDIT = "store_credit"

/** Pays commissions as store credit, which affiliates spend in the shop. */
export class StoreCreditPayoutProvider extends AbstractPayoutProvider {
  static override identifier = STORE_CREDIT

  override isAvailable({ container }: PayoutContext): boolean {
    return container.hasRegistration(STORE_CREDIT)
  }

  async pay(payout: PayoutOrder, { container }: PayoutContext): Promise<PayoutAnswer> {
    const module = moduleOf(container)
    const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id: payout.customer_id }, { select: ["id"] })
    if (!customer) return { status: "failed", reason: "The customer account was deleted: nobody could spend the credit" }
    const account_id = await accountOf(module, payout)
    const { amount, id: reference_id, number } = payout
    // The credit's id follows from the payout, because `creditAccounts` takes no idempotency key: of two processes that credit the same payout
    // at once, the primary key lets one through.
    const credit = { id: transactionId(payout), account_id, amount, type: "credit", note: `Affiliate payout ${number}` }
    try {
      await module.createAccountTransactions({ ...credit, reference: "affiliate_payout", reference_id })
    } catch (error) {
      if (!(await this.find(payout, { container }))) throw error
    }
    return paid(payout)
  }

  async find(payout: PayoutOrder, { container }: PayoutContext): Promise<PayoutAnswer | null> {
    const [transaction] = await moduleOf(container).listAccountTransactions({ id: transactionId(payout) })
    return transaction ? paid(payout) : null
  }
}

const moduleOf = (container: MedusaContainer): StoreCreditModule => container.resolve<StoreCreditModule>(STORE_CREDIT)

const transactionId = ({ id }: PayoutOrder): string => `sc_trx_${id}`

const paid = (payout: PayoutOrder): PayoutAnswer => ({ status: "paid", reference: transactionId(payout) })

/** A customer has one account per currency. If another process creates it at the same time, that one is used. */
async function accountOf(module: StoreCreditModule, { customer_id, currency_code }: PayoutOrder): Promise<string> {
  const find = async () => (await module.listStoreCreditAccounts({ customer_id, currency_code }))[0]?.id
  const found = await find()
  if (found) return found
  try {
    return (await module.createStoreCreditAccounts({ customer_id, currency_code })).id
  } catch (error) {
    const created = await find()
    if (!created) throw error
    return created
  }
}
