import { firstOf } from '../../parse/first-of.ts'
import type { Read } from '../../parse/first-of.ts'
import { zteC300Snmp, zteC600Snmp } from '../../snmp/zte.ts'
import type { CliDialect, OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import * as formats from './formats.ts'
import { zteC300Writes, zteC600Writes, zteModes } from './writes.ts'

const C320: Verified = { model: 'C320', firmware: 'not stated', source: 'public notes of a provider, recorded output' }
const C320_KUSUMA: Verified = { model: 'C320', firmware: 'V2.1.0', source: 'KusumaVisionNMS @cc91501, live' }
const C600: Verified = { model: 'C600', firmware: 'V1.2.2', source: 'KusumaVisionNMS @cc91501, live' }

/** The page of one ONU, with when and why it last went down. */
const detail: Read = (answer) => {
  const found = page(formats.detail)(answer)
  if (found.kind === 'unrecognised') return found
  const past = sentences(formats.history)(answer)
  const entries = past.kind === 'recognised' ? past.rows.filter(({ lastUpAt }) => lastUpAt !== null) : []
  const ended = entries.findLast(({ lastDownAt }) => lastDownAt !== null)
  const last = { lastUpAt: entries.at(-1)?.['lastUpAt'] ?? null, lastDownAt: ended?.['lastDownAt'] ?? null, lastDownCause: ended?.['lastDownCause'] ?? null }
  return { ...found, rows: found.rows.map((row) => ({ ...row, ...last, ...(ended?.['rawCause'] === undefined ? {} : { rawCause: ended['rawCause'] }) })) }
}

const cliOf = (olt: string, onu: string): CliDialect => ({
  prompt: /^[A-Za-z0-9_.-]{1,64}(?:\([A-Za-z0-9_.:/ -]{1,60}\))?[>#]$/,
  hasHostName: true,
  promptEnd: '(?:\\([A-Za-z0-9_.:/ -]{1,60}\\))?[>#]',
  pager: /-{2} ?More ?-{2}/i,
  pagerReply: ' ',
  logLines: [/^\s*%[A-Z0-9_]+-\d-[A-Z0-9_]+/, /^\s*An? (?:alarm|notification) \d+ .*(?:level|occurred|cleared)/i],
  login: {
    user: /(?:username|login):\s*$/i,
    password: /password:\s*$/i,
    busy: /(?:too many|maximum|exceed|lock)/i,
  },
  // The log-in lands at the privileged prompt; "enable" would ask for a password and count the failures.
  enable: null,
  setup: ['terminal length 0'],
  refusals: [/^\s*%\s?(?:Error|Code)\s+\d+/i, /^\s*%\s?(?:invalid|incomplete|unknown|ambiguous)/i],
  question: /\(yes\/no\)[^:]{0,20}:\s*$|\[yes\/no\]\s*:?\s*$/i,
  eol: '\r\n',
  encoding: 'latin1',
  maxSessions: 1,
  modes: { exec: { enter: [], leave: [] }, config: { enter: ['configure terminal'], leave: ['exit'] }, ...zteModes(olt, onu) },
  logout: ['exit'],
})

const commandsOf = (olt: string, onu: string, verified: Verified | null): OltProfile['commands'] => ({
  'onu-state': show('show gpon onu state', 'exec', table(formats.onuState), verified, { otherWords: [`show gpon onu state ${olt}{pon}`], timeoutMs: 60_000 }),
  'onu-base': show(`show gpon onu baseinfo ${olt}{pon}`, 'exec', table(formats.baseInfo), null),
  'onu-rx': show(`show pon power onu-rx ${olt}{pon}`, 'exec', table(formats.power('rxDbm')), verified, { timeoutMs: 60_000 }),
  'onu-tx': show(`show pon power onu-tx ${olt}{pon}`, 'exec', table(formats.power('txDbm')), verified, { timeoutMs: 60_000 }),
  'olt-rx': show(`show pon power olt-rx ${olt}{pon}`, 'exec', table(formats.power('oltRxDbm')), null, { timeoutMs: 60_000 }),
  'onu-attenuation': show(`show pon power attenuation ${onu}{pon}:{onu}`, 'exec', sentences(formats.attenuation), verified),
  'onu-detail': show(`show gpon onu detail-info ${onu}{pon}:{onu}`, 'exec', detail, verified === null ? null : C600),
  'onu-uncfg': show(
    'show gpon onu uncfg',
    'exec',
    firstOf(table(formats.unconfigured), table(formats.unconfiguredByPort)),
    verified === null ? null : C320_KUSUMA,
    {
      otherWords: ['show pon onu uncfg', `show gpon onu uncfg ${olt}{pon}`],
    },
  ),
  'onu-mac': show(`show mac gpon onu ${onu}{pon}:{onu}`, 'exec', table(formats.macTable), verified, {
    otherWords: [`show mac gpon olt ${olt}{pon}`, 'show mac'],
  }),
  cards: show('show card', 'exec', table(formats.cards), C600),
})

const poll: OltProfile['poll'] = [
  { command: 'onu-state', each: 'olt', isList: true, tells: ['status'] },
  { command: 'onu-base', each: 'pon', isList: false, tells: ['inventory'] },
  { command: 'onu-rx', each: 'pon', isList: false, tells: ['optics'] },
]
const reads: OltProfile['reads'] = {
  unregistered: [{ command: 'onu-uncfg', each: 'olt' }],
  macs: [{ command: 'onu-mac', each: 'pon' }],
  onu: [
    { command: 'onu-detail', each: 'onu' },
    { command: 'onu-attenuation', each: 'onu' },
  ],
}

/** Tested with recorded output of C320; `%Error` numbers and the silent `write` are from live notes. */
export const zteC300: OltProfile = {
  id: 'zte-c300',
  vendor: 'ZTE',
  title: 'ZTE ZXA10 C300 and C320 (GPON)',
  models: /\bC3[02]0\b/i,
  enterprises: [3902],
  cli: cliOf('gpon-olt_', 'gpon-onu_'),
  commands: commandsOf('gpon-olt_', 'gpon-onu_', C320),
  pons: { by: 'rows' },
  poll,
  reads,
  snmp: zteC300Snmp,
  writes: zteC300Writes,
}

/** Tested with `show card` and a page of one ONU; other names of interfaces, and in SNMP other numbers for the phases, than a C300. */
export const zteC600: OltProfile = {
  id: 'zte-c600',
  vendor: 'ZTE',
  title: 'ZTE ZXA10 C600 and C620 (GPON)',
  models: /\bC6[02]0\b/i,
  enterprises: [3902],
  cli: cliOf('gpon_olt-', 'gpon_onu-'),
  commands: {
    ...commandsOf('gpon_olt-', 'gpon_onu-', null),
    'onu-detail': show('show gpon onu detail-info gpon_onu-{pon}:{onu}', 'exec', detail, C600),
    'onu-uncfg': show('show pon onu uncfg', 'exec', firstOf(table(formats.unconfiguredByPort), table(formats.unconfigured)), null, {
      otherWords: ['show gpon onu uncfg'],
    }),
  },
  pons: { by: 'rows' },
  poll,
  reads,
  snmp: zteC600Snmp,
  writes: zteC600Writes,
}
