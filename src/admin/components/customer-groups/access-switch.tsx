import { Label, Switch } from "@medusajs/ui"
import { useId } from "react"

interface AccessSwitchProps {
  label: string
  checked: boolean
  disabled: boolean
  onChange: (checked: boolean) => void
}

export const AccessSwitch = ({ label, checked, disabled, onChange }: AccessSwitchProps) => {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Switch id={id} size="small" checked={checked} disabled={disabled} onCheckedChange={onChange} />
      <Label htmlFor={id} size="small">
        {label}
      </Label>
    </div>
  )
}
