import { sdk } from "./sdk"

/**
 * Saves a file of the API under the name it gives. Read with the dashboard's session, so that what is refused can be told in words.
 *
 * @throws FetchError with the API's message.
 */
export async function download(path: string, query: object = {}): Promise<void> {
  // What is not JSON comes back as it was answered.
  const response = await sdk.client.fetch<Response>(path, { query: { ...query }, headers: { accept: "*/*" } })
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = address
  link.download = fileName(response) ?? path.slice(path.lastIndexOf("/") + 1)
  link.click()
  URL.revokeObjectURL(address)
}

const fileName = (response: Response): string | undefined =>
  /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "")?.[1]
