/** @type {{ publishable_key: string, region_ids: { eur: string, usd: string }, project?: number }} */
export const config = JSON.parse(document.getElementById("shop-config").textContent)
