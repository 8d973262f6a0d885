import type { OltProfile, Verified } from '../drivers/profile.ts'
import type { OltWrites, Verb, WriteLine, WriteVerb } from '../drivers/writes.ts'
import { macOf, serialOf } from '../parse/values.ts'
import { fill } from '../session/fill.ts'
import type { Params } from '../session/fill.ts'
import { checkWish } from './parameters.ts'
import type { WriteWish } from './parameters.ts'

export interface PlannedLine {
  readonly mode: string
  readonly text: string
  /** Asked whether one is sure, this is said, once. Null: it is said no. */
  readonly confirm: string | null
  readonly mayRefuse: RegExp | null
  readonly timeoutMs: number | null
}

/** What must be seen afterwards. */
export type Want =
  | { readonly kind: 'registered' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'described'; readonly description: string }
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'restarted' }

export interface Identity {
  readonly serial: string | null
  readonly mac: string | null
}

export interface ReadBack {
  /** Commands of the profile. The first one says who is there. */
  readonly commands: readonly string[]
  readonly want: Want
  /** In words, for who reads the plan. */
  readonly must: string
  readonly patienceMs: number
}

export interface Plan {
  readonly kind: 'plan'
  readonly profile: string
  /** Several where an ONU is replaced. */
  readonly verbs: readonly Verb[]
  readonly params: Params
  readonly onu: number
  readonly lines: readonly PlannedLine[]
  readonly save: readonly PlannedLine[]
  /** Who must stand there before anything is sent; null: nobody was named. */
  readonly before: Identity | null
  /** Who is to stand there afterwards. */
  readonly identity: Identity
  readonly readBack: ReadBack
  readonly danger: boolean
  /** Null: no device was ever seen to take it. */
  readonly verified: Verified | null
  readonly source: string | null
  readonly notes: readonly string[]
}

export type Planned = Plan | { readonly kind: 'impossible'; readonly why: string }

const impossible = (why: string): Planned => ({ kind: 'impossible', why })

const MUST: Readonly<Record<Verb, string>> = {
  authorise: 'the ONU is in the list of its PON, and comes online where it hangs there',
  describe: 'the OLT shows the description',
  enable: 'the ONU is enabled',
  disable: 'the ONU is disabled',
  reboot: 'the ONU goes down and comes back',
  delete: 'the ONU is in the list of its PON no more',
}
const PATIENCE_MS: Readonly<Record<Verb, number>> = { authorise: 10_000, describe: 4000, enable: 8000, disable: 4000, reboot: 20_000, delete: 4000 }

/** What would be typed to have a wish come true, and what must be seen then. Pure; nothing is sent by it. */
export function planWrite(profile: OltProfile, verb: Verb, wish: WriteWish): Planned {
  const { writes } = profile
  const how = writes?.verbs[verb]
  if (writes === null || how === undefined) return impossible(`How ${profile.title} is told to ${verb} an ONU is not known`)
  const missing = [...(verb === 'authorise' || wish.onu !== undefined ? [] : ['onu']), ...how.needs.filter((name) => wish[name] === undefined)]
  if (missing.length > 0) return impossible(`To ${verb} an ONU it must be known: ${missing.join(', ')}`)
  const checked = checkWish(writes, wish)
  if (checked.kind === 'refused') return impossible(checked.why)
  const given = checked.params
  const lines = linesOf(how, given, wish.lineMode)
  if (lines === null) return impossible(`To ${verb} an ONU more must be known than was given`)
  const left =
    verb === 'authorise' ? (['vlan', 'description', 'lineMode'] as const).filter((name) => wish[name] !== undefined && !how.takes.includes(name)) : []
  const identity = identityOf(wish)
  return {
    kind: 'plan',
    profile: profile.id,
    verbs: [verb],
    params: given,
    onu: Number(given['onu']),
    lines,
    save: linesOf(writes.save ?? { lines: [] }, given, undefined) ?? [],
    before: verb === 'authorise' || (identity.serial === null && identity.mac === null) ? null : identity,
    identity,
    readBack: readBackOf(writes, verb, given),
    danger: how.danger,
    verified: how.verified,
    source: how.source,
    notes: [
      ...checked.notes,
      ...left.map((name) => `How this OLT is told the ${name} is not known; it is left out`),
      ...(writes.save === null ? ['How it is made to keep what was changed is not known: after a power cut the change may be gone'] : []),
    ],
  }
}

/** Another ONU in the place of one that stands there: deleted, then authorised under the same number with the same settings. */
export function planReplacement(profile: OltProfile, { was, ...wish }: WriteWish & { readonly was: Pick<WriteWish, 'serial' | 'mac'> }): Planned {
  if (wish.onu === undefined) return impossible('It must be known which ONU is replaced')
  const removal = planWrite(profile, 'delete', { pon: wish.pon, onu: wish.onu, ...was })
  if (removal.kind === 'impossible') return removal
  const authorisation = planWrite(profile, 'authorise', wish)
  if (authorisation.kind === 'impossible') return authorisation
  return {
    ...authorisation,
    verbs: ['delete', 'authorise'],
    lines: [...removal.lines, ...authorisation.lines],
    before: removal.before,
    danger: true,
    verified: removal.verified === null ? null : authorisation.verified,
  }
}

export interface WriteCapability {
  readonly isKnown: boolean
  readonly isVerified: boolean
  readonly source: string | null
  readonly needs: readonly string[]
  readonly takes: readonly string[]
}

/** What a family can be told at all, and by whom that is known. */
export function writeCapabilities({ writes }: OltProfile): Readonly<Record<Verb | 'save', WriteCapability>> {
  const of = (how: (Pick<WriteVerb, 'verified' | 'source'> & Partial<Pick<WriteVerb, 'needs' | 'takes'>>) | null | undefined): WriteCapability => ({
    isKnown: how !== null && how !== undefined,
    isVerified: (how?.verified ?? null) !== null,
    source: how?.source ?? null,
    needs: how?.needs ?? [],
    takes: how?.takes ?? [],
  })
  return {
    authorise: of(writes?.verbs.authorise),
    describe: of(writes?.verbs.describe),
    enable: of(writes?.verbs.enable),
    disable: of(writes?.verbs.disable),
    reboot: of(writes?.verbs.reboot),
    delete: of(writes?.verbs.delete),
    save: of(writes?.save),
  }
}

function linesOf({ lines }: { lines: readonly WriteLine[] }, params: Params, lineMode: WriteWish['lineMode']): PlannedLine[] | null {
  const planned: PlannedLine[] = []
  for (const line of lines) {
    if (line.when?.some((name) => params[name] === undefined) === true) continue
    if (line.lineMode !== undefined && line.lineMode !== (lineMode ?? 'bridge')) continue
    const text = fill(line.text, params)
    if (text === null) return null
    planned.push({ mode: line.mode, text, confirm: line.confirm ?? null, mayRefuse: line.mayRefuse ?? null, timeoutMs: line.timeoutMs ?? null })
  }
  return planned
}

function readBackOf({ readBack }: OltWrites, verb: Verb, params: Params): ReadBack {
  const wants: Readonly<Record<Verb, Want>> = {
    authorise: { kind: 'registered' },
    describe: { kind: 'described', description: params['description'] ?? '' },
    enable: { kind: 'enabled' },
    disable: { kind: 'disabled' },
    reboot: { kind: 'restarted' },
    delete: { kind: 'gone' },
  }
  return {
    commands: verb === 'authorise' || verb === 'delete' ? readBack.list : readBack.one,
    want: wants[verb],
    must: MUST[verb],
    patienceMs: PATIENCE_MS[verb],
  }
}

function identityOf({ serial, mac }: WriteWish): Identity {
  const said = serial === undefined ? null : serialOf(serial)['serial']
  return { serial: typeof said === 'string' ? said : null, mac: mac === undefined ? null : macOf(mac) }
}
