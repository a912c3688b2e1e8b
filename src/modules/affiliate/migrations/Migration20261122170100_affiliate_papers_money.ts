import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the data model language cannot say about payout details, agreements and statements, written by hand. */
export class Migration20261122170100_affiliate_papers_money extends Migration {
  override async up(): Promise<void> {
    // The details of a payout stay what they were when it was made. They may be wiped, when a person asks for it, but never rewritten.
    this.addSql(`alter table affiliate_payout_details
      add constraint "FK_affiliate_payout_details_affiliate" foreign key (affiliate_id) references affiliate (id);`)
    this.addSql(`create trigger "TR_affiliate_payout_details_delete" before delete on affiliate_payout_details
      for each row execute function affiliate_refuse_change();`)
    this.addSql(`create trigger "TR_affiliate_payout_details_kept" before update on affiliate_payout_details
      for each row when ((new.affiliate_id, new.method) is distinct from (old.affiliate_id, old.method)
                         or (new.details is distinct from old.details and new.details <> '{}'::jsonb)
                         or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at))
      execute function affiliate_refuse_change();`)

    this.addSql(`alter table affiliate_payout
      add constraint "FK_affiliate_payout_details" foreign key (payout_details_id) references affiliate_payout_details (id);`)
    this.addSql(`drop trigger "TR_affiliate_payout_ended" on affiliate_payout;`)
    this.addSql(`create trigger "TR_affiliate_payout_ended" before update on affiliate_payout
      for each row when (old.status <> 'processing'
                         or (new.program_id, new.affiliate_id, new.amount, new.currency_code, new.method, new.payout_details_id)
                         is distinct from (old.program_id, old.affiliate_id, old.amount, old.currency_code, old.method, old.payout_details_id))
      execute function affiliate_refuse_change();`)
    this.addSql(`create trigger "TR_affiliate_payout_run_append_only" before update or delete on affiliate_payout_run
      for each row execute function affiliate_refuse_change();`)

    // A new text is a new version, whoever writes it. The program's row is locked by the write itself, so versions are numbered one by one.
    this.addSql(`create or replace function affiliate_keep_agreement() returns trigger language plpgsql as $$
      declare latest affiliate_agreement;
      begin
        select * into latest from affiliate_agreement where program_id = new.id order by version desc limit 1;
        if new.agreement_text is not null and new.agreement_text is distinct from latest.text then
          insert into affiliate_agreement (id, program_id, version, text, text_hash)
          values (affiliate_new_id('affagr'), new.id, coalesce(latest.version, 0) + 1, new.agreement_text,
                  encode(sha256(convert_to(new.agreement_text, 'UTF8')), 'hex'));
        end if;
        return null;
      end $$;`)
    this.addSql(`create trigger "TR_affiliate_program_agreement" after insert or update of agreement_text on affiliate_program
      for each row execute function affiliate_keep_agreement();`)
    this.addSql(`update affiliate_program set agreement_text = agreement_text where agreement_text is not null;`)
    this.addSql(`create trigger "TR_affiliate_agreement_append_only" before update or delete on affiliate_agreement
      for each row execute function affiliate_refuse_change();`)

    this.addSql(`alter table affiliate_agreement_acceptance
      add constraint "FK_affiliate_agreement_acceptance_affiliate" foreign key (affiliate_id) references affiliate (id),
      add constraint "FK_affiliate_agreement_acceptance_version" foreign key (program_id, version)
        references affiliate_agreement (program_id, version);`)
    this.addSql(`create trigger "TR_affiliate_agreement_acceptance_delete" before delete on affiliate_agreement_acceptance
      for each row execute function affiliate_refuse_change();`)
    this.addSql(`create trigger "TR_affiliate_agreement_acceptance_kept" before update on affiliate_agreement_acceptance
      for each row when (old.withdrawn_at is not null
                         or (new.program_id, new.affiliate_id, new.version, new.text_hash, new.accepted_at, new.accepted_by)
                         is distinct from (old.program_id, old.affiliate_id, old.version, old.text_hash, old.accepted_at, old.accepted_by))
      execute function affiliate_refuse_change();`)

    this.addSql(`alter table affiliate_statement alter column opening_balance type numeric using opening_balance::numeric,
      alter column closing_balance type numeric using closing_balance::numeric,
      add constraint "CK_affiliate_statement_balances" check (opening_balance = affiliate_round(opening_balance, currency_code)
        and closing_balance = affiliate_round(closing_balance, currency_code)),
      add constraint "CK_affiliate_statement_number" check (number > 0),
      add constraint "FK_affiliate_statement_affiliate" foreign key (affiliate_id) references affiliate (id);`)
    this.addSql(`create trigger "TR_affiliate_statement_append_only" before update or delete on affiliate_statement
      for each row execute function affiliate_refuse_change();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists "TR_affiliate_program_agreement" on affiliate_program;`)
    this.addSql(`drop function if exists affiliate_keep_agreement();`)
    this.addSql(`alter table if exists affiliate_payout drop constraint if exists "FK_affiliate_payout_details";`)
    this.addSql(`drop trigger if exists "TR_affiliate_payout_ended" on affiliate_payout;`)
    this.addSql(`create trigger "TR_affiliate_payout_ended" before update on affiliate_payout
      for each row when (old.status <> 'processing' or (new.program_id, new.affiliate_id, new.amount, new.currency_code)
                         is distinct from (old.program_id, old.affiliate_id, old.amount, old.currency_code))
      execute function affiliate_refuse_change();`)
    const guards: Record<string, { triggers: string[]; constraints: string[] }> = {
      affiliate_payout_run: { triggers: ["append_only"], constraints: [] },
      affiliate_payout_details: { triggers: ["delete", "kept"], constraints: ["FK_affiliate_payout_details_affiliate"] },
      affiliate_agreement_acceptance: {
        triggers: ["delete", "kept"],
        constraints: ["FK_affiliate_agreement_acceptance_affiliate", "FK_affiliate_agreement_acceptance_version"],
      },
      affiliate_agreement: { triggers: ["append_only"], constraints: [] },
      affiliate_statement: {
        triggers: ["append_only"],
        constraints: ["CK_affiliate_statement_balances", "CK_affiliate_statement_number", "FK_affiliate_statement_affiliate"],
      },
    }
    for (const [table, { triggers, constraints }] of Object.entries(guards)) {
      for (const trigger of triggers) this.addSql(`drop trigger if exists "TR_${table}_${trigger}" on ${table};`)
      for (const constraint of constraints) this.addSql(`alter table if exists ${table} drop constraint if exists "${constraint}";`)
    }
  }
}
