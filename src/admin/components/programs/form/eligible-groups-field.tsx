import type { HttpTypes } from "@medusajs/framework/types"
import { Label, RadioGroup } from "@medusajs/ui"
import { useId } from "react"
import { useFormContext } from "react-hook-form"
import { customerGroupSource } from "../../../lib/entity-sources/customer-groups"
import { useText } from "../../../lib/use-text"
import { EntitiesField } from "../../form/entities-field"
import { JOIN_CHOICES, type ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

/** One choice: everybody may join, or the members of some groups. */
export const EligibleGroupsField = () => {
  const t = useText()
  const text = useFieldText()
  const id = useId()
  const { watch, setValue, clearErrors } = useFormContext<ProgramFormValues>()
  const chosen = watch("who_may_join")
  const choose = (choice: string) => {
    setValue("who_may_join", choice as typeof chosen, { shouldDirty: true })
    clearErrors("eligible_customer_group_ids")
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Label id={id} size="small" weight="plus">
        {t("program.whoMayJoin.label")}
      </Label>
      <RadioGroup value={chosen} onValueChange={choose} aria-labelledby={id}>
        {JOIN_CHOICES.map((choice) => (
          <div key={choice} className="flex items-center gap-x-2">
            <RadioGroup.Item value={choice} id={`${id}${choice}`} />
            <Label htmlFor={`${id}${choice}`} size="small">
              {t(`program.whoMayJoin.${choice}`)}
            </Label>
          </div>
        ))}
      </RadioGroup>
      {chosen === "groups" && (
        <EntitiesField<ProgramFormValues, HttpTypes.AdminCustomerGroupListResponse>
          {...text("eligible_customer_group_ids")}
          source={customerGroupSource}
          placeholder={t("program.noGroup")}
        />
      )}
    </div>
  )
}
