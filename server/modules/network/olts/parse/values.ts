import { parseMac } from '../../../../kernel/mac.ts'
import type { Cause, OnuState, Reading } from './reading.ts'

/** The words OLTs have for "there is nothing here". */
const NOTHING = /^(?:|-+|n\/?a|none|null|nil|nan|[-+]?inf(?:inity)?|unknown?|invalid|\*+)$/i
// Light outside of this was not measured: -40 dBm is dark for every receiver, and the sentinels (65535, -80000, 2147483647) lie far off.
const DARKEST_DBM = -50
const BRIGHTEST_DBM = 20

export function textOf(text: string): string | null {
  const trimmed = text.trim()
  return NOTHING.test(trimmed) ? null : trimmed
}

/** The first number in the text, whatever unit follows: `3.26(V)`, `27.84 .C`, `445m`. */
export function numberOf(text: string): number | null {
  const found = /[-+]?\d{1,15}(?:\.\d{1,9})?/.exec(text)
  return found === null || NOTHING.test(text.trim()) ? null : Number(found[0])
}

/** A whole number, or null. */
export function integerOf(text: string): number | null {
  const found = /^\s*(\d{1,15})\b/.exec(text)
  return found === null ? null : Number(found[1])
}

/** Light in dBm. Of `0.03 mW (-14.61 dBm)` it is the number before "dBm"; the other one is the light in mW. Null where it was not measured. */
export function dbmOf(text: string): number | null {
  const beforeUnit = /([-+]?\d{1,9}(?:\.\d{1,9})?)\s*\(?\s*dbm/i.exec(text)?.[1]
  const value = beforeUnit === undefined ? numberOf(text) : Number(beforeUnit)
  return value === null ? null : measuredDbm(value)
}

/** @returns null for what no light can be. */
export const measuredDbm = (value: number): number | null => (value < DARKEST_DBM || value > BRIGHTEST_DBM ? null : value)

/** Light that arrives. No receiver bears 0 dBm, and it is what several OLTs print when they measured nothing. */
export function rxDbmOf(text: string): number | null {
  const value = dbmOf(text)
  return value === 0 ? null : value
}

export const macOf = (text: string): string | null => parseMac(text)

/** `48575443A1B2C3D4`, `HWTC:5F593DA5`, `HWTC-5F593DA5`, `sn:GPON00ab12cd`, `48575443A1B2C3D4 (HWTC-A1B2C3D4)`: 4 letters and 8 hex digits where it can be, else as it stands, in capitals. */
export function serialOf(text: string): Reading {
  const raw = text.trim().replace(/^sn\s*:\s*/i, '')
  if (NOTHING.test(raw)) return { serial: null }
  const serial = canonicalSerial(raw)
  return serial === raw ? { serial } : { serial, rawSerial: raw }
}

function canonicalSerial(raw: string): string {
  const inBrackets = /^[0-9A-Fa-f]{16}\s*\(\s*([A-Za-z0-9]{4})-?([0-9A-Fa-f]{8})\s*\)$/.exec(raw)
  if (inBrackets !== null) return `${inBrackets[1]}${inBrackets[2]}`.toUpperCase()
  const plain = /^([A-Za-z0-9]{4})[:-]?([0-9A-Fa-f]{8})$/.exec(raw)
  if (plain !== null) return `${plain[1]}${plain[2]}`.toUpperCase()
  const hex = /^([0-9A-Fa-f]{8})([0-9A-Fa-f]{8})$/.exec(raw)
  const vendor = hex === null ? '' : Buffer.from(hex[1] ?? '', 'hex').toString('latin1')
  return /^[A-Za-z0-9]{4}$/.test(vendor) ? `${vendor}${hex?.[2] ?? ''}`.toUpperCase() : raw.toUpperCase()
}

/** The OLT's own word for how an ONU is, in our words. A word nobody knows is `unknown`, and whether it is online then is not known. */
export function stateOf(text: string): Reading {
  const word = text.trim()
  const state = STATE_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 'unknown'
  return { phase: word === '' ? null : word, state, online: state === 'unknown' ? (COMING_UP.test(word) ? false : null) : state === 'online' }
}

const STATE_WORDS: readonly (readonly [RegExp, OnuState])[] = [
  [/^(?:working|online|up|active|auto-configured|registered|ready|operation|o5|1)$/i, 'online'],
  [/^(?:los|losi|lofi|wire-?down|optical-?loss)$/i, 'los'],
  [/^(?:dying-?gasp|power-?(?:off|down))$/i, 'power_off'],
  [/^(?:deactivated?|disabled?|deactive|admin-?down)$/i, 'disabled'],
  [/^(?:offline|off-?line|down|dn|inactive|deregistered|lost|authfail(?:ed)?|auth-?fail(?:ed)?|configfail|standby|0)$/i, 'offline'],
]
/** It is being registered: not online yet, and not gone. */
const COMING_UP = /^(?:logging|sync_?mib|syncmib|initial|standby|discovered|authenticated|ranging|auto-?configuring|o[1-4])$/i

/** Why it went down, in our words, with the OLT's beside it. */
export function causeOf(text: string): Reading {
  const raw = textOf(text)
  if (raw === null) return { lastDownCause: null }
  return { lastDownCause: CAUSE_WORDS.find(([pattern]) => pattern.test(raw))?.[1] ?? 'unknown', rawCause: raw }
}

const CAUSE_WORDS: readonly (readonly [RegExp, Cause])[] = [
  [/dying/i, 'dying_gasp'],
  [/power[-_ ]?(?:off|down|fail)/i, 'power_off'],
  [/wire[-_ ]?down|fiber|fibre/i, 'wire_down'],
  [/^(?:lo[sf]i?|loai|loami|loki|sfi|losi?\/.*|pon[-_ ]los|lo[a-z]{1,3}i?\b.*)$/i, 'los'],
  [/reboot|reset|restart|re-?regist/i, 'reboot'],
  [/auth/i, 'auth_fail'],
  [/config|omci|oam|mpcp|mib/i, 'config_fail'],
  [/admin|deactiv|manual|disable|command|deregist/i, 'admin'],
]

/** `0  .00:39:31`, `6 19:16:07`, `0005d:12:28:57`: days and time of day, in seconds. */
export function secondsOf(text: string): number | null {
  const found = /^\s*(\d{1,5})\s*(?:d:?|\s|\.)[\s.]*(\d{1,2}):(\d{2}):(\d{2})\s*$/.exec(text)
  if (found === null) return null
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map(Number)
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

/** `active`/`Deactive`, `enable`/`disable`, `unlock`/`lock`: may it be online at all. */
export function adminOf(text: string): Reading {
  const word = text.trim().toLowerCase()
  if (/^(?:enabled?|active|activate|unlock|up|on|1)$/.test(word)) return { admin: 'enable' }
  return { admin: /^(?:disabled?|deactive|deactivated?|inactive|lock|down|off|2)$/.test(word) ? 'disable' : null }
}
