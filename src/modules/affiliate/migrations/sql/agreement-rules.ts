/** The versions of a program's agreement, and who accepted which of them. */
export const agreementRules = {
  up: [
    // Every new text becomes a new version, whichever program writes it. The write itself has locked the program's row, so two writers get
    // two numbers, one after the other.
    `create function affiliate_keep_agreement() returns trigger language plpgsql as $$
      declare latest affiliate_agreement;
      begin
        select * into latest from affiliate_agreement where program_id = new.id order by version desc limit 1;
        if new.agreement_text is not null and new.agreement_text is distinct from latest.text then
          insert into affiliate_agreement (id, program_id, version, text, text_hash)
          values (affiliate_new_id('affagr'), new.id, coalesce(latest.version, 0) + 1, new.agreement_text,
                  encode(sha256(convert_to(new.agreement_text, 'UTF8')), 'hex'));
        end if;
        return null;
      end $$`,
    `create trigger "TR_affiliate_program_agreement" after insert or update of agreement_text on affiliate_program
      for each row execute function affiliate_keep_agreement()`,
    `create trigger "TR_affiliate_agreement_append_only" before update or delete on affiliate_agreement
      for each row execute function affiliate_refuse_change()`,

    // An acceptance may be withdrawn, once. Who accepted which text, and when, never changes.
    `alter table affiliate_agreement_acceptance
      add constraint "FK_affiliate_agreement_acceptance_affiliate" foreign key (affiliate_id) references affiliate (id),
      add constraint "FK_affiliate_agreement_acceptance_version" foreign key (program_id, version)
        references affiliate_agreement (program_id, version)`,
    `create trigger "TR_affiliate_agreement_acceptance_delete" before delete on affiliate_agreement_acceptance
      for each row execute function affiliate_refuse_change()`,
    `create trigger "TR_affiliate_agreement_acceptance_kept" before update on affiliate_agreement_acceptance
      for each row when (old.withdrawn_at is not null
                         or (new.program_id, new.affiliate_id, new.version, new.text_hash, new.accepted_at, new.accepted_by)
                         is distinct from (old.program_id, old.affiliate_id, old.version, old.text_hash, old.accepted_at, old.accepted_by))
      execute function affiliate_refuse_change()`,
  ],
  down: [
    `drop trigger "TR_affiliate_agreement_acceptance_kept" on affiliate_agreement_acceptance`,
    `drop trigger "TR_affiliate_agreement_acceptance_delete" on affiliate_agreement_acceptance`,
    `alter table affiliate_agreement_acceptance drop constraint "FK_affiliate_agreement_acceptance_version",
      drop constraint "FK_affiliate_agreement_acceptance_affiliate"`,
    `drop trigger "TR_affiliate_agreement_append_only" on affiliate_agreement`,
    `drop trigger "TR_affiliate_program_agreement" on affiliate_program`,
    `drop function affiliate_keep_agreement()`,
  ],
}
