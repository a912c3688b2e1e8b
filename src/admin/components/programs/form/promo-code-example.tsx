import { useFormContext } from "react-hook-form"
import { normalizeTemplate, renderPromoCode } from "../../../../domain/promo-codes/promo-code-template"
import { useText } from "../../../lib/use-text"
import { Example } from "./example"
import type { ProgramFormValues } from "./schema"

const SUBJECT = { number: 42, code: "anna7", random: "7KQ2M9XA" }

/** The promo code of affiliate number 42 under the template that is being typed. */
export const PromoCodeExample = () => {
  const t = useText()
  const rendered = render(useFormContext<ProgramFormValues>().watch("promo_code_template"))
  return rendered ? <Example label={t("program.promoCodeExample")} value={rendered} /> : null
}

function render(template: string): string | null {
  try {
    const normal = normalizeTemplate(template)
    return normal && renderPromoCode(normal, SUBJECT)
  } catch {
    return null
  }
}
