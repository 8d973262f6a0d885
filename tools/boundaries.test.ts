import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const config = resolve('.dependency-cruiser.mjs')

/** Lays the files out in a folder of their own and returns the names of the rules they break. */
function rulesBrokenBy(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'lastmile-planted-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries({ ...files, 'package.json': '{"type":"module","imports":{"#*":"./server/*"}}' })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', '.'], { cwd: root, encoding: 'utf8' })
  expect(stdout, stderr).not.toBe('')
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort()
}

const clients = { 'server/modules/clients/index.ts': 'export type Client = { id: bigint }\nexport const suspend = 1\n' }

test('a tree that keeps the rules breaks none', () => {
  expect(
    rulesBrokenBy({
      ...clients,
      'server/kernel/money.ts': 'export type Minor = bigint\n',
      'server/modules/billing/index.ts':
        "import { suspend } from '#modules/clients/index.ts'\nimport type { Minor } from '../../kernel/money.ts'\nexport const x: Minor = BigInt(suspend)\n",
    }),
  ).toEqual([])
})

test('an import of a higher rung is seen, written either way, even when it is only a type', () => {
  const billing = { 'server/modules/billing/index.ts': 'export type Invoice = { id: bigint }\nexport const x = 1\n' }
  expect(rulesBrokenBy({ ...billing, 'server/modules/clients/a.ts': "import { x } from '../billing/index.ts'\nexport const y = x\n" })).toEqual([
    'rung-of-clients',
  ])
  expect(
    rulesBrokenBy({ ...billing, 'server/modules/clients/a.ts': "import type { Invoice } from '#modules/billing/index.ts'\nexport type Y = Invoice\n" }),
  ).toEqual(['rung-of-clients'])
})

test('an import of its own rung is seen', () => {
  expect(
    rulesBrokenBy({
      'server/modules/packages/index.ts': 'export const x = 1\n',
      'server/modules/ledger/a.ts': "import { x } from '#modules/packages/index.ts'\nexport const y = x\n",
    }),
  ).toEqual(['rung-of-ledger'])
})

test('an import past the index of a lower module is seen', () => {
  expect(
    rulesBrokenBy({
      ...clients,
      'server/modules/clients/store.ts': 'export const rows = 1\n',
      'server/modules/billing/a.ts': "import { rows } from '#modules/clients/store.ts'\nexport const y = rows\n",
    }),
  ).toEqual(['only-through-the-index'])
})

test('kernel and platform that reach up, and a module without a rung, are seen', () => {
  expect(rulesBrokenBy({ ...clients, 'server/platform/a.ts': "import { suspend } from '#modules/clients/index.ts'\nexport const y = suspend\n" })).toEqual([
    'platform-imports-kernel-only',
  ])
  expect(
    rulesBrokenBy({ 'server/platform/b.ts': 'export const b = 1\n', 'server/kernel/a.ts': "import { b } from '../platform/b.ts'\nexport const y = b\n" }),
  ).toEqual(['kernel-imports-nothing'])
  expect(rulesBrokenBy({ 'server/kernel/a.ts': "import { join } from 'node:path'\nexport const y = join\n" })).toEqual(['kernel-imports-nothing'])
  expect(
    rulesBrokenBy({
      'server/kernel/a.ts': 'export const k = 1\n',
      'server/modules/surprise/a.ts': "import { k } from '../../kernel/a.ts'\nexport const y = k\n",
    }),
  ).toEqual(['a-module-has-a-rung'])
})

test('a module that imports a simulator, and a simulator that imports a module, are seen; a command may start one', () => {
  const simulator = { 'simulators/routeros/index.ts': 'export const simulate = 1\n' }
  const imports = "import { simulate } from '../../../../simulators/routeros/index.ts'\nexport const y = simulate\n"
  expect(rulesBrokenBy({ ...simulator, 'server/modules/network/routers/a.ts': imports })).toEqual(['modules-do-not-reach-up'])
  const routers = { 'server/modules/network/routers/index.ts': 'export const encode = 1\n' }
  const borrows = "import { encode } from '../../server/modules/network/routers/index.ts'\nexport const y = encode\n"
  expect(rulesBrokenBy({ ...routers, 'simulators/routeros/codec.ts': borrows })).toEqual(['simulators-do-not-know-the-program'])
  expect(
    rulesBrokenBy({
      ...simulator,
      'server/commands/simulate.ts': "import { simulate } from '../../simulators/routeros/index.ts'\nexport const y = simulate\n",
    }),
  ).toEqual([])
})

test('a circle, a missing file, test code in the program and a web page that imports the server are seen', () => {
  expect(
    rulesBrokenBy({
      'server/platform/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
      'server/platform/b.ts': "import { a } from './a.ts'\nexport const b = a\n",
    }),
  ).toEqual(['no-circular'])
  expect(rulesBrokenBy({ 'server/platform/a.ts': "import { b } from './gone.ts'\nexport const a = b\n" })).toEqual(['resolvable'])
  expect(rulesBrokenBy({ 'server/testing/t.ts': 'export const t = 1\n', 'server/cli.ts': "import { t } from './testing/t.ts'\nexport const a = t\n" })).toEqual(
    ['no-test-code-in-the-program'],
  )
  expect(
    rulesBrokenBy({
      'server/kernel/money.ts': 'export const m = 1\n',
      'web/src/a.tsx': "import { m } from '../../server/kernel/money.ts'\nexport const A = () => <b>{m}</b>\n",
    }),
  ).toEqual(['web-knows-the-server-by-its-contract-only'])
})
