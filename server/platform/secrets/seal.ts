import { createHmac, hash } from 'node:crypto'
import type { WrappingKey } from './envelope.ts'
import { openBytes, rewrapBytes, sealBytes } from './envelope.ts'

interface Keys {
  /** What new values are sealed with. */
  readonly current: WrappingKey
  /** What values may have been sealed with. */
  readonly keys: readonly WrappingKey[]
  readonly indexKey: Buffer
}

// The one piece of state of the process that is not passed along: a key in every use case's arguments would end up in a log one day.
let inUse: (Keys & { readonly fingerprintKey: string }) | null = null

/** Called once at start-up, by `openSecrets`. */
export function useKeys(keys: Keys): void {
  inUse = { ...keys, fingerprintKey: createHmac('sha256', keys.indexKey).update('fingerprint').digest('base64') }
}

function keys(): NonNullable<typeof inUse> {
  if (inUse === null) throw new Error('Secrets are not open yet: the process must call openSecrets at its start')
  return inUse
}

/** Seals text for one place, `table:key:column`, e.g. `subscriptions:17:pppoe_password`. Two calls never give the same bytes. */
export const seal = (plain: string, aad: string): Buffer => sealBytes(keys().current, Buffer.from(plain, 'utf8'), aad)

/** Opens what `seal` made for the same place. @throws CannotUnseal when it was made for another one, or changed */
export const open = (sealed: Uint8Array, aad: string): string => openBytes(keys().keys, Buffer.from(sealed), aad).toString('utf8')

/** The sealed value under the present SECRET_KEY; null when it already is. */
export const rewrap = (sealed: Uint8Array): Buffer | null => rewrapBytes(keys().current, keys().keys, Buffer.from(sealed))

/** Equal texts have equal indexes, from which the text cannot be guessed without the key; for finding a sealed value. */
export const blindIndex = (text: string): Buffer => createHmac('sha256', keys().indexKey).update(text.normalize('NFC'), 'utf8').digest()

/**
 * Sixteen characters that tell whether a text with a secret in it is the same as before, and from which it cannot be guessed without the
 * key. A few times quicker than `blindIndex`, for tens of thousands at once; it proves nothing about who wrote the text.
 */
export const fingerprint = (text: string): string => hash('sha256', keys().fingerprintKey + text, 'base64').slice(0, 16)
