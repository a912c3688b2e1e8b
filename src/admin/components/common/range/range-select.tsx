import { Select } from "@medusajs/ui"

interface RangeSelectProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A small select without a label to see: its value says what it is. */
export const RangeSelect = ({ label, value, options, onChange }: RangeSelectProps) => (
  <Select size="small" value={value} onValueChange={onChange}>
    <Select.Trigger aria-label={label} className="w-full min-w-0 sm:w-44">
      <Select.Value />
    </Select.Trigger>
    <Select.Content>
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value}>
          {option.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
