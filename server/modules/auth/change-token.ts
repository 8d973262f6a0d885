import { Invalid, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { secretHash } from './authenticate.ts'
import { refuseBeyond } from './change-user.ts'
import { newSecret } from './session.ts'
import { insertToken, revokeToken } from './token-store.ts'
import type { ApiToken } from './token-store.ts'

/** Makes secrets recognisable to people and to scanners of leaked keys. */
const PREFIX = 'lmt_'

/** Issues a personal API token; the secret is answered once and only its hash is kept. @throws Forbidden 403 for a scope the person lacks. */
export async function issueToken(
  tx: Tx,
  { userId, name, scopes, expiresAt }: { userId: bigint; name: string; scopes: readonly string[]; expiresAt: Temporal.Instant | null },
): Promise<ApiToken & { secret: string }> {
  refuseBeyond(tx.actor, scopes)
  if (expiresAt !== null && Temporal.Instant.compare(expiresAt, tx.now) <= 0)
    throw new Invalid('The token would be over before it begins', { errors: [{ field: 'expires_at', message: 'Must lie in the future' }] })
  const secret = `${PREFIX}${newSecret()}`
  const token = await insertToken(tx, { userId, name, hash: secretHash(secret), prefix: secret.slice(0, 10), scopes: [...new Set(scopes)].sort(), expiresAt })
  await recordEvent(tx, 'api_key.issued', {
    subjectType: 'user',
    subjectId: userId,
    after: { id: token.id, name, scopes: token.scopes, expires_at: expiresAt },
  })
  return { ...token, secret }
}

/** Ends one of a person's own tokens at once. @throws NotFound 404. */
export async function endToken(tx: Tx, { userId, id }: { userId: bigint; id: bigint }): Promise<void> {
  const token = await revokeToken(tx, { userId, id })
  if (token === undefined) throw NotFound.of('token', id)
  await recordEvent(tx, 'api_key.revoked', { subjectType: 'user', subjectId: userId, before: { id: token.id, name: token.name } })
}
