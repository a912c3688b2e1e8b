/** @param {number} amount @param {string} currency */
export const money = (amount, currency) =>
  new Intl.NumberFormat(currency === "usd" ? "en-US" : "en-IE", { style: "currency", currency }).format(amount)
