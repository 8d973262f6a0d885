import { AppError, NotFound } from '../../kernel/errors.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { getSetting } from '../settings/index.ts'
import { secretHash } from './authenticate.ts'
import { manageable } from './change-user.ts'
import { updatePasswordHash } from './login-store.ts'
import { newSecret } from './session.ts'
import { revokeSessions } from './session-store.ts'
import { resetLinkHours } from './settings.ts'
import { consumeLink, insertResetLink, selectLinkOwner } from './token-store.ts'
import type { LinkOwner } from './token-store.ts'

export class LinkNotValid extends AppError {
  readonly code = 'link_not_valid'
  readonly status = 410
}

/** Stores a person's own new password and ends his other sessions. Hash and rules were settled before the transaction. */
export async function changeOwnPassword(tx: Tx, { userId, hash, keepSession }: { userId: bigint; hash: string; keepSession: Buffer }): Promise<void> {
  await updatePasswordHash(tx, { userId, hash, chosen: true })
  const ended = await revokeSessions(tx, userId, keepSession)
  await recordEvent(tx, 'user.password_changed', { subjectType: 'user', subjectId: userId, after: { ended_sessions: ended } })
}

export interface ResetLink {
  /** Shown once; whoever has it can set the password, so it goes to its person only. */
  readonly secret: string
  readonly expiresAt: Temporal.Instant
}

/** Makes the one link by which a person sets his password; earlier links stop working. An administrator never sets a password (ASVS 6.4.6). */
export async function makeResetLink(tx: Tx, userId: bigint): Promise<ResetLink> {
  const user = await manageable(tx, userId)
  if (user.status !== 'active') throw NotFound.of('active user', userId)
  const secret = newSecret()
  const expiresAt = tx.now.add({ hours: await getSetting(tx, resetLinkHours) })
  await insertResetLink(tx, { userId, hash: secretHash(secret), expiresAt })
  await recordEvent(tx, 'user.reset_link_made', {
    subjectType: 'user',
    subjectId: userId,
    after: { username: user.username, expires_at: expiresAt.toString() },
  })
  return { secret, expiresAt }
}

/** Whose password a link sets. @throws LinkNotValid 410 for an unknown, used or expired one. */
export async function linkOwner(conn: Conn, secret: string, now: Temporal.Instant): Promise<LinkOwner> {
  const owner = await selectLinkOwner(conn, secretHash(secret), now)
  if (owner === undefined) throw new LinkNotValid('This link was used already or is too old; ask an administrator for a new one')
  return owner
}

/** Sets the password by a link, uses the link up and ends every session of the person. @throws LinkNotValid 410. */
export async function resetPassword(tx: Tx, { secret, hash }: { secret: string; hash: string }): Promise<void> {
  const owner = await linkOwner(tx, secret, tx.now)
  if (!(await consumeLink(tx, secretHash(secret)))) throw new LinkNotValid('This link was used already; ask an administrator for a new one')
  await updatePasswordHash(tx, { userId: owner.user_id, hash, chosen: true })
  await revokeSessions(tx, owner.user_id)
  await recordEvent(tx, 'user.password_reset', { subjectType: 'user', subjectId: owner.user_id, after: { username: owner.username } })
}
