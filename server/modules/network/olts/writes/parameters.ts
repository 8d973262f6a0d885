import type { OltWrites } from '../drivers/writes.ts'
import { macOf, serialOf } from '../parse/values.ts'

/** What somebody wants written, as it was given. */
export interface WriteWish {
  readonly pon: string
  /** Its number on the PON; without one, an authorisation takes the first that is not in `taken`. */
  readonly onu?: number
  readonly taken?: readonly number[]
  /** Of the ONU; for other verbs than authorising, it is looked at first whether it still stands there. */
  readonly serial?: string
  readonly mac?: string
  readonly lineProfile?: string
  readonly serviceProfile?: string
  readonly vlan?: number
  readonly description?: string
  readonly lineMode?: 'bridge' | 'router'
}

export type Checked = { readonly kind: 'checked'; readonly params: Readonly<Record<string, string>>; readonly notes: readonly string[] } | Refused
interface Refused {
  readonly kind: 'refused'
  readonly why: string
}

const refused = (why: string): Refused => ({ kind: 'refused', why })
const LARGEST_VLAN = 4094

/** Everything that goes into a line is what it claims to be and nothing more, before anything is sent. Pure. */
export function checkWish({ spelling, onus }: OltWrites, wish: WriteWish): Checked {
  const params: Record<string, string> = {}
  const notes: string[] = []
  if (!/^\d{1,3}(?:\/\d{1,3}){1,2}$/.test(wish.pon)) return refused(`"${shown(wish.pon)}" names no PON`)
  params['pon'] = wish.pon
  params['slot'] = wish.pon.split('/').slice(0, -1).join('/')
  params['port'] = wish.pon.split('/').at(-1) ?? ''
  const onu = wish.onu ?? firstFree(onus, wish.taken)
  if (onu === null) return refused('No number is free on this PON, or it is not known which are taken')
  if (!Number.isInteger(onu) || onu < onus.first || onu > onus.last) return refused(`An ONU has a number from ${onus.first} to ${onus.last}`)
  params['onu'] = String(onu)
  if (wish.serial !== undefined) {
    const { serial } = serialOf(wish.serial)
    if (typeof serial !== 'string' || !/^[A-Z0-9]{4}[0-9A-F]{8}$/.test(serial)) return refused('A serial number is four letters and eight hexadecimal digits')
    params['serial'] = spelling.serial === 'hex' ? `${Buffer.from(serial.slice(0, 4), 'latin1').toString('hex').toUpperCase()}${serial.slice(4)}` : serial
  }
  if (wish.mac !== undefined) {
    const mac = macOf(wish.mac)
    if (mac === null) return refused('A MAC address is twelve hexadecimal digits')
    params['mac'] = spelling.mac === 'colons' ? mac : mac.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.')
  }
  for (const name of ['lineProfile', 'serviceProfile'] as const) {
    const value = wish[name]
    if (value === undefined) continue
    const isNumber = spelling.profiles === 'numbers'
    if (!(isNumber ? /^\d{1,5}$/ : /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/).test(value))
      return refused(isNumber ? 'This OLT knows its profiles by number' : 'The name of a profile is letters, digits, underscores, dots and hyphens, at most 32')
    params[name] = value
  }
  if (wish.vlan !== undefined) {
    if (!Number.isInteger(wish.vlan) || wish.vlan < 1 || wish.vlan > LARGEST_VLAN) return refused(`A VLAN is a number from 1 to ${LARGEST_VLAN}`)
    params['vlan'] = String(wish.vlan)
  }
  if (wish.description !== undefined) {
    const description = spelling.blanks === 'kept' ? wish.description.trim() : wish.description.trim().replaceAll(' ', '_')
    const why = refusedDescription(description, spelling.longestDescription)
    if (why !== null) return refused(why)
    if (description !== wish.description) notes.push('Blanks in the description become underscores, for this OLT ends it at a blank')
    params['description'] = description
  }
  return { kind: 'checked', params, notes }
}

/** What makers' command lines take in any place: no help (`?`), comment (`!`), pipe, quotation mark or sign of a prompt, and nothing beyond ASCII. */
function refusedDescription(text: string, longest: number): string | null {
  if (text === '') return 'A description says something'
  if (text.length > longest) return `This OLT takes descriptions of at most ${longest} characters`
  if (/[^\x20-\x7e]/.test(text)) return 'This OLT takes descriptions in Latin letters only'
  return /^[A-Za-z0-9][A-Za-z0-9 ._:,/()@+-]*$/.test(text) ? null : 'A description is letters, digits, blanks and . _ : , / ( ) @ + -'
}

const firstFree = ({ first, last }: OltWrites['onus'], taken: readonly number[] | undefined): number | null => {
  if (taken === undefined) return null
  for (let onu = first; onu <= last; onu += 1) if (!taken.includes(onu)) return onu
  return null
}

/** In an error, what was given is shown without what a terminal would act on. */
const shown = (text: string): string => text.replace(/\P{L}/gu, (sign) => (/[\x20-\x7e]/.test(sign) ? sign : '\uFFFD')).slice(0, 40)
