import { useFormContext } from "react-hook-form"
import { affiliateLink } from "../../../../domain/clicks/site"
import { safeUrl } from "../../../lib/safe-url"
import { useText } from "../../../lib/use-text"
import { Example } from "./example"
import type { ProgramFormValues } from "./schema"

/** An affiliate link of the program that is being typed. */
export const LinkExample = () => {
  const t = useText()
  const [site, parameter] = useFormContext<ProgramFormValues>().watch(["site_url", "link_parameter"])
  const address = safeUrl(site.trim())
  if (!address || !parameter) return null

  return <Example label={t("program.linkExample")} value={affiliateLink(address, parameter, "anna7")} />
}
