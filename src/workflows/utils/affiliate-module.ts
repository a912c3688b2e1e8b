import type { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"

/** The affiliate module of a store, from a step's, a request's or a job's container. */
export const affiliateModule = (container: MedusaContainer): AffiliateModuleService =>
  container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
