import type { ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"

/** Affiliates of any program under one name, which commission rules can name. */
export interface AdminAffiliateGroup {
  id: string
  name: string
  affiliate_count: number
  created_by: string
  created_at: string
  updated_at: string
}

/** `GET /admin/affiliate-groups` */
export interface AdminAffiliateGroupListParams extends ListParams {
  id?: OneOrMany<string>
  /** Groups that an affiliate is in. */
  affiliate_id?: OneOrMany<string>
  created_at?: TimeFilter
  updated_at?: TimeFilter
  /** Name. */
  q?: string
}

export interface AdminAffiliateGroupListResponse extends PaginatedResponse {
  affiliate_groups: AdminAffiliateGroup[]
}

/** `POST /admin/affiliate-groups`, `POST /admin/affiliate-groups/:id` */
export interface AdminNameAffiliateGroup {
  name: string
}

/** `POST /admin/affiliate-groups/:id/affiliates`: at most 1000 of each. */
export interface AdminChangeAffiliateGroupMembers {
  add?: string[]
  remove?: string[]
}

export interface AdminAffiliateGroupResponse {
  affiliate_group: AdminAffiliateGroup
}

/** `DELETE /admin/affiliate-groups/:id` */
export interface AdminAffiliateGroupDeleteResponse {
  id: string
  object: "affiliate_group"
  deleted: boolean
}
