import type { Field } from '../routeros/fields.ts'
import { flag, optional, text } from '../routeros/fields.ts'
import { menu } from '../routeros/menu.ts'
import type { RowOf } from '../routeros/menu.ts'
import type { profiles } from '../routeros/menus.ts'

/** Null where the router hides it from our user, which is something else than an empty one. */
const password: Field<string | null> = { wire: 'password', read: (given) => given ?? null, write: (value) => value }

/** Of a secret only what is compared: twenty thousand of them are read every hour. */
export const comparedSecrets = menu('/ppp/secret', {
  name: text('name'),
  password,
  service: text('service', 'any'),
  profile: text('profile', 'default'),
  remoteAddress: optional('remote-address'),
  comment: text('comment'),
  isDisabled: flag('disabled'),
})

export const comparedSessions = menu('/ppp/active', { name: text('name'), isRadius: flag('radius') })

/** In canonical values; ids are good for this connection only. */
export type ObservedSecret = RowOf<typeof comparedSecrets.fields>
export type ObservedSession = RowOf<typeof comparedSessions.fields>
export type ObservedProfile = Omit<RowOf<typeof profiles.fields>, 'onlyOne'>

export interface Observed {
  readonly secrets: readonly ObservedSecret[]
  readonly profiles: readonly ObservedProfile[]
  readonly sessions: readonly ObservedSession[]
}
