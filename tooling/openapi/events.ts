import type { Schema } from "./schema"
import type { TypeSchemas } from "./type-schemas"

/** The payload of every event that the plugin emits, as one JSON schema with a property for each event. */
export function describeEvents(types: TypeSchemas): Schema {
  types.ref("AffiliateEventPayloads")
  const { properties } = types.schemas.AffiliateEventPayloads ?? {}
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "medusa-plugin-affiliate events",
    description: "What the data of each event on Medusa's event bus is.",
    type: "object",
    properties,
    additionalProperties: false,
  }
}
