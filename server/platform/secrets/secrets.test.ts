import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../../testing/database.ts'
import { testDatabase } from '../../testing/database.ts'
import { blindIndex, CannotUnseal, open, openSecrets, rotateSecrets, seal, WrongSecretKey } from './index.ts'

const first = randomBytes(32).toString('base64')
const second = randomBytes(32).toString('base64')
let database: TestDatabase
let dataDir: string

beforeAll(async () => {
  database = await testDatabase()
  await sql`create table routers_for_test (id int primary key, password_sealed bytea, other bytea)`.execute(database.db)
})
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lastmile-secrets-'))
  await sql`truncate secret_keys, routers_for_test`.execute(database.db)
})

const start = async (secretKey: string | null, oldSecretKeys: string[] = []): Promise<void> =>
  await openSecrets(database.db, { secretKey, oldSecretKeys, dataDir })

test('any text comes back as it was sealed, and is sealed differently each time', async () => {
  await start(first)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // A lone surrogate has no UTF-8 form; such text cannot reach a text column either.
      const plain = text.toWellFormed()
      const sealed = seal(plain, 'routers:1:password')
      expect(open(sealed, 'routers:1:password')).toBe(plain)
      expect(seal(plain, 'routers:1:password').equals(sealed)).toBe(false)
    }),
  )
})

test('a value moved to another row or column, or changed in any byte, does not open', async () => {
  await start(first)
  const sealed = seal('s3cret', 'routers:1:password')
  for (const place of ['routers:2:password', 'routers:1:other', '']) expect(() => open(sealed, place)).toThrow(CannotUnseal)
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => open(changed, 'routers:1:password'), `byte ${at}`).toThrow(CannotUnseal)
  }
  expect(() => open(Buffer.from('plain text'), 'routers:1:password')).toThrow(CannotUnseal)
})

test('the key file is made at the first start, readable by its owner only, and used by the next one', async () => {
  await start(null)
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
  const sealed = seal('s3cret', 'a:1:b')
  const index = blindIndex('1990123456789')
  await start(null)
  expect(open(sealed, 'a:1:b')).toBe('s3cret')
  expect(blindIndex('1990123456789').equals(index)).toBe(true)
  expect(blindIndex('1990123456780').equals(index)).toBe(false)
})

test('a wrong key, or a lost key file, is refused at the start and makes no new file', async () => {
  await start(first)
  await expect(start(second)).rejects.toThrow(WrongSecretKey)
  rmSync(join(dataDir, 'secret.key'), { force: true })
  await expect(start(null)).rejects.toThrow('neither SECRET_KEY nor')
  expect(existsSync(join(dataDir, 'secret.key'))).toBe(false)
})

test('after a change of keys everything is rewrapped, opens without the old key, and the indexes stay', async () => {
  await start(first)
  for (let id = 1; id <= 2500; id += 1) {
    await sql`insert into routers_for_test values (${id}, ${id % 10 === 0 ? null : seal(`pw-${id}`, `routers:${id}:password`)}, '\\x00')`.execute(database.db)
  }
  const index = blindIndex('same')
  await start(second, [first])
  await sql`update routers_for_test set password_sealed = ${seal('new', 'routers:1:password')} where id = 1`.execute(database.db)
  const rotated = await rotateSecrets(database.db)
  expect(rotated.find(({ column }) => column === 'routers_for_test.password_sealed')?.rewrapped).toBe(2249)
  expect(rotated.find(({ column }) => column === 'secret_keys.key_sealed')?.rewrapped).toBe(1)
  expect((await rotateSecrets(database.db)).every(({ rewrapped }) => rewrapped === 0)).toBe(true)
  await start(second)
  const { rows } = await sql<{
    id: number
    sealed: Buffer
  }>`select id, password_sealed as sealed from routers_for_test where password_sealed is not null`.execute(database.db)
  expect(rows).toHaveLength(2250)
  for (const { id, sealed } of rows) expect(open(sealed, `routers:${id}:password`)).toBe(id === 1 ? 'new' : `pw-${id}`)
  expect(blindIndex('same').equals(index)).toBe(true)
})
