import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { notifyAffiliatesWorkflow } from "../../src/workflows/notifications"
import { createAdmin, createCustomer, createPublishableKey } from "../helpers/http"
import { STORE } from "../helpers/store"
import { tellStory } from "../helpers/told-story"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    // The store of the tests sends no e-mails, like Medusa as it comes.
    it("a store without a provider for e-mails lives the same story: nothing is sent, and nothing is wrong", async () => {
      const admin = await createAdmin(api, getContainer())
      const key = await createPublishableKey(getContainer())
      const [anna, bert] = [await createCustomer(api, key), await createCustomer(api, key)]
      const logged = jest.spyOn(getContainer().resolve<Logger>(ContainerRegistrationKeys.LOGGER), "error")
      const story = await tellStory(getContainer(), { admin, anna, bert })
      const { result } = await notifyAffiliatesWorkflow(getContainer()).run({ input: { name: "affiliate_welcome", ids: [story.anna] } })
      expect(result).toEqual({ count: 0 })
      expect(await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ channel: "email" })).toEqual([])
      expect(logged).not.toHaveBeenCalled()
    })
  },
})
