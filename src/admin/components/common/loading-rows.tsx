import { Skeleton } from "@medusajs/ui"

/** Placeholders for rows that are still loading. */
export const LoadingRows = ({ count = 3 }: { count?: number }) => (
  <div className="flex flex-col gap-y-3 px-6 py-4" aria-busy>
    {Array.from({ length: count }, (_, index) => (
      <Skeleton key={index} className="h-5 w-full" />
    ))}
  </div>
)
