import { apiResponse } from "./api.js"

/** How long a window may take to read what was made for it. */
const KEPT_FOR = 60_000

/** Saves a file of the Store API, which wants the customer's token: a plain link would not bring it. @param {string} path */
export async function download(path) {
  const response = await apiResponse(path)
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "file"
  const link = document.createElement("a")
  link.href = addressOf(await response.blob())
  link.download = name
  link.click()
}

/** Opens a page of the Store API in a window of its own. Opened before it is asked for: later, browsers would block it. @param {string} path */
export async function openPage(path) {
  const page = open("", "_blank")
  try {
    const response = await apiResponse(path)
    const address = addressOf(await response.blob())
    if (page) page.location.href = address
    else location.href = address
  } catch (error) {
    page?.close()
    throw error
  }
}

function addressOf(blob) {
  const address = URL.createObjectURL(blob)
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
  return address
}
