import type { RouteOptions } from 'fastify'
import { z } from 'zod'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import type { Permission } from '../../kernel/permissions.ts'

/**
 * Refuses to start a server with a route that nobody thought to guard or describe.
 * Runs for each route as it is registered; the error names the route and what is missing.
 */
export function checkRoute(route: RouteOptions): void {
  const fault = faultOf(route)
  if (fault !== null) throw new Error(`Route ${String(route.method)} ${route.url} ${fault}`)
}

function faultOf({ config, schema: described }: RouteOptions): string | null {
  const permission = config?.permission
  if (permission === undefined) return 'names no permission; add config: { permission } (a permission, session or public)'
  const isKnown = permission === 'public' || permission === 'session' || ALL_PERMISSIONS.has(permission as Permission)
  if (!isKnown) return `asks for the permission ${permission}, which does not exist`
  const schema = described as { response?: Record<string, unknown>; querystring?: unknown; hide?: boolean } | undefined
  if (schema?.hide === true) return null
  if (schema?.response === undefined || Object.keys(schema.response).length === 0) return 'has no response schema'
  const answer = schema.response['200']
  const isList = answer instanceof z.ZodObject && 'items' in answer.shape
  const hasLimit = schema.querystring instanceof z.ZodObject && 'limit' in schema.querystring.shape
  return isList && !hasLimit && config?.unpaged !== true ? 'is a list without a limit; add pageQuery to its query' : null
}

export interface RouteFacts {
  readonly method: string
  readonly url: string
  readonly permission: string
  readonly schema: { body?: z.ZodType; querystring?: z.ZodType; params?: z.ZodType; response?: Record<string, unknown> }
  readonly upload: boolean
  readonly idempotent: boolean
}
