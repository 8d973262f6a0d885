import type { Database } from '../../platform/db/tx.ts'
import type { Authenticate, Identities, Identity } from '../../platform/http/app.ts'
import { authenticator, secretHash } from './authenticate.ts'

/** Notified by triggers on every table that decides who somebody is and what he may do. */
export const IDENTITY_CHANNEL = 'identity_changed'

/** Where a connection is dead and neither side has noticed, no process believes an old identity longer than this. */
const MAX_AGE_MS = 5000
const MAX_KEPT = 10_000

/**
 * {@link authenticator}, asked once in a few seconds for each session and token: a person who scrolls sends many requests. An identity
 * is kept only while a change of it would be heard, and never one that was read before a change.
 */
export function identities(database: Database): Identities {
  const find = authenticator(database)
  const kept = new Map<string, { identity: Identity; readAt: number }>()
  let isListening = false
  let changes = 0

  // What this process itself may have changed is forgotten at once; the others hear of it by NOTIFY.
  const changed = (): void => {
    changes += 1
    kept.clear()
  }

  const authenticate: Authenticate = async (credentials) => {
    const secret = credentials.bearer ?? credentials.cookie
    if (secret === null) return null
    if (!isListening) {
      isListening = true
      database.notifications.on(IDENTITY_CHANNEL, changed)
    }
    if (!database.notifications.hears(IDENTITY_CHANNEL)) return await find(credentials)
    const key = `${credentials.bearer === null ? 'session' : 'token'}:${secretHash(secret).toString('base64')}`
    const readAt = database.clock.now().epochMilliseconds
    const known = kept.get(key)
    const age = known === undefined ? -1 : readAt - known.readAt
    if (known !== undefined && age >= 0 && age < MAX_AGE_MS) {
      const { ip, userAgent } = credentials
      return { ...known.identity, actor: { ...known.identity.actor, ip, userAgent } }
    }
    const changesBefore = changes
    const identity = await find(credentials)
    if (identity !== null && changes === changesBefore) {
      if (kept.size >= MAX_KEPT) kept.clear()
      kept.set(key, { identity, readAt })
    }
    return identity
  }

  return { authenticate, changed }
}
