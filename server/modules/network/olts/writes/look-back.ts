import { observationOf } from '../poll/observation.ts'
import type { OnuObservation } from '../poll/observation.ts'
import type { Reading } from '../parse/reading.ts'
import type { Heard } from '../session/heard.ts'
import type { Params } from '../session/fill.ts'
import type { Identity, Plan, Want } from './plan-write.ts'

export interface Look {
  /** The list, or the page, was read whole: who is not in it is not there. */
  readonly isKnown: boolean
  readonly onu: OnuObservation | null
  /** Whether it may be online, where the OLT says that apart. */
  readonly admin: string | null
  /** When it came up, as the OLT writes it, and for how long it is up; null where it does not say. */
  readonly upSince: string | null
  readonly upSeconds: number | null
}

/** What the OLT says of one ONU now. */
export async function lookAt(ask: (key: string, params: Params) => Promise<Heard>, plan: Plan): Promise<Look> {
  let merged: Reading = {}
  let isKnown = false
  for (const [index, command] of plan.readBack.commands.entries()) {
    const { parsed, isWhole } = await ask(command, plan.params)
    const isPage = plan.readBack.want.kind !== 'gone' && plan.readBack.want.kind !== 'registered'
    if (index === 0) isKnown = isWhole && (parsed.kind === 'recognised' ? parsed.complete : isPage && parsed.why === 'refused')
    if (parsed.kind === 'unrecognised') continue
    const row = parsed.rows.find(({ pon = plan.params['pon'], onuId }) => pon === plan.params['pon'] && onuId === plan.onu)
    // Who is not in the list is not there, whatever else is said of its number.
    if (index === 0 && row === undefined) break
    merged = { ...merged, ...Object.fromEntries(Object.entries(row ?? {}).filter(([name, value]) => value !== null || merged[name] === undefined)) }
  }
  const isThere = merged['onuId'] === plan.onu
  return {
    isKnown,
    onu: isThere ? observationOf({ ...merged, pon: plan.params['pon'] ?? null }) : null,
    admin: typeof merged['admin'] === 'string' ? merged['admin'] : null,
    upSince: typeof merged['lastUpAt'] === 'string' ? merged['lastUpAt'] : null,
    upSeconds: typeof merged['aliveSeconds'] === 'number' ? merged['aliveSeconds'] : null,
  }
}

export const isSame = (onu: OnuObservation, { serial, mac }: Identity): boolean =>
  (serial === null || onu.serial === serial) && (mac === null || onu.mac === mac)

/** It was down and up again between two looks. */
const isUpAnew = (first: Look, last: Look): boolean =>
  (first.upSince !== null && last.upSince !== null && first.upSince !== last.upSince) ||
  (first.upSeconds !== null && last.upSeconds !== null && last.upSeconds < first.upSeconds)

export interface Seen {
  readonly isSeen: boolean
  /** Nothing more is waited for. */
  readonly isAll: boolean
  readonly words: string
}

const seen = (words: string): Seen => ({ isSeen: true, isAll: true, words })
const partly = (words: string): Seen => ({ isSeen: true, isAll: false, words })
const notYet = (words: string): Seen => ({ isSeen: false, isAll: false, words })

/** Whether what was wanted is to be seen, of the looks so far, the last one last. Pure. */
export function judge(want: Want, identity: Identity, looks: readonly Look[]): Seen {
  const last = looks.at(-1)
  if (last === undefined || !last.isKnown) return notYet('what the OLT says could not be read')
  const { onu, admin } = last
  if (want.kind === 'gone') return onu === null || !isSame(onu, identity) ? seen('it is in the list no more') : notYet('it is still in the list')
  if (onu === null) return notYet('it is not in the list')
  switch (want.kind) {
    case 'registered':
      if (!isSame(onu, identity)) return notYet(`another ONU stands there: ${onu.serial ?? onu.mac ?? 'one without a name'}`)
      return onu.state === 'online' ? seen('it is registered and online') : partly(`it is registered, and ${onu.state}`)
    case 'described':
      return onu.description === want.description ? seen('the description is as it was wanted') : notYet(`the description is "${onu.description ?? ''}"`)
    case 'disabled':
      if (admin !== null) return admin === 'disable' ? seen('it is disabled') : notYet('it is still enabled')
      return onu.state === 'disabled' || (onu.state === 'offline' && onu.cause === 'admin') ? seen('it is disabled') : notYet(`it is ${onu.state}`)
    case 'enabled':
      if (onu.state === 'online') return seen('it is enabled and online')
      if (admin === 'enable') return partly(`it is enabled, and ${onu.state}`)
      return notYet(`it is ${onu.state}`)
    case 'restarted': {
      const isDown = (look: Look): boolean => look.isKnown && look.onu !== null && look.onu.state !== 'online'
      if (!looks.some(isDown) && !isUpAnew(looks[0] ?? last, last)) return notYet('it was not seen to go down')
      return onu.state === 'online' ? seen('it went down and came back') : partly('it went down, and is not back yet')
    }
  }
}
