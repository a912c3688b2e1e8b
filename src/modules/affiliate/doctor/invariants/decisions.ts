import { isCurrentDecision } from "../../attribution/current"

/** Commissions whose decision is missing, or is about another order, affiliate or program. */
const COMMISSIONS = `
  SELECT CASE WHEN decision.id IS NULL THEN 'decision_missing' ELSE 'decision_of_another' END AS problem,
         commission.order_id, commission.id AS commission_id, commission.attribution_id,
         commission.order_id || ', ' || commission.affiliate_id || ', ' || commission.program_id AS expected,
         coalesce(decision.order_id || ', ' || coalesce(decision.affiliate_id, 'nobody') || ', '
                  || coalesce(decision.program_id, 'no program'), 'none') AS found
  FROM affiliate_commission commission
  LEFT JOIN affiliate_attribution decision ON decision.id = commission.attribution_id
  WHERE (decision.order_id, decision.affiliate_id, decision.program_id) 
    IS DISTINCT FROM (commission.order_id, commission.affiliate_id, commission.program_id)`

/** The same of what was kept for the lines of orders. */
const TERMS = `
  SELECT CASE WHEN decision.id IS NULL THEN 'decision_missing' ELSE 'decision_of_another' END, terms.order_id, NULL, terms.attribution_id,
         terms.order_id || ', ' || terms.program_id, coalesce(decision.order_id || ', ' || coalesce(decision.program_id, 'no program'), 'none')
  FROM affiliate_order_terms terms
  LEFT JOIN affiliate_attribution decision ON decision.id = terms.attribution_id
  WHERE (decision.order_id, decision.program_id) IS DISTINCT FROM (terms.order_id, terms.program_id)`

/** Current decisions whose affiliate or program does not exist, or belongs to another program. */
const EARNERS = `
  SELECT CASE WHEN affiliate.id IS NULL THEN 'affiliate_missing' WHEN program.id IS NULL THEN 'program_missing'
              ELSE 'program_of_another' END,
         decision.order_id, NULL, decision.id,
         coalesce(decision.affiliate_id, 'an affiliate') || ' of ' || coalesce(decision.program_id, 'a program'),
         coalesce(affiliate.id || ' of ' || affiliate.program_id, 'none')
  FROM affiliate_attribution decision
  LEFT JOIN affiliate ON affiliate.id = decision.affiliate_id
  LEFT JOIN affiliate_program program ON program.id = decision.program_id
  WHERE decision.outcome = 'attributed' AND ${isCurrentDecision("decision")}
    AND (affiliate.id IS NULL OR program.id IS NULL OR affiliate.program_id <> program.id)`

const ONCE = `
  SELECT 'decided_twice', order_id, NULL, NULL, '1 standing decision', count(*) || ' standing decisions'
  FROM affiliate_attribution decision WHERE ${isCurrentDecision("decision")} GROUP BY order_id HAVING count(*) > 1`

export const DECISIONS = [COMMISSIONS, TERMS, EARNERS, ONCE].join(" UNION ALL ")
