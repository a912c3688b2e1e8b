import { h } from "./dom.js"

/** Medusa answers in sentences that name the field; these words lead back to it. */
const NAMED = [
  [/e-?mail|identity/i, "email"],
  [/password/i, "password"],
]

/**
 * A labelled input with a place for its error below it.
 * @param {{ name: string, prefix?: string, label: string, span?: string, hint?: string, options?: { value: string, text: string }[] } & Record<string, unknown>} field
 */
export function field({ name, prefix = "field", label, span = "", hint, options, value, ...attributes }) {
  const id = `${prefix}-${name}`
  const described = `${id}-error${hint ? ` ${id}-hint` : ""}`
  const control = options
    ? h(
        "select",
        { id, name, "aria-describedby": described, ...attributes },
        ...options.map((o) => h("option", { value: o.value }, o.text))
      )
    : h("input", { id, name, "aria-describedby": described, ...attributes })
  if (value) control.value = value
  control.addEventListener("input", () => showError(control, ""))
  return h(
    `div.field${span && `.${span}`}`,
    {},
    h("label", { for: id }, label),
    control,
    hint && h("span.hint", { id: `${id}-hint` }, hint),
    h("span.error", { id: `${id}-error`, role: "alert" })
  )
}

function showError(control, message) {
  control.setAttribute("aria-invalid", String(message !== ""))
  document.getElementById(`${control.id}-error`).textContent = message
}

/**
 * Checks the form, runs the work with its values, and puts what goes wrong beside the field it is about.
 * @param {HTMLFormElement} form
 * @param {(values: Record<string, string>) => Promise<void>} work
 */
export function onSubmit(form, work) {
  form.noValidate = true
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const controls = [...form.elements].filter((control) => control.name)
    for (const control of controls) if (control.type !== "radio") showError(control, control.validationMessage)
    const invalid = controls.find((control) => !control.validity.valid)
    if (invalid) return invalid.focus()
    const button = form.querySelector("[type=submit]")
    button.disabled = true
    try {
      await work(Object.fromEntries(new FormData(form)))
    } catch (error) {
      const named = NAMED.find(([words]) => words.test(error.message))?.[1]
      const control = form.elements[named] ?? controls.at(-1)
      if (control?.id) showError(control, error.message)
      else throw error
      control.focus()
    } finally {
      button.disabled = false
    }
  })
  return form
}
