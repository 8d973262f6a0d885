import { expect, test } from 'vitest'
import { isOld } from './use-events.ts'

const one = (id: number) => ['get', '/api/v1/invoice-runs/{id}', { params: { path: { id } } }]

test('a change makes the lists of its topic old, and of single things only the one it names', () => {
  expect(isOld(['list', '/api/v1/invoice-runs', {}, {}, 100], ['invoice_runs'], [7])).toBe(true)
  expect(isOld(['get', '/api/v1/invoice-runs', { params: { query: { limit: 1 } } }], ['invoice_runs'], [7])).toBe(true)
  expect([isOld(one(7), ['invoice_runs'], [7]), isOld(one(8), ['invoice_runs'], [7])]).toEqual([true, false])
  expect(isOld(one(8), ['imports', 'invoice_runs'])).toBe(true)
})

test('what another topic shows, the rows of a run, and queries that ask for no address stay as they are', () => {
  for (const key of [
    ['get', '/api/v1/imports/{id}', { params: { path: { id: 7 } } }],
    ['list', '/api/v1/invoice-runs/{id}/items', { id: 7 }, {}, 100],
    ['session'],
    ['branding'],
  ])
    expect(isOld(key, ['invoice_runs'], [7])).toBe(false)
})
