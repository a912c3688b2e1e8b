import { defineJoinerConfig, pluralize } from "@medusajs/framework/utils"

import * as models from "./models"

/**
 * How Query finds our rows: entities are called as their tables are (`affiliate_referral`), the service's methods as the models are
 * (`listReferrals`). Left to itself Medusa expects `listAffiliateReferrals`.
 */
export const joinerConfig = () =>
  defineJoinerConfig("affiliate", {
    models: Object.values(models),
    alias: Object.entries(models).map(([key, model]) => {
      const table = model.parse().tableName
      return { name: [table, pluralize(table)], entity: model.name, args: { methodSuffix: pluralize(key) } }
    }),
  })
