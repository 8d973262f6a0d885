import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { onServer, PREFIX, withDatabase } from '../../testing/postgres.ts'
import { migrate, MigrationFailed, pendingMigrations } from './migrate.ts'

let folder: string
let name: string
let url: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lastmile-migrations-'))
  name = `${PREFIX}${inject('run')}_${randomBytes(5).toString('hex')}`
  url = withDatabase(inject('serverUrl'), name)
  await onServer(inject('serverUrl'), async (client) => await client.query(`create database ${name} template template0`))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await onServer(inject('serverUrl'), async (client) => await client.query(`drop database ${name} with (force)`))
})

const file = (minute: string, text: string): void => writeFileSync(join(folder, `2026-01-05-09${minute}_step.sql`), text)
const exists = async (table: string): Promise<boolean> =>
  await onServer(
    url,
    async (client: Client) => (await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])).rows[0]?.found === true,
  )

test('files are applied in the order of their names, once', async () => {
  file('10', 'create table b (id int references a);')
  file('00', 'create table a (id int primary key);\ninsert into a values (1);')
  expect(await pendingMigrations(url, folder)).toHaveLength(2)
  expect(await migrate(url, { folder })).toEqual(['2026-01-05-0900_step.sql', '2026-01-05-0910_step.sql'])
  expect(await migrate(url, { folder })).toEqual([])
  expect(await pendingMigrations(url, folder)).toEqual([])
})

test('a failing statement is named with its file and line, and leaves nothing of its file', async () => {
  file('00', 'create table a (id int primary key);')
  file('10', 'create table b (id int);\n\n-- a remark\nselect\n  nonsense from a;\n')
  const failed = migrate(url, { folder })
  await expect(failed).rejects.toThrow(MigrationFailed)
  await expect(failed).rejects.toThrow('2026-01-05-0910_step.sql, line 5: column "nonsense" does not exist')
  expect(await exists('a')).toBe(true)
  expect(await exists('b')).toBe(false)
  file('10', 'create table b (id int);')
  expect(await migrate(url, { folder })).toEqual(['2026-01-05-0910_step.sql'])
})

test('a file that was changed after it had been applied is refused', async () => {
  file('00', 'create table a (id int);')
  await migrate(url, { folder })
  file('00', 'create table a (id bigint);')
  await expect(migrate(url, { folder })).rejects.toThrow('2026-01-05-0900_step.sql was changed after it had been applied')
})

test('a file marked so runs outside a transaction', async () => {
  file('00', 'create table a (id int);')
  file('10', '-- no-transaction\ncreate index concurrently a_id on a (id);\ncreate index concurrently a_id_2 on a (id);')
  await migrate(url, { folder })
  expect(await exists('a_id_2')).toBe(true)
})

test('of two programs that start at once one migrates and the other waits', async () => {
  file('00', 'select pg_sleep(0.3); create table a (id int);')
  const applied = await Promise.all([migrate(url, { folder }), migrate(url, { folder }), migrate(url, { folder })])
  expect(applied.flat()).toEqual(['2026-01-05-0900_step.sql'])
})

test('a migration that would wait for a lock for long gives up and says what to do', async () => {
  file('00', 'create table a (id int);')
  await migrate(url, { folder })
  file('10', 'alter table a add column b int;')
  await onServer(url, async (holder) => {
    await holder.query('begin')
    await holder.query('lock table a')
    await expect(migrate(url, { folder, lockTimeoutMs: 200 })).rejects.toThrow('Another session holds a lock on the table')
  })
  expect(await migrate(url, { folder })).toHaveLength(1)
})
