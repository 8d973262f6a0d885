import type { RouterConnection } from '../routeros/connection.ts'
import { profiles } from '../routeros/menus.ts'
import { oneOf } from '../routeros/query.ts'
import { comparedSecrets, comparedSessions } from './observed.ts'
import type { Observed } from './observed.ts'

/** Names asked for in one command; a router compares each row with all of them. */
const NAMES_PER_QUERY = 50

/** Reads what the planner compares: all of it, or the secrets and sessions of some names. */
export async function observe(connection: RouterConnection, names: readonly string[] | null): Promise<Observed> {
  if (names === null) {
    const [secrets, known, sessions] = [await comparedSecrets.read(connection), await profiles.read(connection), await comparedSessions.read(connection)]
    return { secrets, profiles: known, sessions }
  }
  const secrets = []
  const sessions = []
  for (let at = 0; at < names.length; at += NAMES_PER_QUERY) {
    const [first, ...others] = names.slice(at, at + NAMES_PER_QUERY)
    if (first === undefined) break
    const where = oneOf('name', [first, ...others])
    secrets.push(...(await comparedSecrets.read(connection, { where })))
    sessions.push(...(await comparedSessions.read(connection, { where })))
  }
  return { secrets, profiles: await profiles.read(connection), sessions }
}
