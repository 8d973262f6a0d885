import type { DesiredLine, RouterRules } from './desired.ts'
import { readMark, writeMark } from './mark.ts'
import type { ObservedSecret } from './observed.ts'

/** What a secret should say; its members are named as those of the menu, so that a difference is what is written. */
export interface SecretValues {
  readonly name: string
  readonly password: string
  readonly service: string
  readonly profile: string
  readonly remoteAddress: string | null
  readonly comment: string
  readonly isDisabled: boolean
}

/** What the router gives a secret that names none. */
export const DEFAULT_PROFILE = 'default'

/** The profile of a line as things are: its package's, or the one that stands for "no service" here. */
export function wantedProfile({ profile, state }: DesiredLine, { suspendBy, suspendTarget }: RouterRules): string {
  const own = profile === '' ? DEFAULT_PROFILE : profile
  if (state !== 'off' || suspendBy === 'disable' || suspendBy === 'pool') return own
  return suspendBy === 'profile' ? suspendTarget : listedProfile(own, suspendTarget)
}

/**
 * With an address list the router itself must put the address on the list when the session begins and take it off when it ends: an entry
 * written from outside would stay behind and hit whoever gets the address next. A profile does that, so each has a twin with the list.
 */
export const listedProfile = (profile: string, list: string): string => `${profile}-${list}`

/** What a new secret of the line says. */
export function wantedSecret(line: DesiredLine, rules: RouterRules): SecretValues {
  return {
    name: line.login,
    password: line.password ?? '',
    service: 'pppoe',
    profile: wantedProfile(line, rules),
    remoteAddress: line.state === 'off' && rules.suspendBy === 'pool' ? rules.suspendTarget : line.staticIp,
    comment: writeMark('', line),
    isDisabled: line.state === 'gone' || (line.state === 'off' && rules.suspendBy === 'disable'),
  }
}

const NOTHING: Partial<SecretValues> = Object.freeze({})

/**
 * What has to be written so that the secret says what it should; empty where nothing differs. Of a line that has left, only that it is
 * off. Where the router hides passwords from our user, the stamp in the mark tells whether the password was changed.
 */
export function difference(secret: ObservedSecret, line: DesiredLine, rules: RouterRules): Partial<SecretValues> {
  if (line.isRight(secret)) return NOTHING
  if (line.state === 'gone') return secret.isDisabled ? {} : { isDisabled: true }
  const wanted = wantedSecret(line, rules)
  const mark = readMark(secret.comment)
  const isPasswordOld = line.password !== null && (secret.password === null ? mark?.stamp !== line.stamp : secret.password !== line.password)
  return {
    ...(secret.name === wanted.name ? {} : { name: wanted.name }),
    ...(isPasswordOld ? { password: wanted.password } : {}),
    ...(secret.service === 'any' || secret.service === wanted.service ? {} : { service: wanted.service }),
    ...(secret.profile === wanted.profile ? {} : { profile: wanted.profile }),
    ...(secret.remoteAddress === wanted.remoteAddress ? {} : { remoteAddress: wanted.remoteAddress }),
    ...(mark?.subscriptionId === line.subscriptionId && mark.stamp === line.stamp ? {} : { comment: writeMark(secret.comment, line) }),
    ...(secret.isDisabled === wanted.isDisabled ? {} : { isDisabled: wanted.isDisabled }),
  }
}

/** Whether a session from before the change goes on under what no longer holds. A new password does not end a session. */
export const asksForRedial = (changes: Partial<SecretValues>): boolean =>
  changes.name !== undefined || changes.profile !== undefined || changes.remoteAddress !== undefined

/** Only puts the line back as it was before it was cut, or only signs: nobody loses anything by it. */
export function isHarmless(changes: Partial<SecretValues>, line: DesiredLine, secret: ObservedSecret, rules: RouterRules): boolean {
  const { comment, ...others } = changes
  if (Object.keys(others).length === 0) return comment !== undefined
  return line.state === 'on' && isCut(secret, line, rules) && others.name === undefined && others.password === undefined && others.isDisabled !== true
}

function isCut({ isDisabled, profile, remoteAddress }: ObservedSecret, line: DesiredLine, { suspendBy, suspendTarget }: RouterRules): boolean {
  if (isDisabled) return true
  if (suspendBy === 'profile') return profile === suspendTarget
  if (suspendBy === 'pool') return remoteAddress === suspendTarget
  return suspendBy === 'address_list' && profile === listedProfile(line.profile === '' ? DEFAULT_PROFILE : line.profile, suspendTarget)
}
