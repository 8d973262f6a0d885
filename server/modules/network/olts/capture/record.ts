import type { SnmpRow, SnmpSession, Wire } from '../../transport/index.ts'
import type { OltCommand, OltProfile } from '../drivers/profile.ts'
import type { Place } from '../poll/steps.ts'
import { paramsOf } from '../poll/steps.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { OltSession, Params } from '../session/session.ts'

/** What is asked of single ONUs is asked of so many of them on a PON, and of so many in all. */
const MOST_ONUS = { onPon: 2, inAll: 8 } as const
const STANDARD_ROOTS = ['1.3.6.1.2.1.1', '1.3.6.1.2.1.2.2', '1.3.6.1.2.1.31.1.1']

/** What an OLT answered to one command, as it came. */
export interface RecordedCommand {
  readonly command: string
  readonly words: string
  /** The PON or ONU it was asked of; null: the OLT. */
  readonly place: string | null
  readonly bytes: string
}

export interface RecordedWalk {
  readonly rows: readonly SnmpRow[]
  /** Roots whose walk did not come to its end, and why. */
  readonly problems: readonly string[]
}

/** A wire that remembers what came since it was last asked. */
export function tapped(wire: Wire): { readonly wire: Wire; readonly take: () => string } {
  let heard = ''
  return {
    wire: {
      get isOpen() {
        return wire.isOpen
      },
      closed: wire.closed,
      write: (text) => wire.write(text),
      onText: (listener) =>
        wire.onText((text) => {
          heard += text
          listener(text)
        }),
      destroy: () => wire.destroy(),
    },
    take: () => {
      const taken = heard
      heard = ''
      return taken
    },
  }
}

export interface Question {
  readonly key: string
  readonly command: OltCommand
  readonly wants: readonly string[]
}

/** Every command that only reads and wants to know nothing but where; others are told. */
export function questionsOf({ commands, cli }: OltProfile): { readonly asked: readonly Question[]; readonly left: readonly string[] } {
  const asked: Question[] = []
  const left: string[] = []
  for (const [key, command] of Object.entries(commands)) {
    if (command.access !== 'read') continue
    const mode = (cli.modes[command.mode]?.enter ?? []).flat()
    const wants = [...new Set([command.words, ...mode].flatMap((words) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))]
    if (wants.every((name) => ['pon', 'slot', 'port', 'onu', 'frame'].includes(name))) asked.push({ key, command, wants })
    else left.push(`${key}: ${command.words}`)
  }
  return { asked, left }
}

/** The trees that are walked. */
export const rootsOf = ({ snmp }: OltProfile): string[] => [
  ...STANDARD_ROOTS,
  ...[...new Set((snmp?.tables ?? []).map(({ root }) => root))].filter((root) => !STANDARD_ROOTS.some((known) => root.startsWith(`${known}.`))),
]

/** Asks everything once, over one session, one command after the other. @throws DeviceUnreachable when the session ends. */
export async function recordCommands(
  profile: OltProfile,
  session: OltSession,
  take: () => string,
  { pons, onus, say }: { readonly pons: readonly string[]; readonly onus: readonly Place[]; readonly say: (text: string) => void },
): Promise<{ recorded: RecordedCommand[]; problems: string[] }> {
  const recorded: RecordedCommand[] = []
  const problems: string[] = []
  let prompt = lastLine(take())
  const { asked } = questionsOf(profile)
  const ask = async ({ key }: Question, place: string | null, params: Params): Promise<void> => {
    const named = `${key}${place === null ? '' : ` of ${place}`}`
    try {
      const { parsed, words, isWhole, ms } = await session.ask(key, { frame: '0', ...params })
      const bytes = take()
      recorded.push({ command: key, words, place, bytes: `${prompt}${bytes}` })
      prompt = lastLine(bytes)
      say(`${named}: ${parsed.kind === 'recognised' ? `${parsed.rows.length} rows` : parsed.why}${isWhole ? '' : ', not whole'}, ${Math.round(ms)} ms`)
    } catch (error) {
      if (!(error instanceof NotToBeSent)) throw error
      prompt = lastLine(take()) || prompt
      problems.push(`${named}: ${error.message}`)
    }
  }
  const isOf = (name: string) => (question: Question) => question.wants.includes(name)
  const isOfPlace = (question: Question): boolean => question.wants.some((name) => name !== 'frame')
  for (const question of asked.filter((one) => !isOfPlace(one))) await ask(question, null, {})
  // Some lists are of a whole board.
  const ofSlots = new Set([...profile.poll, ...Object.values(profile.reads).flat()].filter(({ each }) => each === 'slot').map((step) => step.command))
  for (const slot of new Set(pons.map((pon) => paramsOf(pon)['slot'] ?? '')))
    for (const question of asked.filter(({ key }) => ofSlots.has(key))) await ask(question, slot, { pon: slot, slot })
  for (const pon of pons) {
    for (const question of asked.filter((one) => isOfPlace(one) && !isOf('onu')(one) && !ofSlots.has(one.key))) await ask(question, pon, paramsOf(pon))
    for (const { onuId } of examples(onus, pon))
      for (const question of asked.filter(isOf('onu'))) await ask(question, `${pon}:${onuId}`, { ...paramsOf(pon), onu: String(onuId) })
  }
  return { recorded, problems }
}

/** Walks everything the program would ask for. What does not answer is told. */
export async function recordWalk(
  profile: OltProfile,
  session: SnmpSession,
  { deadlineMs, say }: { deadlineMs: number; say: (text: string) => void },
): Promise<RecordedWalk> {
  const deadline = AbortSignal.timeout(deadlineMs)
  const rows = new Map<string, SnmpRow>()
  const problems: string[] = []
  for (const root of rootsOf(profile)) {
    const walked = await session.walk(root, { maxRepetitions: profile.snmp?.maxRepetitions ?? 20, deadline })
    for (const row of walked.rows) rows.set(row.oid, row)
    if (!walked.complete) problems.push(`${root}: ${walked.problem ?? 'it is not all'}`)
    say(`${root}: ${walked.rows.length} values${walked.complete ? '' : ', not whole'}`)
    if (walked.error !== null && rows.size === 0) throw walked.error
  }
  return { rows: [...rows.values()], problems }
}

function examples(onus: readonly Place[], pon: string): readonly Place[] {
  const chosen = [...new Set(onus.map((onu) => onu.pon))].flatMap((one) => onus.filter((onu) => onu.pon === one).slice(0, MOST_ONUS.onPon))
  return chosen.slice(0, MOST_ONUS.inAll).filter((onu) => onu.pon === pon)
}

/** The prompt, which stands before what is typed next. */
const lastLine = (bytes: string): string => bytes.slice(bytes.lastIndexOf('\n') + 1)
