import type { HttpTypes } from "@medusajs/framework/types"
import { Hint, Label, RadioGroup } from "@medusajs/ui"
import { useId, useState } from "react"
import { useFormContext } from "react-hook-form"
import { customerGroupSource } from "../../../lib/entity-sources/customer-groups"
import { useText } from "../../../lib/use-text"
import { EntitiesField } from "../../form/entities-field"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

const NAME = "eligible_customer_group_ids"
const CHOICES = ["everybody", "groups"] as const

/** One choice: everybody may join, or the members of some groups. */
export const EligibleGroupsField = () => {
  const t = useText()
  const text = useFieldText()
  const id = useId()
  const { watch, setValue } = useFormContext<ProgramFormValues>()
  const chosen = watch(NAME)
  const [isLimited, setIsLimited] = useState(chosen.length > 0)
  const choose = (value: string) => {
    setIsLimited(value === "groups")
    if (value === "everybody") setValue(NAME, [], { shouldDirty: true })
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Label id={id} size="small" weight="plus">
        {t("program.whoMayJoin.label")}
      </Label>
      <RadioGroup value={isLimited ? "groups" : "everybody"} onValueChange={choose} aria-labelledby={id}>
        {CHOICES.map((choice) => (
          <div key={choice} className="flex items-center gap-x-2">
            <RadioGroup.Item value={choice} id={`${id}${choice}`} />
            <Label htmlFor={`${id}${choice}`} size="small">
              {t(`program.whoMayJoin.${choice}`)}
            </Label>
          </div>
        ))}
      </RadioGroup>
      {isLimited && (
        <EntitiesField<ProgramFormValues, HttpTypes.AdminCustomerGroupListResponse>
          {...text("eligible_customer_group_ids")}
          source={customerGroupSource}
          placeholder={t("program.noGroup")}
        />
      )}
      {isLimited && chosen.length === 0 && <Hint>{t("program.whoMayJoin.noneChosen")}</Hint>}
    </div>
  )
}
