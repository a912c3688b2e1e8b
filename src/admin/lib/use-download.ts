import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { download } from "./download"

/** Saves a file of the API, and tells what it says when there is none. */
export function useDownload() {
  return useCallback((path: string, query?: object) => {
    download(path, query).catch((error: unknown) => toast.error(error instanceof Error ? error.message : String(error)))
  }, [])
}
