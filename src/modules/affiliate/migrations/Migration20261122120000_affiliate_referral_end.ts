import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who ended a tie by hand, and why: the row of a tie tells its whole story. */
export class Migration20261122120000_affiliate_referral_end extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "affiliate_referral" add column if not exists "ended_by" text null, add column if not exists "ended_reason" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "affiliate_referral" drop column if exists "ended_by", drop column if exists "ended_reason";`)
  }
}
