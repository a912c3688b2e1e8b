import { sdk } from "./sdk"

/**
 * Fetches with the dashboard's session, so that an error's message can be shown. With another `accept` than JSON the SDK returns the raw
 * response.
 */
const fetchFile = (path: string, query: object, accept: string) =>
  sdk.client.fetch<Response>(path, { query: { ...query }, headers: { accept } })

/**
 * Saves a file of the API under the name that the API gives it.
 *
 * @returns the response, for its headers.
 * @throws FetchError with the API's message.
 */
export async function download(path: string, query: object = {}): Promise<Response> {
  const response = await fetchFile(path, query, "*/*")
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response) ?? path.slice(path.lastIndexOf("/") + 1)
  link.click()
  // Not at once: the browser reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return response
}

const fileName = (response: Response): string | undefined =>
  /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "")?.[1]

/**
 * Opens a page of the API in a new window, at its own address, so that the page's security policy (no scripts) applies. Fetches it first,
 * because a new window could not show the message of an error.
 *
 * @throws FetchError with the API's message.
 */
export async function openPage(path: string, query: object = {}): Promise<void> {
  const response = await fetchFile(path, query, "text/html")
  window.open(response.url, "_blank", "noopener")
}
