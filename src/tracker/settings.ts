import { safely } from "./safely"

export interface Settings {
  /** The folder that the script was loaded from: clicks and counter are its neighbours, under whatever address it is served. */
  base: string
  /** `data-program`: the program's number or handle, where a site has several. */
  program?: string
  /** `data-consent`: nothing is stored or sent before the visitor agrees. */
  waits: boolean
  /** `data-clean`: the parameter disappears from the address bar. */
  cleans: boolean
}

/** What the shop's page says in the script's tag; undefined where the tag cannot be found. */
export const readSettings = (win: Window): Settings | undefined =>
  safely(() => {
    // A tool that bundles scripts runs them without their tag.
    const script = (win.document.currentScript ?? win.document.querySelector("script[src*='/affiliate/tracker.js']")) as HTMLScriptElement
    const { program, consent, clean } = script.dataset
    return { base: new URL(".", script.src).href, program, waits: consent !== undefined, cleans: clean !== undefined }
  })
