import { sdk } from "./sdk"

/** Read with the dashboard's session, so that what is refused can be told in words. What is not asked for as JSON comes as it is. */
const fetchFile = (path: string, query: object, accept: string) =>
  sdk.client.fetch<Response>(path, { query: { ...query }, headers: { accept } })

/**
 * Saves a file of the API under the name it gives.
 *
 * @throws FetchError with the API's message.
 */
export async function download(path: string, query: object = {}): Promise<void> {
  const response = await fetchFile(path, query, "*/*")
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response) ?? path.slice(path.lastIndexOf("/") + 1)
  link.click()
  // The browser has to have begun with it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const fileName = (response: Response): string | undefined =>
  /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "")?.[1]

/**
 * Shows a page of the API in a window of its own. The page comes with its own address and rules (it may run no scripts), which a copy in
 * this one's would not have; it is asked for first because a new window cannot tell in words what is refused.
 *
 * @throws FetchError with the API's message.
 */
export async function openPage(path: string, query: object = {}): Promise<void> {
  const response = await fetchFile(path, query, "text/html")
  window.open(response.url, "_blank", "noopener")
}
