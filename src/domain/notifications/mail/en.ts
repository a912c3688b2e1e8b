import type { MailTexts } from "./mail-texts"

export const en: MailTexts = {
  locale: "en",
  mails: {
    affiliate_welcome: {
      subject: "Welcome to {{program}}",
      heading: "You are in",
      body: [
        "You are an affiliate of {{program}} from now on.",
        "Share your link. Whoever comes by it and orders earns you a commission. In your account you see clicks, orders and what you have earned.",
      ],
      button: "Open my account",
    },
    affiliate_approved: {
      subject: "You were accepted by {{program}}",
      heading: "You were accepted",
      body: ["Your application to {{program}} was approved. Your link works from now on."],
      button: "Open my account",
    },
    referral_joined: {
      subject: "A new customer came through you",
      heading: "A new customer came through you",
      body: ["{{referral}} is your referral in {{program}} now. Their orders earn you a commission."],
      button: "See my referrals",
    },
    month_closed: {
      subject: "{{month}} at {{program}}",
      heading: "{{month}} is settled",
      body: ["This is what {{month}} brought you in {{program}}. The statement lists every order."],
      button: "See my statement",
    },
    statement_sent: {
      subject: "Your statement of {{month}}",
      heading: "Your statement of {{month}}",
      body: ["Attached is your statement of {{month}} from {{program}}, as a PDF."],
      button: "See my statements",
    },
    payout_sent: {
      subject: "Your payout of {{amount}}",
      heading: "Your money is on its way",
      body: ["{{program}} has paid out {{amount}} to you."],
      button: "See my payouts",
    },
    payout_failed: {
      subject: "Your payout of {{amount}} did not arrive",
      heading: "A payout did not arrive",
      body: ["{{program}} could not pay out {{amount}} to you. The amount is in your balance again. Please check your payout details."],
      button: "Check my payout details",
    },
    agreement_asked: {
      subject: "Please accept the agreement of {{program}}",
      heading: "Please accept the agreement",
      body: ["{{program}} asks you to read and accept version {{version}} of its agreement. Until then your statements cannot be printed."],
      button: "Read the agreement",
    },
    invitation: {
      subject: "{{program}} invites you",
      heading: "You are invited",
      body: [
        "{{program}} would like to have you as an affiliate: you recommend the shop with a link of your own, and earn {{rate}} of what the customers spend who come by it.",
      ],
      button: "Accept the invitation",
    },
  },
  labels: {
    affiliate_link: "Your link",
    promo_code: "Your promo code",
    referral: "Customer",
    joined_at: "Since",
    credited: "Credited",
    withheld: "Withheld",
    orders: "Orders",
    available_at: "Can be paid out from",
    closing_balance: "Balance",
    amount: "Amount",
    number: "Payout",
    reference: "Reference",
    reason: "Reason",
    paid_at: "Paid on",
    version: "Version",
    rate: "Your commission",
    expires_at: "Valid until",
  },
  greeting: "Hello {{name}},",
  plainGreeting: "Hello,",
  footer: "You get this e-mail because of your affiliate account at {{program}}.",
}
