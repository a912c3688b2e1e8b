/** Keys of one resource: `all` is a prefix of every other, so that invalidating it refreshes lists and details alike. */
export const queryKeys = <T extends string>(resource: T) => ({
  all: [resource] as const,
  list: (query: object = {}) => [resource, "list", query] as const,
  detail: (id: string, query: object = {}) => [resource, "detail", id, query] as const,
})
