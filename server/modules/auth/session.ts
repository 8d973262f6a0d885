import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, Forbidden } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Identity } from '../../platform/http/app.ts'
import { PLAIN_COOKIE, SECURE_COOKIE } from '../../platform/http/authentication.ts'
import { reading } from '../../platform/http/transact.ts'
import { getSetting } from '../settings/index.ts'
import { secretHash } from './authenticate.ts'
import { insertSession, replaceSecret } from './session-store.ts'
import { reauthenticationMinutes, sessionHours } from './settings.ts'

export class SessionRequired extends Forbidden {
  override readonly code = 'session_required'
}

export class ReauthenticationRequired extends AppError {
  readonly code = 'reauthentication_required'
  readonly status = 403
}

/** 256 random bits; only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Starts a session for a person whose password was right, and answers the secret for the cookie and when it ends at the latest. */
export async function openSession(
  tx: Tx,
  userId: bigint,
  { ip, userAgent }: { ip: string | null; userAgent: string | null },
): Promise<{ secret: string; expiresAt: Temporal.Instant }> {
  const secret = newSecret()
  const expiresAt = tx.now.add({ hours: await getSetting(tx, sessionHours) })
  await insertSession(tx, { tokenHash: secretHash(secret), userId, expiresAt, ip, userAgent })
  return { secret, expiresAt }
}

/** A new secret for the same session, after anything that raises what it may do (ASVS 7.2.4). */
export async function rotateSession(tx: Tx, from: Buffer): Promise<string> {
  const secret = newSecret()
  await replaceSecret(tx, { from, to: secretHash(secret), reauthenticated: true })
  return secret
}

export function setCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  const secure = isSecure(request)
  // No lifetime of its own: the browser forgets it when it closes, the server when the session ends.
  reply.setCookie(secure ? SECURE_COOKIE : PLAIN_COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

export function clearCookies(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(PLAIN_COOKIE, { path: '/', httpOnly: true, sameSite: 'lax' })
  if (isSecure(request)) reply.clearCookie(SECURE_COOKIE, { path: '/', httpOnly: true, sameSite: 'lax', secure: true })
}

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https' || request.server.deps.config.publicUrl?.startsWith('https:') === true

/** The session of a person at a screen. @throws SessionRequired 403 for a token. */
export function sessionOf(request: FastifyRequest): NonNullable<Identity['session']> {
  const session = request.identity?.session
  if (session === null || session === undefined) throw new SessionRequired('Log in with your password for this; a token is not enough')
  return session
}

/** For what a forgotten screen must not give away. @throws SessionRequired 403, ReauthenticationRequired 403. */
export async function requireRecentPassword(request: FastifyRequest): Promise<void> {
  const { reauthenticatedAt } = sessionOf(request)
  const minutes = await getSetting(await reading(request), reauthenticationMinutes)
  const age = reauthenticatedAt.until(request.server.deps.clock.now())
  if (age.total('minutes') > minutes) throw new ReauthenticationRequired('Enter your password again, then repeat this')
}
