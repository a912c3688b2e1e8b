/** An issued statement never changes. */
export const statementRules = {
  up: [
    `alter table affiliate_statement
      add constraint "CK_affiliate_statement_balances" check (opening_balance = affiliate_round(opening_balance, currency_code)
        and closing_balance = affiliate_round(closing_balance, currency_code)),
      add constraint "CK_affiliate_statement_number" check (number > 0),
      add constraint "FK_affiliate_statement_affiliate" foreign key (affiliate_id) references affiliate (id)`,
    `create trigger "TR_affiliate_statement_append_only" before update or delete on affiliate_statement
      for each row execute function affiliate_refuse_change()`,
  ],
  down: [
    `drop trigger "TR_affiliate_statement_append_only" on affiliate_statement`,
    `alter table affiliate_statement drop constraint "FK_affiliate_statement_affiliate", drop constraint "CK_affiliate_statement_number",
      drop constraint "CK_affiliate_statement_balances"`,
  ],
}
