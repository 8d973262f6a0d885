import swagger from '@fastify/swagger'
import type { SwaggerTransform } from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App } from './app.ts'
import { problemSchema } from './problem.ts'

/** A codec's wire side is its input whichever way it goes, so answers are described by it as well. */
const zodToJsonConfig = {
  unrepresentable: 'any' as const,
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    const meta = z.globalRegistry.get(zodSchema)
    if (zodSchema._zod.def.type === 'pipe' && meta?.['type'] !== undefined) {
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      Object.assign(jsonSchema, meta)
    }
  },
}

const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig })
const problem = { description: 'What went wrong (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

const transform: SwaggerTransform = (document) => {
  const { schema, url } = toJsonSchema(document as never)
  if (schema === undefined || schema['hide'] === true) return { schema, url }
  const config = document.route.config
  const permission = config?.permission
  const isPublic = permission === 'public'
  const described: Record<string, unknown> = {
    ...schema,
    operationId: schema['operationId'] ?? operationId(String(document.route.method), url),
    security: isPublic ? [] : [{ session: [] }, { token: [] }],
    'x-permission': permission,
    response: { ...(schema['response'] as object), default: problem },
  }
  if (config?.idempotency !== undefined) {
    described['headers'] = {
      type: 'object',
      properties: {
        'idempotency-key': {
          type: 'string',
          minLength: 8,
          maxLength: 200,
          description: 'A new one for each intended effect; the same one again answers what was answered first',
        },
      },
      required: config.idempotency === 'required' ? ['idempotency-key'] : [],
    }
  }
  return { schema: described as never, url }
}

/** `GET /api/v1/clients/{id}/notes` -> `get_clients_by_id_notes`: stable names for generated clients. */
function operationId(method: string, url: string): string {
  const path = url
    .replace(/^\/api\/v1/, '')
    .split('/')
    .filter(Boolean)
  return [method.toLowerCase(), ...path.map((part) => (part.startsWith(':') ? `by_${part.slice(1)}` : part.replaceAll('-', '_')))].join('_')
}

/** Collects the contract from the routes registered after it; served at /api/openapi.json. */
export async function registerOpenapi(app: App, { version }: { version: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Lastmile',
        version,
        description:
          'Every list is paged by `limit` and `cursor` and answers `{ items, next_cursor }`. Money is an integer of minor units, ids are integers, days are `YYYY-MM-DD`, times are UTC. ' +
          'Errors are RFC 9457 problems with a stable `code`. Requests that move money need the header `Idempotency-Key`. A personal token goes into `Authorization: Bearer`.',
        license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'sid', description: 'Set by POST /api/v1/auth/session; named __Host-sid over https' },
          token: { type: 'http', scheme: 'bearer', description: 'A personal API token' },
        },
      },
    },
    transform,
    transformObject: (document) => {
      const full = createJsonSchemaTransformObject({ zodToJsonConfig })(document) as { components: { schemas: Record<string, unknown> } }
      // Every registered schema comes out in an input and an output form; problems are only ever sent.
      delete full.components.schemas['ProblemInput']
      full.components.schemas['Problem'] ??= z.toJSONSchema(problemSchema)
      return full as never
    },
  })
  app.get('/api/openapi.json', { config: { permission: 'public' }, schema: { hide: true } }, () => app.swagger())
}
