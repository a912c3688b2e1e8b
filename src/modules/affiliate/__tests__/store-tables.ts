import { rows, type Sql } from "../database/connection"

/** Medusa's tables that a close, a statement, a promo code and the list of clicks read, as far as they read them. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS customer_group (id text PRIMARY KEY, deleted_at timestamptz);
  CREATE TABLE IF NOT EXISTS customer_group_customer (customer_id text, customer_group_id text, deleted_at timestamptz);
  CREATE TABLE IF NOT EXISTS "order" (id text PRIMARY KEY, display_id int);
  CREATE TABLE IF NOT EXISTS order_cart (order_id text, cart_id text, deleted_at timestamptz);
  CREATE TABLE IF NOT EXISTS promotion (id text PRIMARY KEY, code text, status text, is_automatic boolean, metadata jsonb, deleted_at timestamptz);
  CREATE TABLE IF NOT EXISTS store (id text, name text, created_at timestamptz DEFAULT now(), deleted_at timestamptz);
  CREATE TABLE IF NOT EXISTS customer (id text PRIMARY KEY, email text, first_name text, last_name text, company_name text);
  CREATE TABLE IF NOT EXISTS customer_address (customer_id text, address_1 text, address_2 text, postal_code text, city text, province text,
                                               country_code text, is_default_billing boolean, deleted_at timestamptz);`

export const createStoreTables = (sql: Sql): Promise<unknown> => rows(sql, TABLES)
