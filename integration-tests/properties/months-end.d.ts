import type { Repository } from "./crash"

export function monthsEnd(repository: Repository, pageSize?: number): Promise<void>
