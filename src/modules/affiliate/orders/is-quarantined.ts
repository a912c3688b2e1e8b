/** Whether an order, by SQL for its id, is in quarantine. */
export const isQuarantined = (orderId: string): string =>
  `EXISTS (SELECT 1 FROM affiliate_quarantined_order quarantined WHERE quarantined.order_id = ${orderId} AND quarantined.resolved_at IS NULL)`
