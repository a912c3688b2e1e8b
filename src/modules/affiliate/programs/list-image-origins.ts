import { imageOrigins } from "../../../domain/programs/image-url"
import { rows, type Sql } from "../database/connection"

/** More sites than pictures come from; each makes the header of the portal's page longer. */
const MOST = 50

const SITES = `
  SELECT DISTINCT substring(address from '^https://[^/?#]+') AS site
  FROM affiliate_program program
  CROSS JOIN LATERAL (
    SELECT program.logo_url AS address
    UNION ALL
    SELECT creative->>'image_url'
    FROM jsonb_array_elements(CASE jsonb_typeof(program.creatives) WHEN 'array' THEN program.creatives ELSE '[]' END) creative
  ) picture
  WHERE program.deleted_at IS NULL AND address LIKE 'https://%' ORDER BY site LIMIT :limit`

/** The sites that the logos and banners of the programs come from. */
export async function listImageOrigins(sql: Sql): Promise<string[]> {
  const found = await rows<{ site: string }>(sql, SITES, { limit: MOST })
  return imageOrigins(found.map(({ site }) => site))
}
