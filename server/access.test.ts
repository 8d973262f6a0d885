import { beforeAll, describe, expect, test } from 'vitest'
import { BUILTIN_ROLES } from './modules/auth/index.ts'
import type { RouteFacts } from './platform/http/route-rules.ts'
import { appOf, logInAs } from './testing/app-as.ts'
import { testDatabase } from './testing/database.ts'

const database = await testDatabase()
const app = await appOf(database)
const routes = app.routeFacts.filter(({ url }) => url.startsWith('/api/v1/'))

/**
 * Asks for a route in a form it must refuse, so that an allowed request has no effect: the guard speaks first (401, 403), and only who
 * may enter hears about the content type (415, or 422 and 400 where a route takes files and finds none).
 */
async function knock({ method, url }: RouteFacts, cookie: string | null): Promise<number> {
  const response = await app.inject({
    method: method as 'GET',
    url: url.replaceAll(/:\w+/g, '999999999'),
    headers: { 'content-type': 'multipart/form-data; boundary=none', ...(cookie === null ? {} : { cookie }) },
    ...(method === 'GET' ? {} : { payload: 'nothing' }),
  })
  const code = response.headers['content-type']?.toString().includes('problem') ? (response.json() as { code: string }).code : null
  return response.statusCode === 403 && code !== 'forbidden' ? 0 : response.statusCode
}

const sessions = new Map<string, string>()
beforeAll(async () => {
  for (const { key } of BUILTIN_ROLES) sessions.set(key, (await logInAs(database, key)).cookie)
})

describe('every route', () => {
  test('answers 401 to nobody, unless it is public', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      const isOpen = (await knock(route, null)) !== 401
      if (isOpen !== (route.permission === 'public')) wrong.push(`${route.method} ${route.url}`)
    }
    expect(wrong).toEqual([])
    expect(routes.length).toBeGreaterThan(40)
  })

  test.each(BUILTIN_ROLES.map((role) => [role.key, role] as const))('answers 403 to a %s who lacks its permission, and only then', async (key, role) => {
    const wrong: string[] = []
    for (const route of routes) {
      const isAllowed = route.permission === 'public' || route.permission === 'session' || (role.permissions as readonly string[]).includes(route.permission)
      const status = await knock(route, sessions.get(key) ?? null)
      const isRefused = status === 403 || status === 401
      if (isRefused === isAllowed || (isAllowed && ![415, 400, 422].includes(status)))
        wrong.push(`${route.method} ${route.url} (${route.permission}) -> ${status}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('the matrix', () => {
  const permissionsOf = (key: string) => new Set<string>(BUILTIN_ROLES.find((role) => role.key === key)?.permissions)

  test('lets a viewer change nothing', () => {
    const changes = routes
      .filter(({ method, permission }) => method !== 'GET' && permission !== 'public' && permission !== 'session' && permissionsOf('viewer').has(permission))
      .map(({ method, url }) => `${method} ${url}`)
    expect(changes).toEqual([])
  })

  test.each([
    [
      'collector',
      ['payment.take', 'client.view', 'wallet.view_own'],
      ['invoice.issue', 'payment.reverse', 'payment.refund', 'wallet.view', 'client.edit', 'discount.give', 'ledger.view', 'client.export', 'user.view'],
    ],
    ['support', ['client.edit', 'ticket.answer', 'router.control'], ['payment.take', 'invoice.void', 'user.edit', 'settings.edit', 'report.financial']],
    ['technician', ['router.control', 'olt.act'], ['payment.view', 'client.edit', 'invoice.view', 'olt.console']],
    [
      'accountant',
      ['ledger.view', 'invoice.run', 'payment.refund'],
      ['router.control', 'client.edit', 'user.edit', 'invoice.approve_run', 'ledger.reopen_month'],
    ],
    [
      'branch_manager',
      ['client.edit', 'payment.take', 'user.edit'],
      ['settings.edit', 'role.edit', 'branch.edit', 'ledger.post_manual', 'invoice.run', 'payment.refund'],
    ],
    ['manager', ['invoice.approve_run', 'ledger.close_month'], ['user.edit', 'role.edit', 'settings.edit', 'backup.run']],
    ['admin', ['role.edit', 'backup.run', 'olt.console'], []],
  ] as const)('gives a %s his work and not the rest', (key, has, lacks) => {
    const permissions = permissionsOf(key)
    expect(has.filter((permission) => !permissions.has(permission))).toEqual([])
    expect(lacks.filter((permission) => permissions.has(permission))).toEqual([])
  })
})
