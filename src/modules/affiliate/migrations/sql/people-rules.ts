/** What people write about affiliates, the groups they are in, and the invitations to become one. */
export const peopleRules = {
  up: [
    `alter table affiliate_note add constraint "FK_affiliate_note_affiliate" foreign key (affiliate_id) references affiliate (id)`,
    `create trigger "TR_affiliate_note_append_only" before update or delete on affiliate_note
      for each row execute function affiliate_refuse_change()`,

    // An affiliate who is taken back a moment after they were enrolled leaves their groups.
    `alter table affiliate_group_member
      add constraint "FK_affiliate_group_member_group" foreign key (group_id) references affiliate_group (id),
      add constraint "FK_affiliate_group_member_affiliate" foreign key (affiliate_id) references affiliate (id) on delete cascade`,

    `alter table affiliate_invitation
      add constraint "FK_affiliate_invitation_program" foreign key (program_id) references affiliate_program (id),
      add constraint "CK_affiliate_invitation_ended" check (accepted_at is null or withdrawn_at is null)`,
    // An invitation is accepted once, and one that has ended never changes.
    `create trigger "TR_affiliate_invitation_ended" before update on affiliate_invitation
      for each row when (old.accepted_at is not null or old.withdrawn_at is not null) execute function affiliate_refuse_change()`,
  ],
  down: [
    `drop trigger "TR_affiliate_invitation_ended" on affiliate_invitation`,
    `alter table affiliate_invitation drop constraint "CK_affiliate_invitation_ended", drop constraint "FK_affiliate_invitation_program"`,
    `alter table affiliate_group_member
      drop constraint "FK_affiliate_group_member_affiliate", drop constraint "FK_affiliate_group_member_group"`,
    `drop trigger "TR_affiliate_note_append_only" on affiliate_note`,
    `alter table affiliate_note drop constraint "FK_affiliate_note_affiliate"`,
  ],
}
