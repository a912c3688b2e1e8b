import { isCurrentDecision } from "../../attribution/current"

/** Commissions that do not rest on a decision about their own order and affiliate. */
const COMMISSIONS = `
  SELECT CASE WHEN t.id IS NULL THEN 'decision_missing' ELSE 'decision_of_another' END AS problem,
         c.order_id, c.id AS commission_id, c.attribution_id, c.order_id || ', ' || c.affiliate_id || ', ' || c.program_id AS expected,
         coalesce(t.order_id || ', ' || coalesce(t.affiliate_id, 'nobody') || ', ' || coalesce(t.program_id, 'no program'), 'none') AS found
  FROM affiliate_commission c
  LEFT JOIN affiliate_attribution t ON t.id = c.attribution_id
  WHERE (t.order_id, t.affiliate_id, t.program_id) IS DISTINCT FROM (c.order_id, c.affiliate_id, c.program_id)`

/** Decisions for an affiliate or a program that is not there. */
const EARNERS = `
  SELECT CASE WHEN a.id IS NULL THEN 'affiliate_missing' WHEN p.id IS NULL THEN 'program_missing' ELSE 'program_of_another' END,
         t.order_id, NULL, t.id, coalesce(t.affiliate_id, 'an affiliate') || ' of ' || coalesce(t.program_id, 'a program'),
         coalesce(a.id || ' of ' || a.program_id, 'none')
  FROM affiliate_attribution t
  LEFT JOIN affiliate a ON a.id = t.affiliate_id
  LEFT JOIN affiliate_program p ON p.id = t.program_id
  WHERE t.outcome = 'attributed' AND ${isCurrentDecision("t")}
    AND (a.id IS NULL OR p.id IS NULL OR a.program_id <> p.id)`

const ONCE = `
  SELECT 'decided_twice', order_id, NULL, NULL, '1 standing decision', count(*) || ' standing decisions'
  FROM affiliate_attribution decision WHERE ${isCurrentDecision("decision")} GROUP BY order_id HAVING count(*) > 1`

export const DECISIONS = [COMMISSIONS, EARNERS, ONCE].join(" UNION ALL ")
