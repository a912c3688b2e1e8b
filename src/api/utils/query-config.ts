/** Answers come whole from one statement; `fields` only cuts them, so there are no defaults to name here. */
export const listQuery = { isList: true, defaults: [] as string[], defaultLimit: 20 }
export const retrieveQuery = { isList: false, defaults: [] as string[] }
