import type { Reading } from '../parse/reading.ts'

/** At most three digits: what follows them may be the next cell. `GPON0/1:2`, `gpon-onu_1/1/1:1`, `gpon_onu-1/3/1:5`, `EPON0/8:15`, `GPON 0/1:008`, `1/1/1:1`. */
export const ONU_SHAPE = '(?:[a-z]+(?:[-_][a-z]+)?[-_]? ?)?\\d{1,3}(?:/\\d{1,3}){1,2}:\\d{1,3}(?:-\\d{1,4})?'

/** An ONU's place, a port of the OLT with or without a blank in its name, or any word. */
export const PORT_SHAPE = `${ONU_SHAPE}|[a-z]+ ?\\d{1,3}(?:/\\d{1,3}){1,2}|\\S+`

export function onuOf(text: string): Reading {
  const [, pon, onu] = /(\d{1,3}(?:\/\d{1,3}){1,2}):(\d{1,4})/.exec(text) ?? []
  return { pon: pon ?? null, onuId: onu === undefined ? null : Number(onu) }
}

/** A port that may be an ONU's or the OLT's own: then it keeps its name. */
export function portOf(text: string): Reading {
  return /\d:\d/.test(text) ? onuOf(text) : { pon: null, onuId: null, port: text.trim() === '' ? null : text.trim() }
}

/** `0/ 1/0`, `0 /1 /0` -> `0/1/0`. */
export const tight = (text: string): string | null => (/^[\s\d/]*\d[\s\d/]*$/.test(text) ? text.replace(/\s+/g, '') : null)
