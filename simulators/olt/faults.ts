/** What may go wrong; all of it can be changed while the OLT runs. */
export interface Faults {
  /** How long a command waits before it answers. */
  latencyMs: number
  /** A command that matches never comes back; the session stays until it is dropped or interrupted. */
  hangs: RegExp | null
  /** Not even an interruption helps a command that hangs. */
  isDeaf: boolean
  /** After so many lines of an answer nothing more comes, not even a prompt. */
  stopsAfterLines: number | null
  /** The session is dropped after so many lines of an answer. */
  dropsAfterLines: number | null
  maxSessions: number | null
  /** Log lines are written between the lines of an answer. */
  writesLogs: boolean
  /** Answers go out in pieces of so many characters. */
  pieces: number | null
  /** What is typed as a password is shown, and said again when it is wrong. */
  echoesPasswords: boolean
  /** Nothing is said until a key is pressed. */
  isShy: boolean
  /** Descriptions hold bytes that are no text. */
  hasOddCharacters: boolean
  /** It says that a write is done, and nothing has changed. */
  ignoresWrites: boolean
  /** A write that matches is refused in the maker's words. */
  refusesWrites: RegExp | null
  /** SNMP is not answered at all. */
  isSnmpSilent: boolean
  /** SNMP says that it has come to an end after so many rows of a walk, as if that were all. */
  snmpEndsAfter: number | null
  /** SNMP repeats a row instead of going on. */
  snmpGoesRound: boolean
}

export const noFaults = (): Faults => ({
  latencyMs: 0,
  hangs: null,
  isDeaf: false,
  stopsAfterLines: null,
  dropsAfterLines: null,
  maxSessions: null,
  writesLogs: false,
  pieces: null,
  echoesPasswords: false,
  isShy: false,
  hasOddCharacters: false,
  ignoresWrites: false,
  refusesWrites: null,
  isSnmpSilent: false,
  snmpEndsAfter: null,
  snmpGoesRound: false,
})
