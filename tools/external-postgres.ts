import { Client } from 'pg'

// Prints the address of a PostgreSQL on this machine that the tests may use, or nothing: 15 or newer, no password asked, databases
// may be made there. The tests make their own and drop them.
const given = process.env.DATABASE_URL
const candidates = given !== undefined && given !== '' ? [given] : ['postgres', 'root'].map((user) => `postgresql://${user}@127.0.0.1:5432/postgres`)

for (const url of candidates) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ fits: boolean }>(`select current_setting('server_version_num')::int >= 150000 and (rolcreatedb or rolsuper) as fits
      from pg_roles where rolname = current_user`)
    if (rows[0]?.fits === true) {
      process.stdout.write(`${url}\n`)
      break
    }
  } catch {
    // Nothing answers there, or it asks for a password; the next candidate is tried.
  } finally {
    await client.end().catch(() => {}) // A client that never connected has nothing to end.
  }
}
