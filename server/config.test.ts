import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadConfig, describeVariables, readConfig } from './config.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')

test('an empty environment starts on loopback with the embedded database in ./data', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, database: { url: null }, secretKey: null, logLevel: 'info', trustProxy: [] })
  expect(config.dataDir).toBe(join(process.cwd(), 'data'))
  expect(Object.isFrozen(config)).toBe(true)
})

test('every bad variable is named at once', () => {
  const refused = (): unknown => readConfig({ PORT: '99999', DATABASE_URL: 'mysql://x', TRUST_PROXY: 'all', LOG_LEVEL: 'loud', SECRET_KEY: 'short' })
  expect(refused).toThrow(BadConfig)
  for (const name of ['PORT', 'DATABASE_URL', 'TRUST_PROXY', 'LOG_LEVEL', 'SECRET_KEY']) expect(refused).toThrow(new RegExp(`^  ${name}: `, 'm'))
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, database: { url: null } })
})

test('a replica without a primary is refused', () => {
  expect(() => readConfig({ DATABASE_REPLICA_URL: 'postgresql://replica/x' })).toThrow('DATABASE_REPLICA_URL: has no meaning')
})

test('the key is read from a file, and a file without a key is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-config-'))
  const good = join(folder, 'good')
  const bad = join(folder, 'bad')
  writeFileSync(good, `${KEY}\n`)
  writeFileSync(bad, 'password')
  expect(readConfig({ SECRET_KEY_FILE: good }).secretKey).toBe(KEY)
  expect(() => readConfig({ SECRET_KEY_FILE: bad })).toThrow('SECRET_KEY_FILE')
  expect(() => readConfig({ SECRET_KEY_FILE: join(folder, 'none') })).toThrow('SECRET_KEY_FILE')
  expect(() => readConfig({ SECRET_KEY: KEY, SECRET_KEY_FILE: good })).toThrow('either SECRET_KEY or SECRET_KEY_FILE')
})

test('the printed list knows every variable and its default', () => {
  const port = describeVariables().find(({ name }) => name === 'PORT')
  expect(port).toMatchObject({ default: '8080' })
  expect(describeVariables().every(({ meaning }) => meaning !== '')).toBe(true)
})
