import { useLocation, useSearchParams } from "react-router-dom"

const PARAMETER = "payout"

/** The payout that a page shows in a drawer. It is part of the page's address, so that a row opens it, also in another tab. */
export function useShownPayout() {
  const { pathname } = useLocation()
  const [search, setSearch] = useSearchParams()
  return {
    id: search.get(PARAMETER),
    hrefOf: ({ id }: { id: string }) => {
      const shown = new URLSearchParams(search)
      shown.set(PARAMETER, id)
      return `${pathname}?${shown.toString()}`
    },
    close: () => {
      setSearch(
        (current) => {
          const rest = new URLSearchParams(current)
          rest.delete(PARAMETER)
          return rest
        },
        { replace: true }
      )
    },
  }
}
