/**
 * What one line of an order earns, as SQL over the lines of ORDER_WORTH and their `subject`. This is the only place that decides it: the rule
 * that was kept for the line, else the subject's own rate.
 *
 * A percentage is of the line's expense. A fixed amount is per piece, or once per order for all lines of the rule that are still kept, each
 * by its share of their expense; it is never more than the line is worth. The guard then leaves of the line before the shopper's discount
 * what discount and commission may take together. `cut_by` names the last thing that took something away.
 *
 * @param lines a query of lines with `expense` and `undiscounted` (the same before the discount).
 */
export const earnedLines = (lines: string): string => `
  SELECT guarded.*,
         CASE WHEN guarded.commission < guarded.capped THEN 'margin_guard' WHEN guarded.capped < guarded.asked THEN 'line_value' END AS cut_by
  FROM (
    SELECT capped.*,
           CASE WHEN subject.margin_guard_percent IS NULL THEN capped.capped
                ELSE least(capped.capped, greatest(0,
                  capped.undiscounted * subject.margin_guard_percent * 0.01 - (capped.undiscounted - capped.expense))) END AS commission
    FROM (
      SELECT asked.*, CASE WHEN asked.per IS NULL THEN asked.asked ELSE greatest(0, least(asked.asked, asked.expense)) END AS capped
      FROM (
        SELECT rated.*, CASE rated.per
                 WHEN 'unit' THEN rated.fixed_amount * rated.quantity
                 WHEN 'order' THEN coalesce(affiliate_ratio(rated.fixed_amount * greatest(0, rated.expense),
                                                            sum(greatest(0, rated.expense)) OVER (PARTITION BY rated.rule_id)), 0)
                 ELSE rated.expense * rated.percent * 0.01 END AS asked
        FROM (
          SELECT line.*, line.terms ->> 'rule_id' AS rule_id, line.terms ->> 'per' AS per, (line.terms ->> 'amount')::numeric AS fixed_amount,
                 CASE WHEN line.terms ->> 'per' IS NULL
                      THEN coalesce((line.terms ->> 'percent')::numeric, subject.rate_percent) END AS percent,
                 subject.terms IS NOT NULL AND line.terms IS NULL AS is_unknown
          FROM (${lines}) line
        ) rated
      ) asked
    ) capped
  ) guarded`
