const { ContainerRegistrationKeys } = require("@medusajs/framework/utils")
const {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  updateCartPromotionsWorkflow,
} = require("@medusajs/medusa/core-flows")

/** A shopper's checkout with a code: `medusa exec ./checkout.js <shop as JSON> <code>`. Prints what the order is worth. */
exports.default = async ({ container, args: [shopText, code] }) => {
  if (container.hasRegistration("affiliate")) throw new Error("The plugin is still here")
  const shop = JSON.parse(shopText)
  const address = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      ...{ region_id: shop.regions.eur, sales_channel_id: shop.salesChannelId, email: "late@example.com", currency_code: "eur" },
      ...{ shipping_address: address, billing_address: address, items: [{ variant_id: shop.variants.lamp, quantity: 1 }] },
    },
  })
  const promotions = { cart_id: cart.id, promo_codes: [code], action: "add" }
  const refusal = await updateCartPromotionsWorkflow(container)
    .run({ input: promotions })
    .then(() => null)
    .catch((error) => error.message)
  await addShippingMethodToCartWorkflow(container).run({ input: { cart_id: cart.id, options: [{ id: shop.shippingOptionId }] } })
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cart.id } })
  const session = { payment_collection_id: collection.id, provider_id: "pp_system_default", data: {} }
  await createPaymentSessionsWorkflow(container).run({ input: session })
  const { result } = await completeCartWorkflow(container).run({ input: { id: cart.id } })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "item_total", "discount_total"],
    filters: { id: result.id },
  })
  process.stdout.write(`${JSON.stringify({ refusal, order: data[0] })}\n`)
}
