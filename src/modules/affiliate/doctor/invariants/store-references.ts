import { REGISTERED_GUESTS } from "../../affiliates/hand-over-guests"
import { REGISTERED_REFERRALS } from "../../referrals/learn-accounts"

/** What a deleted group or channel means is said beside it: programs follow their lists, and a list may be left with nobody in it. */
const GROUPS = `
  SELECT 'group_deleted' AS problem, program_group.program_id, NULL::text AS affiliate_id, program_group.customer_group_id AS row_id,
         'a customer group that exists' AS expected,
         CASE program_group.access WHEN 'eligible' THEN 'deleted: nobody can join as a member of it'
                                   ELSE 'deleted: nobody is without commission as a member of it' END AS found
  FROM affiliate_program_customer_group program_group
  WHERE program_group.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM customer_group WHERE customer_group.id = program_group.customer_group_id AND customer_group.deleted_at IS NULL)`

const CHANNELS = `
  SELECT 'sales_channel_deleted', program_channel.program_id, NULL, program_channel.sales_channel_id, 'a sales channel that exists',
         'deleted: no order comes through it'
  FROM affiliate_program_sales_channel program_channel
  WHERE program_channel.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM sales_channel WHERE sales_channel.id = program_channel.sales_channel_id AND sales_channel.deleted_at IS NULL)`

const ACCOUNTS = `
  SELECT 'account_deleted', affiliate.program_id, affiliate.id, affiliate.customer_id, 'suspended, or a customer account',
         affiliate.status || ', and the account is deleted'
  FROM affiliate
  WHERE affiliate.status IN ('active', 'pending') AND affiliate.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM customer WHERE customer.id = affiliate.customer_id AND customer.deleted_at IS NULL)`

const GUESTS = `
  SELECT 'account_unknown', affiliate.program_id, affiliate.id, guest.id, 'the account ' || account.id, 'a guest with its e-mail'
  FROM ${REGISTERED_GUESTS}`

const REFERRALS = `
  SELECT 'account_unknown', referral.program_id, referral.affiliate_id, referral.id, 'the account ' || account.id, 'its e-mail only'
  FROM ${REGISTERED_REFERRALS}`

export const STORE_REFERENCES = [GROUPS, CHANNELS, ACCOUNTS, GUESTS, REFERRALS].join(" UNION ALL ")
