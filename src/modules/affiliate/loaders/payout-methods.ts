import { asValue } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { parseOptions } from "../options"
import { methodsByHand, PAYOUT_METHODS, type PayoutMethod } from "../payouts/providers/methods"
import type { AbstractPayoutProvider } from "../payouts/providers/provider"
import { StoreCreditPayoutProvider } from "../payouts/providers/store-credit"

type ProviderClass = (new (dependencies: unknown, options: unknown) => AbstractPayoutProvider) & { identifier?: string }

/** Collects the payout methods: by hand, store credit, and the store's own providers. An invalid provider stops the server at boot. */
export default async function loadPayoutMethods({ container, options }: LoaderOptions): Promise<void> {
  const methods = new Map<string, PayoutMethod>()
  const add = (method: PayoutMethod): void => {
    if (methods.has(method.id)) throw refused(`there is a payout method "${method.id}" already; give this one another id`)
    methods.set(method.id, method)
  }
  const register = (Provider: ProviderClass, _container: unknown, own: { id?: string; options?: unknown }): Promise<void> => {
    const id = own.id ?? Provider.identifier
    if (!id || !/^[a-z0-9_-]{1,50}$/.test(id)) throw refused(`"${id}" must have 1 to 50 lower-case letters, digits, - or _`)
    // Providers get the module's own container: its logger and its services.
    const provider = new Provider(container.cradle, own.options ?? {})
    if (!isProvider(provider)) throw refused(`${id} must extend AbstractPayoutProvider`)
    add({ id, ...methodOf(provider) })
    return Promise.resolve()
  }

  for (const method of methodsByHand()) add(method)
  add({ id: StoreCreditPayoutProvider.identifier, ...methodOf(new StoreCreditPayoutProvider()) })
  const providers = parseOptions(options).payout_providers as Parameters<typeof moduleProviderLoader>[0]["providers"]
  await moduleProviderLoader({ container, providers, registerServiceFn: register as never })
  container.register({ [PAYOUT_METHODS]: asValue(methods) })
}

/** A store's provider may extend a copy of our class that knew no limits yet. */
const methodOf = (provider: AbstractPayoutProvider): Omit<PayoutMethod, "id"> => {
  const { form, limits = {} } = provider as Omit<AbstractPayoutProvider, "limits"> & Partial<Pick<AbstractPayoutProvider, "limits">>
  return { form, limits, provider }
}

/** Checked by its methods and not by `instanceof`, because a store's class may extend another copy of our class. */
const isProvider = (provider: AbstractPayoutProvider): boolean =>
  ["pay", "find", "isAvailable"].every((name) => typeof Reflect.get(provider, name) === "function") && "form" in provider

const refused = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_ARGUMENT, `medusa-plugin-affiliate options: payout_providers: ${message}`)
