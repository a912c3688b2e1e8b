interface SegmentsProps<Value extends string> {
  label: string
  options: { value: Value; name: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of a few, all of them in sight. */
export const Segments = <Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) => (
  <div className="segments" role="group" aria-label={label}>
    {options.map((option) => (
      <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
        {option.name}
      </button>
    ))}
  </div>
)
