import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { Forbidden, NotLoggedIn } from '../../kernel/errors.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Authenticate } from './app.ts'

export class PasswordChangeRequired extends Forbidden {
  override readonly code = 'password_change_required'
}

/** `__Host-` binds the cookie to this host and to https; a plain-http installation (localhost, a LAN) cannot set such a cookie. */
export const SECURE_COOKIE = '__Host-sid'
export const PLAIN_COOKIE = 'sid'

/** Finds out who asks, by cookie or by bearer token, before anything of the request is read. Invalid credentials leave nobody. */
export async function identify(request: FastifyRequest, authenticate: Authenticate): Promise<void> {
  const bearer = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
  // A request that carries an Authorization header is judged by it alone: its cookie must not lend it rights.
  const cookie = request.headers.authorization === undefined ? (request.cookies[SECURE_COOKIE] ?? request.cookies[PLAIN_COOKIE] ?? null) : null
  if (bearer === null && cookie === null) return
  request.identity = await authenticate({ cookie, bearer, ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 400) ?? null })
}

/** Function-level access, denied unless the route's guard allows it. @throws NotLoggedIn 401, Forbidden 403. */
export function guard(request: FastifyRequest): void {
  const { permission } = request.routeOptions.config
  if (permission === 'public') return
  const { identity } = request
  if (identity === null) throw new NotLoggedIn('Log in first')
  if (permission === 'session') return
  if (identity.mustChangePassword) throw new PasswordChangeRequired('Choose a new password first')
  if (permission === undefined || !identity.actor.permissions.has(permission as Permission)) {
    request.log.warn({ permission, user: identity.actor.name }, 'permission refused')
    throw new Forbidden(`You need the permission ${permission ?? 'of this page'} for this`, { permission: permission ?? null })
  }
}
