import type { RouteOptions } from 'fastify'
import { z } from 'zod'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import type { Permission } from '../../kernel/permissions.ts'

/**
 * Refuses to start a server with a route that nobody thought to guard or describe.
 * Runs for each route as it is registered; the error names the route and what is missing.
 */
export function checkRoute(route: RouteOptions): void {
  const config = route.config
  const complain = (what: string): never => {
    throw new Error(`Route ${String(route.method)} ${route.url} ${what}`)
  }
  const permission = config?.permission
  if (permission === undefined) return complain('names no permission; add config: { permission } (a permission, session or public)')
  if (permission !== 'public' && permission !== 'session' && !ALL_PERMISSIONS.has(permission as Permission)) complain(`asks for the permission ${permission}, which does not exist`)
  const schema = route.schema as { response?: Record<string, unknown>; querystring?: unknown; hide?: boolean } | undefined
  if (schema?.hide === true) return
  if (schema?.response === undefined || Object.keys(schema.response).length === 0) return complain('has no response schema')
  const answer = schema.response['200']
  const isList = answer instanceof z.ZodObject && 'items' in answer.shape
  const hasLimit = schema.querystring instanceof z.ZodObject && 'limit' in schema.querystring.shape
  if (isList && !hasLimit && config?.unpaged !== true) complain('is a list without a limit; add pageQuery to its query')
}

export interface RouteFacts {
  readonly method: string
  readonly url: string
  readonly permission: string
  readonly schema: { body?: z.ZodType; querystring?: z.ZodType; params?: z.ZodType; response?: Record<string, unknown> }
  readonly upload: boolean
  readonly idempotent: boolean
}
