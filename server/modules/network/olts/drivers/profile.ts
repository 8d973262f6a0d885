import type { Dialect } from '../terminal/answer.ts'
import type { Read } from '../parse/first-of.ts'
import type { Kind, SnmpFamily } from '../snmp/family.ts'
import type { OltWrites } from './writes.ts'

/** On what device, with what firmware, and by which record a command is known to answer as its parser expects. */
export interface Verified {
  readonly model: string
  readonly firmware: string
  readonly source: string
}

export interface OltCommand {
  /** As it is typed; `{pon}` and the like are filled in. */
  readonly words: string
  /** Other spellings of the same, for other firmware: tried in turn when the OLT does not know the one before. */
  readonly otherWords?: readonly string[]
  /** Spellings a saved output may bear that are never sent. */
  readonly aliases?: readonly string[]
  readonly mode: string
  /** Nothing but reading may be sent to a firmware that is not known. */
  readonly access: 'read' | 'write' | 'danger'
  readonly timeoutMs?: number
  readonly read: Read
  /** Null: from a manual or from memory; nobody has shown the answer of a device. */
  readonly verified: Verified | null
}

export interface Mode {
  /** The lines that lead there from where the log-in lands, and back; of several ways to say one, the first that the OLT takes. */
  readonly enter: readonly (string | readonly string[])[]
  readonly leave: readonly string[]
}

/** How one speaks with it: data, no code. */
export interface CliDialect extends Dialect {
  readonly login: {
    readonly user: RegExp
    readonly password: RegExp
    /** Too many sessions, or locked for a while: nothing is wrong with the password. */
    readonly busy: RegExp
  }
  /** The way to the privileged prompt; null where the log-in lands there. */
  readonly enable: { readonly line: string; readonly password: RegExp } | null
  /** What the host's part of the prompt is followed by; with the name learned at log-in it is anchored to the whole line. */
  readonly promptEnd: string
  /** The name in front may be any; null where it is fixed and `prompt` is all. */
  readonly hasHostName: boolean
  readonly setup: readonly string[]
  readonly pagerReply: string
  /** A question that reading must not say yes to. */
  readonly question?: RegExp
  readonly refusals: readonly RegExp[]
  readonly eol: string
  readonly encoding: 'latin1' | 'utf8'
  readonly maxSessions: number
  readonly modes: Readonly<Record<string, Mode>>
  readonly logout: readonly string[]
  /** Words that hang this OLT; they are never sent. */
  readonly denied?: readonly RegExp[]
}

/** One command of a reading. */
export interface CliStep {
  readonly command: string
  /** Once for the OLT, or for each PON, ONU or board with PONs that is known by then, or for the board that leads. */
  readonly each: 'olt' | 'pon' | 'onu' | 'slot' | 'main'
}

/** What is asked to know every ONU, in order. */
export interface PollStep extends CliStep {
  /** A poll of one of these asks it. */
  readonly tells: readonly Kind[]
  /** Its rows say which ONUs there are; without it they only add to known ones. */
  readonly isList: boolean
}

/** What else is read on the command line. */
export type CliRead = 'unregistered' | 'macs' | 'system' | 'interfaces' | 'onu'

export interface OltProfile {
  readonly id: string
  readonly vendor: string
  readonly title: string
  /** As it calls itself in sysDescr or its version. */
  readonly models: RegExp
  /** The numbers its sysObjectID may lie under. */
  readonly enterprises: readonly number[]
  readonly cli: CliDialect
  readonly commands: Readonly<Record<string, OltCommand>>
  /** How the PONs are found: by trying one after the other, or from the rows of the first step. */
  readonly pons:
    | { readonly by: 'trying'; readonly prefix: string; readonly most: number }
    | { readonly by: 'rows' }
    | { readonly by: 'boards'; readonly command: string; readonly lines: RegExp; readonly main: RegExp }
  readonly poll: readonly PollStep[]
  /** Of one ONU (`onu`) with the fewest commands; of what is not here the command line does not tell. */
  readonly reads: Readonly<Partial<Record<CliRead, readonly CliStep[]>>>
  readonly snmp: SnmpFamily | null
  /** Null: how it is written to is not known. */
  readonly writes: OltWrites | null
}

/** What may be sent to an OLT of this model and firmware: where no command was ever seen on it, only reading. */
export function accessTo(profile: OltProfile, { model, firmware }: { model: string; firmware: string }): 'read' | 'read_write' {
  const isSeen = Object.values(profile.commands).some(
    ({ verified, access }) => access !== 'read' && verified !== null && verified.firmware === firmware && verified.model === model,
  )
  return isSeen ? 'read_write' : 'read'
}
