import type { Database } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { profiles, secrets } from './routeros/menus.ts'
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
  readonly uploadKbps: number | null
  readonly downloadKbps: number | null
}

export interface Ppp {
  readonly secrets: readonly PppSecret[]
  readonly profiles: readonly PppProfile[]
}

const isAddress = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text)

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
      profiles: plans.map(({ name, rateLimit }) => ({
        name: name.toWellFormed(),
        uploadKbps: rateLimit === null ? null : Math.round(rateLimit.rate.up / 1000),
        downloadKbps: rateLimit === null ? null : Math.round(rateLimit.rate.down / 1000),
      })),
    }
  })
}
