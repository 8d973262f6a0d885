import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allSettings, describedApp } from './app.ts'
import { settingsPage } from './modules/settings/settings-page.ts'
import { contractText } from './platform/http/contract.ts'

const committed = (...path: string[]) => readFileSync(join(import.meta.dirname, '..', ...path), 'utf8')

test('api/openapi.json says what the routes say (node bin/run.mjs tools/openapi-dump.ts writes it anew)', async () => {
  const app = await describedApp()
  expect(contractText(app) === committed('api', 'openapi.json'), 'api/openapi.json is out of date').toBe(true)
  await app.close()
})

test('docs/SETTINGS.md lists what the program can be set to (node bin/run.mjs tools/settings-doc.ts writes it anew)', () => {
  expect(settingsPage(allSettings())).toBe(committed('docs', 'SETTINGS.md'))
})

test('no two settings share a key, and each default fits', () => {
  const settings = allSettings()
  expect(new Set(settings.map(({ key }) => key)).size).toBe(settings.length)
  for (const { key, schema, default: fallback } of settings) expect(schema.safeParse(fallback).success, key).toBe(true)
})
