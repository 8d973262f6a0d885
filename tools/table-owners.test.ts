import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ownershipProblems, scanWrites, tablesOf, writesIn } from './table-owners.ts'
import type { Owners } from './table-owners.ts'

const tables = new Set(['invoices', 'payments'])
const owners: Owners = { invoices: 'server/modules/billing', payments: 'server/modules/payments' }
const planted = (sql: string): string[] => ownershipProblems(writesIn('server/modules/clients/store.ts', `const q = sql\`${sql}\``, tables), tables, owners)

test('every way of writing a foreign table is seen', () => {
  for (const sql of [
    'insert into invoices (id) values (1)',
    'with x as (\n insert into  invoices select 1 returning id) select 1',
    'UPDATE invoices SET total = 1',
    'update only invoices i set total = 1',
    'delete from invoices where id = 1',
    'merge into invoices using x on true',
    'truncate invoices',
    'copy invoices (id) from stdin',
    'insert into "invoices" values (1)',
  ]) {
    expect(planted(sql), sql).toEqual([expect.stringContaining('writes invoices, which belongs to server/modules/billing')])
  }
})

test('reading, locking and comments are no writes', () => {
  for (const sql of [
    'select * from invoices for update',
    'select 1 from invoices i for update of i',
    'insert into other select 1 on conflict do update set x = 1',
  ])
    expect(planted(sql), sql).toEqual([])
  expect(writesIn('a.ts', '// insert into invoices is done by billing\n/* delete from payments */', tables)).toEqual([])
})

test('the owner itself, in its own folder or below, may write', () => {
  expect(ownershipProblems(writesIn('server/modules/billing/runs/store.ts', 'sql`insert into invoices`', tables), tables, owners)).toEqual([])
})

test('a table without an owner and an owner without a table are named', () => {
  expect(ownershipProblems([], tables, { invoices: 'server/modules/billing', ghosts: 'x' })).toEqual([
    expect.stringContaining('payments has no owner'),
    expect.stringContaining('ghosts has an owner'),
  ])
})

test('each table of the program is written by the module that owns it', () => {
  const real = tablesOf(readFileSync('migrations/schema.sql', 'utf8'))
  expect(real.size).toBeGreaterThan(50)
  const writes = scanWrites('.', real)
  expect(writes.length).toBeGreaterThan(100)
  expect(ownershipProblems(writes, real, JSON.parse(readFileSync('tools/table-owners.json', 'utf8')) as Owners)).toEqual([])
})
