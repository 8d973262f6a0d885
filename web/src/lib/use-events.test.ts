import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { askAgain, isOld } from './use-events.ts'

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

test('a change told of while a query is under way for the first time has it asked once more', async () => {
  const client = new QueryClient()
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const queryFn = vi.fn<() => Promise<string>>(() => answers[queryFn.mock.calls.length - 1]?.promise ?? Promise.reject(new Error('asked too often')))
  const observer = new QueryObserver(client, { queryKey: one(7), queryFn, retry: false })
  const stop = observer.subscribe(() => {})
  const told = askAgain(client, ({ queryKey }) => isOld(queryKey, ['invoice_runs'], [7]))
  answers[0]?.resolve('before the change')
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2))
  answers[1]?.resolve('after it')
  await told
  expect([observer.getCurrentResult().data, queryFn.mock.calls.length]).toEqual(['after it', 2])
  stop()
})
