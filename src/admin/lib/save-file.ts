import { toast } from "@medusajs/ui"
import { download, openPage } from "./download"

type Fetch = (path: string, query?: object) => Promise<void>

const withErrorToast = (fetch: Fetch) => async (path: string, query?: object) => {
  try {
    await fetch(path, query)
  } catch (error) {
    toast.error(error instanceof Error ? error.message : String(error))
  }
}

/** Saves a file of the API, and shows its error as a toast. */
export const saveFile = withErrorToast(download)

/** Opens a page of the API in a new window, and shows its error as a toast. */
export const showPage = withErrorToast(openPage)
