/** The one way parts of the page hear of each other: "cart", "customer", "visit". */
const bus = new EventTarget()

export const announce = (what) => bus.dispatchEvent(new Event(what))
export const onAnnounced = (what, listener) => bus.addEventListener(what, listener)
