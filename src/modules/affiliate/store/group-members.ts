/** Which customers are in which groups, as a SQL table. A deleted group has no members, although Medusa keeps their rows. */
export const GROUP_MEMBERS = `(
  SELECT member.customer_id, member.customer_group_id FROM customer_group_customer member
  JOIN customer_group ON customer_group.id = member.customer_group_id AND customer_group.deleted_at IS NULL
  WHERE member.deleted_at IS NULL)`
