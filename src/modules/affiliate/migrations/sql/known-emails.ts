/**
 * Keeps the e-mails with capitals of a store that is older than the plugin. Medusa's table is absent where the module is migrated by itself.
 */
export const knownEmails = {
  up: [
    `do $$ begin
       if to_regclass('customer') is not null then
         insert into affiliate_known_email (id, email, customer_id)
         select affiliate_new_id('affmail'), lower(email), id from customer where email <> lower(email) and deleted_at is null;
       end if;
     end $$`,
  ],
  down: [],
}
