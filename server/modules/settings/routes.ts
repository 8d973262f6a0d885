import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { instantSchema } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { holidayRoutes } from './holidays/routes.ts'
import { changeSettings } from './change-settings.ts'
import { inForce } from './get-setting.ts'
import { UNITS } from './setting.ts'
import type { Setting } from './setting.ts'
import { selectShownValues } from './store.ts'

const inBoth = z.object({ en: z.string(), bn: z.string() })
const settingSchema = z.object({
  key: z.string(),
  value: z.unknown(),
  default: z.unknown(),
  schema: z.record(z.string(), z.unknown()).meta({ description: 'The JSON schema of its value' }),
  help: inBoth,
  unit: z.enum(UNITS).nullable().meta({ description: 'What its numbers count' }),
  choices: z.record(z.string(), inBoth).meta({ description: 'What the values of a choice are called' }),
  version: z.int().meta({ description: '0 = never set' }),
  updated_at: instantSchema.nullable(),
  updated_by_name: z.string().nullable(),
})
const listSchema = z.object({ items: z.array(settingSchema) })

/** `known` = the settings of all modules; the composition root collects them. */
export function routes(app: App, { known }: { known: readonly Setting[] }): void {
  holidayRoutes(app)
  const sorted = [...known].sort((a, b) => (a.key < b.key ? -1 : 1))
  const listed = async (conn: Parameters<typeof selectShownValues>[0]) => {
    const stored = new Map(
      (
        await selectShownValues(
          conn,
          sorted.map(({ key }) => key),
        )
      ).map((row) => [row.key, row]),
    )
    const items = sorted.map((setting) => {
      const row = stored.get(setting.key)
      return {
        key: setting.key,
        value: inForce(setting, row?.value),
        default: setting.default,
        schema: jsonSchemaOf(setting),
        help: setting.help,
        unit: setting.unit ?? null,
        choices: { ...setting.choices },
        version: row?.version ?? 0,
        updated_at: row?.updated_at ?? null,
        updated_by_name: row?.updated_by_name ?? null,
      }
    })
    return { items }
  }

  app.get(
    '/settings',
    {
      config: { permission: 'settings.view', unpaged: true },
      schema: { tags: ['settings'], summary: 'All settings with their values, defaults and help', response: { 200: listSchema } },
    },
    async (request) => listed(await reading(request)),
  )

  app.patch(
    '/settings',
    {
      config: { permission: 'settings.edit', unpaged: true },
      schema: {
        tags: ['settings'],
        summary: 'Change some settings together',
        body: z.strictObject({
          values: z.record(z.string().max(100), z.unknown()),
          versions: z.record(z.string().max(100), z.int().min(0)).optional().meta({ description: 'The versions you have seen; a newer one answers 409' }),
        }),
        response: { 200: listSchema },
      },
    },
    async (request) =>
      transact(request, async (tx) => {
        await changeSettings(tx, { known, ...request.body })
        return listed(tx)
      }),
  )
}

export function jsonSchemaOf(setting: Setting): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(setting.schema, { io: 'input', unrepresentable: 'any' })
  return schema
}
