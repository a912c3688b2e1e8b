import type { Repository } from "./crash"

export function monthsEnd(repository: Repository): Promise<void>
