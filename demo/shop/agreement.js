import { api } from "./api.js"
import { day } from "./day.js"
import { busy, h, notify, notifyError } from "./dom.js"
import { part } from "./part.js"

/** The program's agreement, and whether the affiliate has accepted it. */
export function agreementPart(affiliateId) {
  const path = `/store/affiliates/me/${affiliateId}/agreement`
  return part("Agreement", async (redraw) => {
    const { agreement } = await api(path)
    if (!agreement) return [h("p.soft", {}, "This program has none.")]
    const change = (text, options, said) => {
      const button = h(`button.button${options.method ? ".quiet" : ""}`, { type: "button" }, text)
      const work = () => api(path, options).then(() => notify(said))
      button.addEventListener("click", () => busy(button, work).catch(notifyError).then(redraw))
      return button
    }
    const decide = agreement.is_accepted
      ? change("Withdraw", { method: "DELETE" }, "You have withdrawn.")
      : change("Accept", { body: { version: agreement.version } }, "You have accepted the agreement.")
    return [h("div.row", {}, h("p", {}, standing(agreement)), decide), agreementText(agreement.html, `Read version ${agreement.version}`)]
  })
}

function standing({ version, created_at, is_accepted, accepted_version, accepted_at }) {
  if (is_accepted) return `Version ${version}, accepted on ${day(accepted_at)}`
  const offered = `Version ${version} of ${day(created_at)} waits for your word.`
  return accepted_version ? `${offered} You accepted version ${accepted_version} on ${day(accepted_at)}.` : offered
}

/** The one place where HTML comes from the API: made of Markdown by the server, which lets no tags, scripts or images of the text through. */
export function agreementText(html, title) {
  const text = h("div.document")
  text.innerHTML = html
  return h("details", {}, h("summary.link", {}, title), text)
}
