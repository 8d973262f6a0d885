import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CAPABILITIES, capabilitiesOf, findCommand, findProfile, olts, parseSaved, readRecord, readSnmprec } from '../modules/network/olts/index.ts'
import type { OltProfile } from '../modules/network/olts/index.ts'
import type { Command, CommandEnv } from './command.ts'
import { BadUsage, CommandFailed } from './command.ts'
import { detect, pollOnce } from './olt-poll.ts'
import { TARGET_USAGE } from './olt-target.ts'

/** 2 means "not recognised" here, so a wrong argument has the code that sysexits.h gives it. */
const EXIT = { unrecognised: 2, usage: 64, noInput: 66 } as const

export const command: Command = {
  name: 'olt',
  summary:
    'reads saved output of an OLT as the program does, or polls an OLT once; exit code 0 done, 2 not recognised or not all, 3 no connection, 4 no answer in time',
  usage:
    'olt profiles [--json]\n' +
    'olt parse --profile PROFILE --command "show onu state" FILE\n' +
    'olt parse --profile PROFILE --command snmp FILE.snmprec\n' +
    'olt detect --address HOST --community COMMUNITY [--snmp-port 161] [--json]\n' +
    `olt poll --profile PROFILE ${TARGET_USAGE} [--what ${CAPABILITIES.filter((what) => what !== 'onu').join('|')}] [--onu 0/1:5] [--json]`,
  async run([verb, ...args], env) {
    if (verb === 'profiles') return listProfiles(args, env)
    if (verb === 'parse') return await parseFile(args, env)
    if (verb === 'detect') return await detect(args, env)
    if (verb === 'poll') return await pollOnce(args, env, profileOf)
    throw wrong(verb === undefined ? 'olt wants a verb: profiles, parse, detect, poll' : `olt knows no "${verb}"; it knows profiles, parse, detect, poll`)
  },
}

const wrong = (message: string): BadUsage => new BadUsage(message, EXIT.usage)

function listProfiles(args: readonly string[], { out }: CommandEnv): void {
  const { values } = parsed(() => parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }))
  const told = olts
    .map((profile) => ({ ...profile, capabilities: capabilitiesOf(profile) }))
    .map(({ id, vendor, title, capabilities, commands, snmp }) => ({
      id,
      vendor,
      title,
      capabilities,
      snmp: snmp === null ? null : { verified: snmp.verified },
      commands: Object.entries(commands).map(([key, { words, otherWords = [], mode, access, verified }]) => ({
        key,
        words,
        other_words: otherWords,
        mode,
        access,
        verified,
      })),
    }))
  if (values.json === true) return out(JSON.stringify(told, null, 2))
  for (const { id, title, capabilities, commands, snmp } of told) {
    out(`${id}  ${title}`)
    for (const [what, ways] of Object.entries(capabilities)) out(`  ${`read ${what}`.padEnd(18)} ${ways.length === 0 ? 'not known how' : ways.join(', else ')}`)
    for (const { key, words, verified } of commands)
      out(`  ${key.padEnd(18)} ${words.padEnd(58)} ${verified === null ? 'unverified' : `${verified.model} ${verified.firmware}; ${verified.source}`}`)
    out(`  ${'snmp'.padEnd(18)} ${snmp === null ? 'not known' : (snmp.verified ?? 'unverified')}`)
  }
}

async function parseFile(args: readonly string[], { out }: CommandEnv): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { profile: { type: 'string' }, command: { type: 'string' } } }),
  )
  const profile = profileOf(values.profile)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw wrong('Name one file')
  if (values.command === undefined) throw wrong('Name the command that was given with --command')
  const text = await readFile(path, 'latin1').catch((error: unknown) => {
    throw new BadUsage(`${path} cannot be read: ${(error as Error).message}`, EXIT.noInput)
  })
  if (values.command === 'snmp') return parseWalk(profile, text, out)
  const found = findCommand(profile, values.command)
  if (found === null) throw wrong(`${profile.id} has no command "${values.command}"; "olt profiles" lists them`)
  const result = parseSaved(profile, found.command, text)
  out(JSON.stringify({ profile: profile.id, command: found.key, ...result }, null, 2))
  if (result.kind === 'unrecognised') throw new CommandFailed('unrecognised', EXIT.unrecognised)
}

function parseWalk(profile: OltProfile, text: string, out: (line: string) => void): void {
  const readings = readRecord(profile, readSnmprec(text))
  const isRecognised = readings.onus.length + readings.pons.length + readings.interfaces.length + Object.keys(readings.system).length > 0
  // A record does not tell whether the walk came to its end.
  out(JSON.stringify({ profile: profile.id, command: 'snmp', kind: isRecognised ? 'recognised' : 'unrecognised', complete: false, ...readings }, null, 2))
  if (!isRecognised) throw new CommandFailed('unrecognised', EXIT.unrecognised)
}

function profileOf(id: string | undefined): OltProfile {
  if (id === undefined) throw wrong('Name the profile with --profile; "olt profiles" lists them')
  const profile = findProfile(id)
  if (profile === null) throw wrong(`There is no profile "${id}"; there are ${olts.map((other) => other.id).join(', ')}`)
  return profile
}

function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw wrong((error as Error).message)
  }
}
