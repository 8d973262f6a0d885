import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { openFiles } from '../../platform/files.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, anActor, aPackage } from '../../testing/factories.ts'
import { checkBooks } from '../doctor/index.ts'
import { executeImport } from './apply-import.ts'
import { executePreview } from './preview-import.ts'

openFiles(mkdtempSync(join(tmpdir(), 'lastmile-files-')))
const database = await testDatabase({ clock: settableClock('2026-03-10T06:00:00Z') })
const branch = await aBranch(database, 'HQ')
await aPackage(database, { code: 'HOME-10', name: 'Home' })
const admin = await appAs(database, 'admin')
const N = Number(process.env['N'] ?? 10_000)
test('measure', { timeout: 900_000 }, async () => {
  for (const share of (process.env['SHARES'] ?? '0,100').split(',').map(Number)) {
    const head = 'Client ID;Customer Name;Mobile;Address;Package;PPPoE ID;Password;Join Date;Status;Monthly Bill;Expire Date;Due\n'
    const lines = Array.from({ length: N }, (_, n) => {
      const due = n % 100 < share ? (n % 10 === 9 ? '(150)' : `${100 + (n % 900)}`) : ''
      const status = n % 20 === 0 ? 'Inactive' : 'Active'
      return `S${share}-${n};Client ${n};017${String(10_000_000 + n + share * 20_000)};House ${n};HOME-10;user${share}x${n};p${n};01/01/2024;${status};;${n % 7 === 0 ? '20/03/2026' : ''};${due}`
    })
    const content = head + lines.join('\n') + '\n'
    const h = `--x\r\ncontent-disposition: form-data; name="file"; filename="c.csv"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(h), Buffer.from(content), Buffer.from('\r\n--x--\r\n')])
    const { body: sent } = await admin('POST', '/imports?kind=clients', payload, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })
    await admin('PUT', `/imports/${sent.id}/mapping`, { mapping: sent.suggested_mapping, options: { branch_id: Number(branch), reason: 'Old books' } })
    const actor = anActor()
    let t = performance.now()
    await executePreview(database, BigInt(sent.id), { actor })
    console.log('share', share, 'preview', ((performance.now() - t) / 1000).toFixed(1))
    await admin('POST', `/imports/${sent.id}/start`)
    t = performance.now()
    const stat = async () => (await sql<{ i: bigint; u: bigint; d: bigint }>`select n_tup_ins as i, n_tup_upd as u, n_tup_del as d from pg_stat_user_tables where relname='client_list'`.execute(database.db)).rows[0]
    await executeImport(database, BigInt(sent.id), { actor })
    console.log('share', share, 'import', ((performance.now() - t) / 1000).toFixed(1))
    await new Promise((r) => setTimeout(r, 1500))
    console.log('client_list', await stat())
    expect((await admin('GET', `/imports/${sent.id}`)).body.counts).toMatchObject({ done: N })
  }
  const t = performance.now()
  const report = await checkBooks(database, { actor: anActor() } as never).catch((e: unknown) => e)
  console.log('doctor', ((performance.now() - t) / 1000).toFixed(1), JSON.stringify(report, (_k, v) => (typeof v === 'bigint' ? Number(v) : v)).slice(0, 300))
})
