/** What never changes about a payout and about the details it is sent to. */
export const payoutRules = {
  up: [
    `alter table affiliate_payout_details
      add constraint "FK_affiliate_payout_details_affiliate" foreign key (affiliate_id) references affiliate (id)`,

    // The details of a payout stay as they were when it was made. They may be emptied, when a person asks for it, but not rewritten.
    `create trigger "TR_affiliate_payout_details_delete" before delete on affiliate_payout_details
      for each row execute function affiliate_refuse_change()`,
    `create trigger "TR_affiliate_payout_details_kept" before update on affiliate_payout_details
      for each row when ((new.affiliate_id, new.method) is distinct from (old.affiliate_id, old.method)
                         or (new.details is distinct from old.details and new.details <> '{}'::jsonb)
                         or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at))
      execute function affiliate_refuse_change()`,

    `alter table affiliate_payout
      add constraint "CK_affiliate_payout_amount" check (amount > 0 and amount = affiliate_round(amount, currency_code) and amount < 'infinity'),
      add constraint "FK_affiliate_payout_affiliate" foreign key (affiliate_id) references affiliate (id),
      add constraint "FK_affiliate_payout_details" foreign key (payout_details_id) references affiliate_payout_details (id)`,

    // A payout's affiliate, amount, method and details never change. Once it has ended, nothing does.
    `create trigger "TR_affiliate_payout_delete" before delete on affiliate_payout
      for each row execute function affiliate_refuse_change()`,
    `create trigger "TR_affiliate_payout_ended" before update on affiliate_payout
      for each row when (old.status <> 'processing'
                         or (new.pay_run_id, new.program_id, new.affiliate_id, new.amount, new.currency_code, new.method, new.payout_details_id)
                         is distinct from (old.pay_run_id, old.program_id, old.affiliate_id, old.amount, old.currency_code, old.method,
                                           old.payout_details_id))
      execute function affiliate_refuse_change()`,

    `create trigger "TR_affiliate_pay_run_append_only" before update or delete on affiliate_pay_run
      for each row execute function affiliate_refuse_change()`,

    // A period whose payouts were made automatically keeps the row that says so: without it they would be made again.
    `create trigger "TR_affiliate_paid_period_append_only" before update or delete on affiliate_paid_period
      for each row execute function affiliate_refuse_change()`,
  ],
  down: [
    `drop trigger "TR_affiliate_paid_period_append_only" on affiliate_paid_period`,
    `drop trigger "TR_affiliate_pay_run_append_only" on affiliate_pay_run`,
    `drop trigger "TR_affiliate_payout_ended" on affiliate_payout`,
    `drop trigger "TR_affiliate_payout_delete" on affiliate_payout`,
    `alter table affiliate_payout drop constraint "FK_affiliate_payout_details", drop constraint "FK_affiliate_payout_affiliate",
      drop constraint "CK_affiliate_payout_amount"`,
    `drop trigger "TR_affiliate_payout_details_kept" on affiliate_payout_details`,
    `drop trigger "TR_affiliate_payout_details_delete" on affiliate_payout_details`,
    `alter table affiliate_payout_details drop constraint "FK_affiliate_payout_details_affiliate"`,
  ],
}
