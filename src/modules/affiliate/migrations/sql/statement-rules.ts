const NUMBERED = ["id", "program_id", "affiliate_id", "period", "currency_code", "number", "opening_balance", "closing_balance"]
const row = (of: string): string => `(${NUMBERED.map((column) => `${of}.${column}`).join(", ")})`

/** A statement keeps its number and balances, and an issued one never changes. */
export const statementRules = {
  up: [
    `alter table affiliate_statement
      add constraint "CK_affiliate_statement_balances" check (opening_balance = affiliate_round(opening_balance, currency_code)
        and closing_balance = affiliate_round(closing_balance, currency_code)),
      add constraint "CK_affiliate_statement_number" check (number > 0),
      add constraint "CK_affiliate_statement_issued" check ((issued_at is null) = (issuer is null) and (issued_at is null) = (recipient is null)),
      add constraint "FK_affiliate_statement_affiliate" foreign key (affiliate_id) references affiliate (id)`,
    `create trigger "TR_affiliate_statement_append_only" before update on affiliate_statement
      for each row when (old.issued_at is not null or ${row("new")} is distinct from ${row("old")}) execute function affiliate_refuse_change()`,
    `create trigger "TR_affiliate_statement_delete" before delete on affiliate_statement
      for each row execute function affiliate_refuse_change()`,
  ],
  down: [
    `drop trigger "TR_affiliate_statement_delete" on affiliate_statement`,
    `drop trigger "TR_affiliate_statement_append_only" on affiliate_statement`,
    `alter table affiliate_statement drop constraint "FK_affiliate_statement_affiliate", drop constraint "CK_affiliate_statement_issued",
      drop constraint "CK_affiliate_statement_number", drop constraint "CK_affiliate_statement_balances"`,
  ],
}
