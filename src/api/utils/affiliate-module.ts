import type { MedusaRequest } from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"

export const affiliateModule = (req: MedusaRequest): AffiliateModuleService => req.scope.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
