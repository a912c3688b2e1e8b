/**
 * Makes an element. Text comes in as text, never as HTML, so nothing from an address or an answer can become markup.
 *
 * @param {string} tag such as "p" or "button.button.quiet"
 * @param {Record<string, unknown>} [attributes] `onclick` and the like are listeners; false and undefined are left out
 * @param {...(Node | string | number | null | undefined | false)} children
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".")
  const element = document.createElement(name)
  if (classes.length > 0) element.className = classes.join(" ")
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value)
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(key, value === true ? "" : String(value))
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/** Runs a click's or form's work with the button disabled, so that two clicks do not order twice. */
export async function busy(button, work) {
  button.disabled = true
  try {
    return await work()
  } finally {
    button.disabled = false
  }
}

/** @param {string} text @param {{ alarm?: boolean }} [options] */
export function notify(text, { alarm = false } = {}) {
  const notice = document.getElementById("notice")
  notice.textContent = text
  notice.classList.toggle("alarm", alarm)
  clearTimeout(notice.timer)
  notice.timer = setTimeout(() => (notice.textContent = ""), alarm ? 8_000 : 4_000)
}

/** Errors of the API are sentences for people; show them where nothing more precise is at hand. */
export const notifyError = (error) => notify(error.message, { alarm: true })
