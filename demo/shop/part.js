import { h } from "./dom.js"

/**
 * A titled part of a page that asks the API for itself: the page does not wait for it, and what goes wrong in it is said in it.
 *
 * @param {string} title
 * @param {(redraw: () => Promise<void>) => Promise<(Node | false | null | undefined)[]>} load
 */
export function part(title, load) {
  const body = h("div.stack-s", {}, h("p.soft", {}, "…"))
  const draw = async () => {
    try {
      body.replaceChildren(...(await load(draw)).filter(Boolean))
    } catch ({ message }) {
      body.replaceChildren(h("p.error", { role: "alert" }, message))
    }
  }
  void draw()
  return h("section.stack-s.part", {}, h("h4", {}, title), body)
}
