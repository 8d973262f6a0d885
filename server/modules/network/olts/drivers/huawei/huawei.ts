import type { Read } from '../../parse/first-of.ts'
import { firstOf } from '../../parse/first-of.ts'
import { joined, withPage } from '../../parse/joined.ts'
import type { Cell } from '../../parse/reading.ts'
import { huaweiSnmp } from '../../snmp/huawei.ts'
import type { OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import * as formats from './formats.ts'
import * as pages from './pages.ts'
import { huaweiWrites } from './writes.ts'

const NTC: Verified = { model: 'MA5608T, MA5800', firmware: 'not stated', source: 'ntc-templates @d0bc5a480fe9, recorded samples' }

/** The page of one ONT, with the lists in it that are no labels. */
const ontDetail: Read = (answer) => {
  const found = page(pages.ontDetail)(answer)
  if (found.kind === 'unrecognised') return found
  const parts = sentences(pages.ontDetailParts)(answer)
  const rows = parts.kind === 'recognised' ? parts.rows : []
  const tconts = rows.flatMap(({ tcont }) => (typeof tcont === 'number' ? [String(tcont)] : []))
  const ports: Record<string, Cell> = Object.fromEntries(
    rows.flatMap(({ kind, number }) => (typeof kind === 'string' ? [[`${kind}Ports`, number ?? null]] : [])),
  )
  return { ...found, rows: found.rows.map((row) => ({ ...row, ...ports, tconts })) }
}

/** Two tables: states, then descriptions. */
const ontList = joined(table(formats.ontInfo), table(formats.ontDescriptions), ['pon', 'onuId'])

const config = { enter: ['config'], leave: ['quit'] }

/** Tested with recorded samples of the SmartAX line; no session of a live device, and no walk of its ONTs, was at hand. */
export const huawei: OltProfile = {
  id: 'huawei',
  vendor: 'Huawei',
  title: 'Huawei MA56xx and MA58xx (GPON)',
  models: /\b(?:MA5[68]\d\d|EA58\d\d|SmartAX)/i,
  enterprises: [2011],
  cli: {
    prompt: /^[A-Za-z0-9_.-]{1,64}(?:\([A-Za-z0-9_./-]{1,60}\))?[>#]$/,
    hasHostName: true,
    promptEnd: '(?:\\([A-Za-z0-9_./-]{1,60}\\))?[>#]',
    pager: /-{4} ?More[^-]{0,40}-{4}/i,
    pagerReply: ' ',
    // Alarms and events are written into whatever is on the way.
    logLines: [/^\s*!\s?(?:RUNNING|FAULT|RECOVERY|EVENT|ALARM)/i, /^\s*(?:ALARM NAME|PARAMETERS|DESCRIPTION|CAUSE|ADVICE)\s+:/],
    noise: [/please wait/i, /press CTRL_C/i, /^\s*Command:\s*$/i, /Are you sure to query/i],
    logBlock: { begins: /^\s*ALARM NAME\s*:/, ends: /^\s*-+ ?END\s*$/i },
    login: {
      user: /user ?name:\s*$/i,
      password: /(?:user )?password:\s*$/i,
      busy: /(?:reenter times have reached the upper limit|maximum|too many)/i,
    },
    enable: { line: 'enable', password: /password:\s*$/i },
    setup: ['undo smart', 'undo interactive', 'scroll 512'],
    wantsEnter: /\{[^{}]*<cr>[^{}]*\}:\s*$/,
    question: /\(y\/n\)(?:\[[yn]\])?\s*:\s*$/i,
    refusals: [/^\s*%\s?(?:unknown|incomplete|parameter error|too many)/i, /^\s*Failure\s*:/i, /^\s*\^\s*$/],
    eol: '\r\n',
    encoding: 'latin1',
    maxSessions: 1,
    modes: {
      exec: { enter: [], leave: [] },
      config,
      gpon: { enter: ['config', 'interface gpon {slot}'], leave: ['quit', 'quit'] },
    },
    logout: ['quit', 'quit'],
  },
  commands: {
    'ont-summary': show('display ont info summary {pon}', 'config', joined(table(formats.summaryStates), table(formats.summaryOptics), ['pon', 'onuId']), NTC, {
      timeoutMs: 120_000,
    }),
    'ont-info': show('display ont info {pon} all', 'config', firstOf(ontList, ontDetail), NTC, {
      aliases: ['display ont info 0', 'display ont info 0 all'],
      timeoutMs: 120_000,
    }),
    'ont-detail': show('display ont info {pon} {onu}', 'config', firstOf(ontDetail, ontList), NTC, { aliases: ['display ont info by-sn {serial}'] }),
    'ont-optics-all': show('display ont optical-info {port} all', 'gpon', table(formats.optics), NTC, { timeoutMs: 120_000 }),
    'ont-optics': show('display ont optical-info {port} {onu}', 'gpon', page(pages.ontOptics), null),
    'ont-autofind': show('display ont autofind all', 'config', page(pages.autofind), NTC, { aliases: ['display ont autofind'] }),
    'ont-capability': show('display ont capability {port} all', 'gpon', page(pages.capability), NTC, { aliases: ['display ont capability all'] }),
    'ont-gemport': show('display ont gemport {port} ontid {onu}', 'gpon', table(formats.gemPorts), NTC),
    'ont-ports': show('display ont port state {port} {onu} eth-port all', 'gpon', table(formats.portStates), NTC, {
      aliases: ['display ont port state {port} {onu} eth-port'],
    }),
    'ont-port-vlan': show(
      'display ont port vlan {port} {onu} byport eth {eth}',
      'gpon',
      withPage(table(formats.portVlans), page(pages.portVlanDefaults)),
      NTC,
      {
        otherWords: ['display ont port vlan {port} {onu} byvlan {vlan}'],
      },
    ),
    'ont-snmp-profiles': show('display ont snmp-profile {port} all', 'gpon', table(formats.snmpProfiles), NTC),
    'ont-versions': show('display ont version summary {slot}', 'config', table(formats.versions), NTC),
    'ont-wan': show('display ont wan-info {pon} {onu}', 'config', page(pages.wanInfo), NTC),
    'ont-wlan': show('display ont wlan-info {pon} {onu}', 'config', page(pages.wlanInfo), NTC),
    'ont-wlan-status': show('display ont wlan-status {port} {onu}', 'gpon', page(pages.wlanStatus), NTC),
    'ont-location': show('display location {mac} ont', 'config', table(formats.macOfOnt), NTC),
    'ont-macs': show('display mac-address ont {pon} {onu}', 'config', table(formats.macOfOnt), NTC),
    'mac-table': show('display mac-address all', 'config', firstOf(table(formats.macTable), table(formats.macOfOnt)), NTC, {
      aliases: ['display mac-address'],
      timeoutMs: 120_000,
    }),
    'mac-location': show('display location {mac}', 'config', firstOf(table(formats.macTable), table(formats.macOfOnt)), NTC, {
      aliases: ['display location'],
    }),
    'line-profiles': show('display ont-lineprofile gpon all', 'config', table(formats.profiles), NTC),
    'service-profiles': show('display ont-srvprofile gpon all', 'config', table(formats.profiles), NTC),
    'service-ports': show('display service-port all', 'config', table(formats.servicePorts), NTC, { timeoutMs: 120_000 }),
    'port-info': show('display port info {port}', 'gpon', page(pages.portInfo), NTC, { aliases: ['display port info'] }),
    boards: show('display board {frame}', 'exec', table(formats.boards), NTC, { aliases: ['display board'] }),
    'board-serials': show('display board serial-number {frame}', 'exec', table(formats.boardSerials), NTC, { aliases: ['display board serial-number'] }),
    services: show('display sysman service state', 'config', table(formats.services), NTC),
    cpu: show('display cpu {slot}', 'exec', sentences(pages.cpu), NTC, { aliases: ['display cpu'] }),
    memory: show('display mem {slot}', 'exec', sentences(pages.memory), NTC, { aliases: ['display mem'] }),
    temperature: show('display temperature', 'exec', sentences(pages.temperature), NTC),
    uptime: show('display sysuptime', 'exec', sentences(pages.uptime), NTC),
    version: show('display version', 'exec', page(pages.version), NTC),
    // What two writes answer; they are read here and sent by nobody yet.
    'ont-added': { ...show('ont add', 'gpon', sentences(pages.ontAdded), NTC), access: 'write' },
    'port-vlan-set': { ...show('port vlan', 'gpon', sentences(pages.portVlanSet), NTC), access: 'write' },
  },
  pons: { by: 'boards', command: 'boards', lines: /GP|EP|XG|XEP|CGHF|GPHF/i, main: /MPL|SCU|MCU/i },
  poll: [
    { command: 'ont-summary', each: 'slot', isList: true, tells: ['status', 'inventory'] },
    { command: 'ont-optics-all', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads: {
    unregistered: [{ command: 'ont-autofind', each: 'olt' }],
    macs: [{ command: 'mac-table', each: 'olt' }],
    system: [
      { command: 'version', each: 'olt' },
      { command: 'uptime', each: 'olt' },
      { command: 'temperature', each: 'olt' },
      { command: 'cpu', each: 'main' },
      { command: 'memory', each: 'main' },
    ],
    onu: [
      { command: 'ont-detail', each: 'onu' },
      { command: 'ont-optics', each: 'onu' },
    ],
  },
  snmp: huaweiSnmp,
  writes: huaweiWrites,
}
