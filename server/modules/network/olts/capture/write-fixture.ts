import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SnmpRow } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { parseSaved } from '../parse-output.ts'
import type { Parsed } from '../parse/reading.ts'
import { readWalk } from '../snmp/read-walk.ts'
import type { RecordedCommand, RecordedWalk } from './record.ts'
import { Scrubber } from './scrub.ts'

export interface Captured {
  readonly profile: OltProfile
  readonly model: string | null
  readonly firmware: string | null
  readonly date: string
  readonly commands: readonly RecordedCommand[]
  readonly walk: RecordedWalk | null
  /** Users, passwords, communities, addresses: whatever was needed to reach it. */
  readonly secrets: readonly string[]
  readonly problems: readonly string[]
}

interface FixtureFile {
  readonly file: string
  readonly command: string
  readonly words: string
  readonly place: string | null
  readonly parsed: { readonly kind: string; readonly rows: number; readonly complete: boolean; readonly why: string | null }
}

export interface Written {
  readonly files: readonly FixtureFile[]
  /** Answers that are not written, and why. */
  readonly left: readonly string[]
}

/** Writes a folder of what was captured, without anything that tells whose it is. An answer in which something would still stand is left out. */
export async function writeFixture(folder: string, captured: Captured): Promise<Written> {
  const { profile, commands, walk } = captured
  const scrubber = new Scrubber(profile, captured.secrets)
  for (const recorded of commands) {
    scrubber.know(hostIn(recorded.bytes))
    scrubber.learn(parsedOf(profile, recorded.command, recorded.bytes))
  }
  if (walk !== null) scrubber.learnWalk(walk.rows)
  await mkdir(folder, { recursive: true })
  const files: FixtureFile[] = []
  const left: string[] = []
  for (const [index, { command, words, place, bytes }] of commands.entries()) {
    const text = scrubber.text(bytes)
    const named = `${command}${place === null ? '' : ` of ${place}`}`
    if (scrubber.leaksIn(text)) {
      left.push(`${named}: something private would still stand in it`)
      continue
    }
    const parsed = parsedOf(profile, command, text)
    if (shapeOf(parsed) !== shapeOf(parsedOf(profile, command, bytes))) left.push(`${named}: it is written, but reads otherwise without its names`)
    const file = `${String(index + 1).padStart(3, '0')}-${command}${place === null ? '' : `-${place.replace(/[^\d]+/g, '_')}`}.txt`
    await writeFile(join(folder, file), text, 'latin1')
    files.push({ file, command, words: scrubber.text(words), place, parsed: summaryOf(parsed) })
  }
  if (walk !== null) {
    const rows = walk.rows.map((row) => ({ oid: row.oid, value: scrubber.value(row) }))
    await writeFile(join(folder, 'walk.snmprec'), `${rows.map(lineOf).join('\n')}\n`, 'latin1')
    const onus = profile.snmp === null ? 0 : readWalk(profile.snmp, rows).onus.length
    files.push({
      file: 'walk.snmprec',
      command: 'snmp',
      words: 'snmp',
      place: null,
      parsed: { kind: 'recognised', rows: onus, complete: walk.problems.length === 0, why: null },
    })
  }
  const manifest = {
    profile: profile.id,
    model: captured.model,
    firmware: captured.firmware,
    date: captured.date,
    files,
    problems: [...captured.problems, ...(walk?.problems ?? []), ...left].map((problem) => scrubber.text(problem)),
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return { files, left }
}

function parsedOf(profile: OltProfile, command: string, bytes: string): Parsed {
  const found = profile.commands[command]
  return found === undefined ? { kind: 'unrecognised', why: 'nothing', sample: '' } : parseSaved(profile, found, bytes)
}

const summaryOf = (parsed: Parsed): FixtureFile['parsed'] =>
  parsed.kind === 'recognised'
    ? { kind: parsed.kind, rows: parsed.rows.length, complete: parsed.complete, why: null }
    : { kind: parsed.kind, rows: 0, complete: false, why: parsed.why }

/** What must be the same with invented names: how many there are, and every number and state. */
const shapeOf = (parsed: Parsed): string =>
  parsed.kind === 'unrecognised'
    ? parsed.why
    : JSON.stringify(
        parsed.rows.map((row) =>
          Object.entries(row).map(([name, value]) => (typeof value !== 'string' || name === 'state' || name === 'phase' ? [name, value] : name)),
        ),
      )

/** The OLT's own name, from its prompt. */
const hostIn = (bytes: string): string => /^\s*([A-Za-z0-9_.|-]{2,64})(?:\([^()\r\n]{1,60}\)|_config[^\s#>]{0,40})?[>#]/.exec(bytes)?.[1] ?? ''

const TIME_TICKS = '1.3.6.1.2.1.1.3.0'

/** A row as records of walks have it: number of its type, value. */
function lineOf({ oid, value }: SnmpRow): string {
  if (typeof value === 'bigint') return `${oid}|70|${value}`
  if (typeof value === 'number') return `${oid}|${oid === TIME_TICKS ? 67 : 2}|${value}`
  if (Buffer.isBuffer(value))
    return value.some((byte) => byte < 0x20 || byte > 0x7e) ? `${oid}|4x|${value.toString('hex')}` : `${oid}|4|${value.toString('latin1')}`
  const parts = value.split('.').map(Number)
  return parts.length === 4 && parts.every((part) => part <= 255) ? `${oid}|64x|${Buffer.from(parts).toString('hex')}` : `${oid}|6|${value}`
}
