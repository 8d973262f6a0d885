import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { findFile, sendFile } from '../../platform/files.ts'
import type { App } from '../../platform/http/app.ts'
import { reading } from '../../platform/http/transact.ts'
import { getSettings } from '../settings/index.ts'
import { LOGO_KIND } from './letterhead.ts'
import { colour, logoFile } from './settings.ts'

/** How the company looks, for the pages in front of the log-in too: nothing here is secret. */
export function brandingRoutes(app: App): void {
  const tags = ['documents']

  app.get(
    '/branding',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Name, colour and logo of the company',
        response: {
          200: z.object({
            name: z.string(),
            colour: z.string().nullable().meta({ description: 'As #rrggbb' }),
            logo: z.string().nullable().meta({ description: 'The address of the picture; another one after a change' }),
          }),
        },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const [shade, logoId] = await getSettings(conn, [colour, logoFile])
      return {
        name: conn.company.name,
        colour: shade === '' ? null : shade.toLowerCase(),
        logo: logoId === null ? null : `/api/v1/branding/logo?v=${logoId}`,
      }
    },
  )

  app.get(
    '/branding/logo',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'The logo of the company',
        querystring: z.strictObject({ v: z.string().max(20).optional().meta({ description: 'Keeps browsers from showing an earlier one' }) }),
        response: { 200: z.any().meta({ type: 'string', format: 'binary', description: 'image/png' }) },
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const [logoId] = await getSettings(conn, [logoFile])
      const file = logoId === null ? undefined : await findFile(conn, BigInt(logoId))
      if (file?.kind !== LOGO_KIND) throw NotFound.of('logo', 'of the company')
      return sendFile(reply, file).header('cross-origin-resource-policy', 'same-origin')
    },
  )
}
