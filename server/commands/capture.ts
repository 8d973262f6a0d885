import { systemClock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import {
  findProfile,
  olts,
  openOltSession,
  pollOnus,
  questionsOf,
  readSystem,
  recordCommands,
  recordWalk,
  rootsOf,
  tapped,
  writeFixture,
} from '../modules/network/olts/index.ts'
import type { OltLines, OltProfile, OltSession } from '../modules/network/olts/index.ts'
import type { Command, CommandEnv } from './command.ts'
import { CommandFailed } from './command.ts'
import { EXIT, TARGET_OPTIONS, TARGET_USAGE, exitCodeOf, openSnmpOf, openWire, parseOptions, readEnablePassword, readTarget, wrong } from './olt-target.ts'
import type { OltTarget } from './olt-target.ts'

const OPTIONS = { ...TARGET_OPTIONS, profile: { type: 'string' }, into: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

export const command: Command = {
  name: 'capture',
  summary:
    'records what an OLT says, without whose it is, so that its dialect can be tested; it only reads. Exit code 0 done, 2 not all of it, 3 no connection, 4 no answer in time',
  usage: `capture --profile PROFILE ${TARGET_USAGE} --into FOLDER [--dry-run]`,
  async run(args, env) {
    const values = parseOptions(args, OPTIONS)
    const profile = findProfile(values.profile ?? '')
    if (profile === null) throw wrong(`Name the profile with --profile; there are ${olts.map(({ id }) => id).join(', ')}`)
    const target = readTarget(values, { allowsBoth: true })
    if (values['dry-run'] === true) return listQuestions(profile, target, env)
    if (values.into === undefined) throw wrong('Name the folder to write with --into FOLDER')
    try {
      await capture(profile, target, values.into, env)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      env.say(error.message)
      throw new CommandFailed(error.message, exitCodeOf(error))
    }
  },
}

/** What would be asked, and nothing is. */
function listQuestions(profile: OltProfile, { cli, snmp, pons }: OltTarget, { out }: CommandEnv): void {
  const { asked, left } = questionsOf(profile)
  if (cli !== null) {
    out(`On the command line, of ${pons === null ? 'each PON there is' : pons.join(', ')} and a few ONUs on it:`)
    for (const {
      key,
      command: { words, mode },
    } of asked)
      out(`  ${key.padEnd(18)} ${mode.padEnd(10)} ${words}`)
    for (const words of left) out(`  not asked, for it wants to know more: ${words}`)
  }
  if (snmp !== null) {
    out('By SNMP, walked:')
    for (const root of rootsOf(profile)) out(`  ${root}`)
  }
}

async function capture(profile: OltProfile, target: OltTarget, folder: string, { out, say, secret }: CommandEnv): Promise<void> {
  const password = target.wantsPassword ? await secret() : ''
  const enablePassword = await readEnablePassword(target.enablePasswordFile)
  const wire = await openWire(profile, target, password)
  const tap = wire === null ? null : tapped(wire)
  const session: OltSession | null =
    tap === null || target.cli === null ? null : await openOltSession(profile, tap.wire, { user: target.cli.user, password, enablePassword })
  const snmp = openSnmpOf(target, password)
  try {
    const lines: OltLines = { snmp, cli: session === null ? null : async (work) => await work(session) }
    const options = { pons: target.pons, clock: systemClock, deadlineMs: target.deadlineMs }
    const {
      rows: [system],
      problems,
    } = await readSystem(profile, lines, options).catch(asNothing)
    const walk = snmp === null ? null : await recordWalk(profile, snmp, { deadlineMs: target.deadlineMs, say })
    const found = session === null ? null : await pollOnus(profile, lines, { ...options, what: 'status' })
    const told =
      session === null || tap === null
        ? { recorded: [], problems: [] }
        : await recordCommands(profile, session, tap.take, { pons: target.pons ?? found?.pons ?? [], onus: found?.observations ?? [], say })
    const written = await writeFixture(folder, {
      profile,
      model: system?.model ?? null,
      firmware: system?.firmware ?? null,
      date: systemClock.now().toString().slice(0, 10),
      commands: told.recorded,
      walk,
      secrets: [
        password,
        enablePassword ?? '',
        target.cli?.user ?? '',
        target.host,
        ...(target.snmp?.credentials.version === '2c' ? [target.snmp.credentials.community] : []),
      ],
      problems: [...problems, ...(found?.problems ?? []), ...told.problems],
    })
    for (const why of written.left) say(why)
    out(`${written.files.length} files in ${folder}; look through them before you send them`)
    if (written.left.length > 0 || (walk?.problems.length ?? 0) > 0) throw new CommandFailed('Not all of it was captured', EXIT.incomplete)
  } finally {
    await session?.close()
    snmp?.close()
  }
}

/** What the OLT says of itself is not needed for the rest. */
function asNothing(error: unknown): { rows: readonly never[]; problems: readonly string[] } {
  if (error instanceof AppError) return { rows: [], problems: [error.message] }
  throw error
}
