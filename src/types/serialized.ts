/** A value as JSON carries it: times become text, everything else stays. */
export type Serialized<Value> = Value extends Date
  ? string
  : Value extends (infer Item)[]
    ? Serialized<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Serialized<Value[Key]> }
      : Value
