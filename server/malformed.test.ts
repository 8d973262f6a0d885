import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { problemSchema } from './platform/http/problem.ts'
import type { RouteFacts } from './platform/http/route-rules.ts'
import { eventStream } from './platform/http/stream.ts'
import { appOf, logInAs } from './testing/app-as.ts'
import { testDatabase } from './testing/database.ts'
import { malformedRequests } from './testing/malformed.ts'

const database = await testDatabase()
const app = await appOf(database)
// A stream answers for as long as one listens; its own test sends it rubbish.
const routes = app.routeFacts.filter(({ url, schema }) => url.startsWith('/api/v1/') && schema.response?.['200'] !== eventStream)

/** All routes together get this many; LASTMILE_MALFORMED raises it. */
const REQUESTS = Number(process.env['LASTMILE_MALFORMED'] ?? 5000)
const each = Math.max(10, Math.ceil(REQUESTS / routes.length))

let admin = await logInAs(database, 'admin')
const unhandled: unknown[] = []
process.on('unhandledRejection', (error) => unhandled.push(error))
afterEach(() => expect(unhandled).toEqual([]))

test.each(routes.map((route): [string, RouteFacts] => [`${route.method} ${route.url}`, route]))(
  '%s answers whatever it is sent, and never with a fault of its own',
  async (_name, route) => {
    const responses = route.schema.response as Record<string, z.ZodType>
    await fc.assert(
      fc.asyncProperty(malformedRequests(route), async ({ method, url, headers, payload }) => {
        const response = await app.inject({
          method: method as 'GET',
          url,
          headers: { ...headers, cookie: admin.cookie },
          ...(payload === undefined ? {} : { payload }),
        })
        // A wild request may well end the administrator's own session; the next one comes with a new one.
        if (response.statusCode === 401) admin = await logInAs(database, 'admin')
        const said = `${method} ${url} ${payload?.slice(0, 300) ?? ''} -> ${response.statusCode} ${response.payload.slice(0, 300)}`
        expect(response.statusCode < 500 || response.statusCode === 503, said).toBe(true)
        if (response.statusCode >= 400) expect(problemSchema.safeParse(response.json()).success, said).toBe(true)
        else expect(responses[String(response.statusCode)], said).toBeDefined()
      }),
      { numRuns: each, seed: 20260105 },
    )
  },
)
