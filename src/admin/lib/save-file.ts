import { toast } from "@medusajs/ui"
import { download, openPage } from "./download"

type Fetch<Answer> = (path: string, query?: object) => Promise<Answer>

const withErrorToast =
  <Answer>(fetch: Fetch<Answer>) =>
  async (path: string, query?: object): Promise<Answer | undefined> => {
    try {
      return await fetch(path, query)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }

/** Saves a file of the API, and shows its error as a toast. */
export const saveFile = withErrorToast(download)

/** Opens a page of the API in a new window, and shows its error as a toast. */
export const showPage = withErrorToast(openPage)
