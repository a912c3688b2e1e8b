import { api } from "./api.js"
import { config } from "./config.js"

const KEY = "shop.visit"
const MODE_KEY = "shop.capture"

/** What is kept of the last visit that came by an affiliate's link: its token, and until when it holds. */
export const storedVisit = () => JSON.parse(localStorage.getItem(KEY) ?? "null")

/** The headers that bring a visit to a new cart or customer. */
export const visitHeaders = () => {
  const visit = storedVisit()
  return visit?.token ? { "x-affiliate-token": visit.token } : {}
}

/** "script": this page calls the Store API. "image": all there is is the counter of the old days, and a cookie. */
export const captureMode = () => localStorage.getItem(MODE_KEY) ?? "script"

export function setCaptureMode(mode) {
  localStorage.setItem(MODE_KEY, mode)
  if (mode === "image") localStorage.removeItem(KEY)
}

/** Records a visit that carries an affiliate's code, once for each time the page is opened. @returns {Promise<string | null>} what happened */
export async function captureVisit() {
  if (captureMode() === "image") return countByImage()
  if (!new URL(location.href).searchParams.get("ref")) return null
  try {
    const { click, reason } = await api("/store/affiliate-clicks", { body: { url: location.href, referrer: document.referrer || null } })
    if (!click) return `not recorded: ${reason}`
    localStorage.setItem(KEY, JSON.stringify(click))
    return "recorded"
  } catch (error) {
    // Somebody blocks the call: the image may still come through.
    return `${error.message} ${countByImage()}`
  }
}

/** The counter snippet as merchants have it on their pages, `escape()` and all. */
function countByImage() {
  const project = config.project ? `&project=${config.project}` : ""
  const image = new Image(1, 1)
  image.alt = ""
  image.hidden = true
  image.src = `/affiliate/counter?rnd=${Math.random()}${project}&r=${escape(document.referrer)}&p=${escape(location.href)}`
  document.body.append(image)
  return "counted by the image; what it found is in a cookie"
}
