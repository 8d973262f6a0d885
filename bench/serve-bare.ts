/** The measure of P3 and P8: bare Fastify and pg. `/one` is SELECT 1; `/list` is the SQL of the invoice list with its parameters, given as JSON. */
import Fastify from 'fastify'
import { Pool } from 'pg'

const [url = '', list = '{}'] = process.argv.slice(2)
const query = JSON.parse(list) as { sql?: string; parameters?: unknown[] }
const pool = new Pool({ connectionString: url, max: 12 })
const app = Fastify()
app.get('/one', async () => (await pool.query('select 1 as one')).rows[0] as unknown)
app.get('/list', async () => ({ items: (await pool.query(query.sql ?? 'select 1', query.parameters ?? [])).rows as unknown[], next_cursor: null }))
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.((app.server.address() as { port: number }).port)
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
