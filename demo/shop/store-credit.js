import { api } from "./api.js"

const REFERENCE = "store-credit"

/** What of the cart's total is paid by store credit. */
export const creditUsed = (cart) =>
  (cart.credit_lines ?? []).filter(({ reference }) => reference === REFERENCE).reduce((sum, { amount }) => sum + amount, 0)

/** What the customer could spend in a currency. @returns {Promise<number>} */
export async function creditAvailable(currency) {
  const { store_credit_accounts } = await api(`/store/store-credit-accounts?currency_code=${currency}`)
  return store_credit_accounts.reduce((sum, { balance }) => sum + Number(balance), 0)
}

/**
 * Pays as much of the cart as there is credit. Whatever was used before is put back first: the plugin would count it as paid, and use none.
 * @returns {Promise<object>} the cart
 */
export async function useCredit(cartId) {
  const cart = await putCreditBack(cartId)
  if (cart.total <= 0) return cart
  return (await api(`/store/carts/${cartId}/store-credits`, { body: {} })).cart
}

/** There is no route that removes: an amount of nothing does. @returns {Promise<object>} the cart */
export const putCreditBack = async (cartId) => (await api(`/store/carts/${cartId}/store-credits`, { body: { amount: 0 } })).cart
