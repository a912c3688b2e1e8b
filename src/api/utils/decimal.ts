import { z } from "@medusajs/framework/zod"

/** A decimal number of a body, exact as a string. */
export const decimal = () =>
  z.union([z.string(), z.number()], {
    error: ({ input }) => (input === undefined ? "is required" : "must be a decimal number, or a string of one"),
  })
