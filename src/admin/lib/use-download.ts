import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { download, openPage } from "./download"

const tell = (error: unknown) => toast.error(error instanceof Error ? error.message : String(error))

/** Saves a file of the API, and tells what it says when there is none. */
export function useDownload() {
  return useCallback((path: string, query?: object) => void download(path, query).catch(tell), [])
}

/** Shows a page of the API in a window of its own, and tells what it says when there is none. */
export function useOpenPage() {
  return useCallback((path: string, query?: object) => void openPage(path, query).catch(tell), [])
}
