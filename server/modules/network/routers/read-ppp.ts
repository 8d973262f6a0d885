import type { Database } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { profiles, secrets } from './routeros/menus.ts'
import type { Limit } from './routeros/values.ts'
import { readMark } from './sync/mark.ts'

/** A secret as it stands on a router, with its password. */
export interface PppSecret {
  readonly name: string
  readonly password: string
  readonly profile: string
  readonly callerId: string
  /** An address of its own; null where the profile gives one. */
  readonly address: string | null
  readonly comment: string
  readonly isDisabled: boolean
  readonly isOurs: boolean
}

export interface PppProfile {
  readonly name: string
  /** Null: no limit, or one that could not be read. */
  readonly uploadKbps: number | null
  readonly downloadKbps: number | null
  readonly isSpeedRead: boolean
}

export interface Ppp {
  readonly secrets: readonly PppSecret[]
  readonly profiles: readonly PppProfile[]
}

const isAddress = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text)

function speedOf(limit: Limit): Omit<PppProfile, 'name'> {
  if (limit === null || 'unread' in limit) return { uploadKbps: null, downloadKbps: null, isSpeedRead: limit === null }
  return { uploadKbps: Math.round(limit.rate.up / 1000), downloadKbps: Math.round(limit.rate.down / 1000), isSpeedRead: true }
}

/** All secrets for PPPoE and all profiles of a router, read from it. @throws what withRouter throws. */
export async function readPpp(database: Database, routerId: bigint): Promise<Ppp> {
  return await withRouter(database, routerId, { isUrgent: false }, async ({ connection }) => {
    const [rows, plans] = [await secrets.read(connection), await profiles.read(connection)]
    return {
      secrets: rows
        .filter(({ service }) => service === 'any' || service === 'pppoe')
        .map(({ name, password, profile, callerId, remoteAddress, comment, isDisabled }) => ({
          name: name.toWellFormed(),
          password,
          profile: profile.toWellFormed(),
          callerId,
          address: remoteAddress !== null && isAddress(remoteAddress) ? remoteAddress : null,
          comment: (readMark(comment)?.rest ?? comment).toWellFormed(),
          isDisabled,
          isOurs: readMark(comment) !== null,
        })),
      profiles: plans.map(({ name, rateLimit }) => ({ name: name.toWellFormed(), ...speedOf(rateLimit) })),
    }
  })
}
