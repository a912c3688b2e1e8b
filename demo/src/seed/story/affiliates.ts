import type { Person } from "../people"

export interface AffiliatePlan extends Person {
  /** Days after the program began. */
  joins_on_day: number
  /** How much of the traffic comes through them. */
  weight: number
  /** Where their links are. */
  site: string
  role?: "staff" | "suspended"
  /** To the program's agreement: to each version, to the one they joined with, to that one until they withdrew, or to none. */
  agrees: "always" | "once" | "not any more" | "never"
  /** How they want to be paid; absent for those who keep the program's method. */
  payout?: { method: string; details?: Record<string, string> }
  /** Who they are on their statements, where that is more than the name of their account. */
  billing_details?: { name?: string; company?: string; address: string; country_code: string; tax_id?: string }
}

const password = "password"

/** Whoever recommends the shop. Anna comes first: she is the one the demo logs in as. */
export const AFFILIATES: AffiliatePlan[] = [
  {
    first_name: "Anna",
    last_name: "Lindqvist",
    email: "anna@example.com",
    joins_on_day: 0,
    weight: 13,
    site: "https://annabrews.example",
    agrees: "once",
    billing_details: {
      company: "Annas Bryggeri AB",
      address: "Storgatan 21\n211 42 Malmö",
      country_code: "se",
      tax_id: "SE556677889901",
    },
  },
  {
    first_name: "美咲",
    last_name: "田中",
    email: "misaki@example.com",
    joins_on_day: 1,
    weight: 6,
    site: "https://kissa.example",
    agrees: "always",
    payout: { method: "transfer", details: { account_holder: "Misaki Tanaka", iban: "DE02 1203 0000 0000 2020 51", bic: "BYLADEM1001" } },
  },
  {
    first_name: "José",
    last_name: "Álvarez Núñez",
    email: "jose@example.com",
    joins_on_day: 3,
    weight: 5,
    site: "https://cafe-y-pan.example",
    agrees: "always",
    payout: { method: "transfer", details: { account_holder: "José Álvarez Núñez", iban: "ES91 2100 0418 4502 0005 1332" } },
    billing_details: { address: "Calle de Atocha 27, 3.º izq.\n28012 Madrid", country_code: "es", tax_id: "ES12345678Z" },
  },
  {
    first_name: "Chloé",
    last_name: "Lefèvre",
    email: "chloe@example.com",
    joins_on_day: 4,
    weight: 4,
    site: "https://chloe.example",
    role: "staff",
    agrees: "never",
  },
  {
    first_name: "Олександр",
    last_name: "Коваленко",
    email: "oleksandr@example.com",
    joins_on_day: 9,
    weight: 4,
    site: "https://kava.example",
    agrees: "always",
    payout: { method: "store_credit" },
    billing_details: { address: "вул. Саксаганського 12, кв. 4\n01033 Київ", country_code: "ua" },
  },
  {
    first_name: "Priya",
    last_name: "Raghunathan",
    email: "priya@example.com",
    joins_on_day: 14,
    weight: 5,
    site: "https://filterkaapi.example",
    agrees: "always",
    payout: { method: "paypal", details: { email: "priya@example.com" } },
  },
  {
    first_name: "Lars",
    last_name: "Ødegård",
    email: "lars@example.com",
    joins_on_day: 20,
    weight: 3,
    site: "https://rabatter.example",
    role: "suspended",
    agrees: "not any more",
  },
  {
    first_name: "Zoë",
    last_name: "O’Connor",
    email: "zoe@example.com",
    joins_on_day: 31,
    weight: 4,
    site: "https://zoeandthecup.example",
    agrees: "always",
  },
  {
    first_name: "민준",
    last_name: "김",
    email: "minjun@example.com",
    joins_on_day: 38,
    weight: 3,
    site: "https://haru.example",
    agrees: "always",
    payout: { method: "store_credit" },
  },
  {
    first_name: "Νίκος",
    last_name: "Παπαδόπουλος",
    email: "nikos@example.com",
    joins_on_day: 47,
    weight: 2,
    site: "https://kafeneio.example",
    agrees: "once",
  },
  {
    first_name: "فاطمة",
    last_name: "الزهراء",
    email: "fatima@example.com",
    joins_on_day: 58,
    weight: 2,
    site: "https://qahwa.example",
    agrees: "always",
  },
  {
    first_name: "นภา",
    last_name: "ศรีสุข",
    email: "napa@example.com",
    joins_on_day: 75,
    weight: 1,
    site: "https://napa.example",
    agrees: "always",
  },
].map((affiliate) => ({ password, ...affiliate })) as AffiliatePlan[]

export interface ResellerPlan extends Person {
  joins_on_day: number
  is_approved: boolean
}

/** Who recommends the trade shop. The last one still waits for the merchant's word. */
export const RESELLERS: ResellerPlan[] = [
  { first_name: "Greta", last_name: "Vogelsang", email: "greta@rosterei-nord.example", joins_on_day: 6, is_approved: true },
  { first_name: "Mateusz", last_name: "Wójcik", email: "mateusz@bialakawa.example", joins_on_day: 33, is_approved: true },
  { first_name: "Ingrid", last_name: "Sæther", email: "ingrid@fjordbar.example", joins_on_day: 80, is_approved: false },
].map((reseller) => ({ password, ...reseller }))
