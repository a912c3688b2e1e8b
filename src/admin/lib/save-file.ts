import { toast } from "@medusajs/ui"
import { download, openPage } from "./download"

type Fetch = (path: string, query?: object) => Promise<void>

const telling = (fetch: Fetch) => async (path: string, query?: object) => {
  try {
    await fetch(path, query)
  } catch (error) {
    toast.error(error instanceof Error ? error.message : String(error))
  }
}

/** Saves a file of the API, and tells what it says when there is none. */
export const saveFile = telling(download)

/** Shows a page of the API in a window of its own, and tells what it says when there is none. */
export const showPage = telling(openPage)
