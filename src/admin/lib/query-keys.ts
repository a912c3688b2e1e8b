/** The query keys of one resource. `all` is a prefix of the others, so invalidating it refreshes lists and details. */
export const queryKeys = <T extends string>(resource: T) => ({
  all: [resource] as const,
  list: (query: object = {}) => [resource, "list", query] as const,
  detail: (id: string, query: object = {}) => [resource, "detail", id, query] as const,
})
