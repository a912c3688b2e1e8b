import { defineJoinerConfig, pluralize } from "@medusajs/framework/utils"

import * as models from "./models"

/**
 * How Query finds our rows: entities have the names of their tables (`affiliate_referral`), the service's methods those of the models
 * (`listReferrals`). By default Medusa expects `listAffiliateReferrals`.
 */
export const joinerConfig = (): ReturnType<typeof defineJoinerConfig> =>
  defineJoinerConfig("affiliate", {
    models: Object.values(models),
    alias: Object.entries(models).map(([key, model]) => {
      const table = model.parse().tableName
      return { name: [table, pluralize(table)], entity: model.name, args: { methodSuffix: pluralize(key) } }
    }),
  })
