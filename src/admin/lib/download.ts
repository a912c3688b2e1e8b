import { saveBlob } from "./save-blob"
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
  saveBlob(await response.blob(), fileName(response) ?? path.slice(path.lastIndexOf("/") + 1))
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
