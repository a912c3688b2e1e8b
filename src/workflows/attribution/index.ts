export * from "./attribute-cart"
