import { FetchError } from "@medusajs/js-sdk"
import { Container } from "@medusajs/ui"
import { LoadError } from "./load-error"

/** Stands in place of a record that cannot be loaded. That there is no such record, or nobody is logged in, is the dashboard's to tell. */
export const PageError = ({ error }: { error: Error }) => {
  if (error instanceof FetchError && (error.status === 401 || error.status === 404)) throw error
  return (
    <Container className="p-0">
      <LoadError error={error} />
    </Container>
  )
}
