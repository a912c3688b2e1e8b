export * from "./cart-promotion-context"
export * from "./complete-cart-validate"
export * from "./order-edit-promotion-context"
