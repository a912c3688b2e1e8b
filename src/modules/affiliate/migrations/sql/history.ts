interface Kept {
  table: string
  /** The key of the history. */
  key: string
  /** What is kept of each version, with its type. */
  columns: Record<string, string>
  /** The rows as they are now. */
  current: string
}

const KEPT: Kept[] = [
  {
    table: "affiliate_program",
    key: "program_id",
    columns: {
      status: "text not null",
      starts_at: "timestamptz",
      ends_at: "timestamptz",
      sales_channel_ids: "text[] not null",
      attribution_model: "text not null",
      attribution_window_days: "integer not null",
      referral_period_months: "integer",
      commission_percent: "numeric not null",
      commission_basis: "text not null",
      include_tax: "boolean not null",
      include_shipping: "boolean not null",
      margin_guard_percent: "numeric",
      order_commission_limits: "jsonb",
      commission_tiers: "jsonb",
      affiliate_month_limits: "jsonb",
      month_budgets: "jsonb",
      new_customer_bonuses: "jsonb",
      welcome_bonuses: "jsonb",
    },
    current: `select program.*, array(
                select sales_channel_id from affiliate_program_sales_channel
                where program_id = program.id and deleted_at is null order by sales_channel_id) as sales_channel_ids
              from affiliate_program program`,
  },
  {
    table: "affiliate",
    key: "affiliate_id",
    columns: { customer_id: "text not null", status: "text not null", commission_percent: "numeric" },
    current: `select * from affiliate`,
  },
]

/** Tables whose changes may make a new version, with the column that says of which row. */
const WATCHED = [
  { table: "affiliate_program", of: "affiliate_program", by: "id", on: "insert or update" },
  { table: "affiliate_program_sales_channel", of: "affiliate_program", by: "program_id", on: "insert or update or delete" },
  { table: "affiliate", of: "affiliate", by: "id", on: "insert or update" },
]

/**
 * A version begins when it is committed, and after the version before it even where the clock was set back. Two transactions that change one
 * row (or only its sales channels) wait for each other here, so that the second compares with what the first has written.
 */
function keep({ table, key, columns, current }: Kept): string[] {
  const names = Object.keys(columns)
  const of = (alias: string) => names.map((name) => `${alias}.${name}`).join(", ")
  const declared = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  return [
    `create table ${table}_history (
      ${key} text not null references ${table} (id) on delete cascade, valid_from timestamptz not null, ${declared.join(", ")},
      primary key (${key}, valid_from))`,

    // The version that is valid at an instant; at 'infinity' the present one.
    `create function ${table}_at(of_id text, at timestamptz) returns setof ${table}_history
      language sql stable parallel safe rows 1 as $$
        select * from ${table}_history where ${key} = of_id and valid_from <= at order by valid_from desc limit 1 $$`,

    `create function ${table}_keep_version() returns trigger language plpgsql as $$
      declare of_id text := coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0];
      begin
        perform 1 from ${table} where id = of_id for no key update;
        insert into ${table}_history (${key}, valid_from, ${names.join(", ")})
        select of_id, case when latest.${key} is null then '-infinity'
                           else greatest(clock_timestamp(), latest.valid_from + interval '1 microsecond') end, ${of("now")}
        from (${current}) now left join ${table}_at(of_id, 'infinity') latest on true
        where now.id = of_id and (${of("now")}) is distinct from (${of("latest")});
        return null;
      end $$`,
  ]
}

/**
 * The history of what decides who gets an order and how much, so that an order that is recorded late, or decided again, is decided by what
 * held when it was placed. Triggers keep it, because every change has to be kept, whichever program makes it. They run at the commit: a
 * program and its sales channels, which are written one after the other, are one version. A version is valid until the next one begins, and
 * the first one for earlier orders too.
 */
export const history = {
  up: [
    ...KEPT.flatMap(keep),
    ...WATCHED.map(
      ({ table, of, by, on }) => `create constraint trigger "TR_${table}_history" after ${on} on ${table}
        deferrable initially deferred for each row execute function ${of}_keep_version('${by}')`
    ),
  ],
  down: [
    ...WATCHED.map(({ table }) => `drop trigger "TR_${table}_history" on ${table}`),
    ...KEPT.flatMap(({ table }) => [
      `drop function ${table}_keep_version()`,
      `drop function ${table}_at(text, timestamptz)`,
      `drop table ${table}_history`,
    ]),
  ],
}
