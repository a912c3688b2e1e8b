export * from "./workflows/attribute-cart"
