import { model } from "@medusajs/framework/utils"

/**
 * A month of a program. The row is created with the period's first commission or its close; once closed it never changes again (a trigger
 * refuses it). Closing is the UPDATE from open to closed: of parallel closes only the one that gets the row closes the period.
 */
export const Period = model
  .define("affiliate_period", {
    id: model.id({ prefix: "affper" }).primaryKey(),
    program_id: model.text(),
    period: model.text(),
    status: model.enum(["open", "closed"]).default("open"),
    starts_at: model.dateTime(),
    ends_at: model.dateTime(),
    /** The widest bounds it had while the program's time zone was changed; a trigger keeps them. Every row of the month lies between them. */
    earliest_start: model.dateTime().nullable(),
    latest_end: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    closed_by: model.text().nullable(),
  })
  .indexes([{ on: ["program_id", "period"], unique: true, where: null }])
