import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { App } from './app.ts'
import { sendProblem } from './problem.ts'

const ENTRIES = { staff: 'index.html', portal: 'portal.html' } as const

/**
 * Serves the built web app: files as they are, hashed ones for ever, and the entry page for every address the app itself knows
 * (`/portal/...` belongs to the clients' portal). Addresses under /api never fall back to a page.
 */
export async function registerWeb(app: App, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    serve: false,
    cacheControl: false,
    // The web build writes .br and .gz beside each text file; a file without them is served as it is.
    preCompressed: true,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(join(webRoot, 'assets', sep))
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })

  app.get('/*', { config: { permission: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (/^(api|metrics|healthz|readyz)(\/|$)/.test(path)) return reply.callNotFound()
    if (path !== '' && !path.includes('\0') && /\.[a-z0-9]+$/i.test(path)) return await reply.sendFile(path)
    return await sendEntry(reply, path)
  })

  async function sendEntry(reply: FastifyReply, path: string) {
    const entry = /^portal(\/|$)/.test(path) && existsSync(join(webRoot, ENTRIES.portal)) ? ENTRIES.portal : ENTRIES.staff
    if (!existsSync(join(webRoot, entry)))
      return await reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The web app is not built yet. The API is at /api/docs.\nওয়েব অ্যাপ এখনও তৈরি হয়নি। এপিআই /api/docs ঠিকানায়।\n')
    return await reply.sendFile(entry)
  }

  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, {
      status: 404,
      code: 'not_found',
      detail: `There is nothing at ${request.method} ${request.url.split('?')[0]?.slice(0, 200)}`,
    }),
  )
}
