import { firstOf } from '../../parse/first-of.ts'
import { gcomSnmp } from '../../snmp/gcom.ts'
import type { OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import * as formats from './formats.ts'

const EXCERPT: Verified = { model: 'model not stated', firmware: 'nor the firmware', source: 'public excerpt' }

/** Also sold under other names. Tested with pieces of output whose model nobody stated; its log-in, modes and pager are from notes. */
export const gcom: OltProfile = {
  id: 'gcom',
  vendor: 'GCOM',
  title: 'GCOM and alike (GPON)',
  models: /\bGCOM\b/i,
  enterprises: [13_464],
  cli: {
    prompt: /^[A-Za-z0-9_.-]{1,64}(?:\([A-Za-z0-9_./-]{1,60}\))?[>#]$/,
    hasHostName: true,
    promptEnd: '(?:\\([A-Za-z0-9_./-]{1,60}\\))?[>#]',
    pager: /-{2,4} ?More ?-{2,4}|\.{0,10} ?press ENTER to next line,? ?(?:CTRL\+C|Q) to (?:stop|quit|break)(?:, ?other(?: keys?)? to next page)?\.{0,10}/i,
    pagerReply: ' ',
    logLines: [/^\s*\d{4}[-/]\d{2}[-/]\d{2} \d{2}:\d{2}:\d{2}\s/],
    login: { user: /(?:login|user ?name):\s*$/i, password: /password:\s*$/i, busy: /(?:too many|maximum|limit|full)/i },
    enable: { line: 'enable', password: /password:\s*$/i },
    setup: [],
    refusals: [/^\s*%\s?(?:unknown|invalid|ambiguous|incomplete)/i, /^\s*(?:unknown|unrecognized|incomplete|ambiguous) command/i, /^\s*Error\s*:/i],
    question: /\(y\/n\)(?:\[[yn]\])?\s*:?\s*$/i,
    eol: '\r\n',
    encoding: 'latin1',
    maxSessions: 1,
    modes: { exec: { enter: [], leave: [] }, config: { enter: ['configure terminal'], leave: ['exit'] } },
    logout: ['exit', 'exit'],
  },
  commands: {
    'ont-list': show('show ont brief interface gpon all', 'config', table(formats.list), null, {
      aliases: ['show ont brief interface gpon {pon}', 'show ont brief {place}', 'show ont brief sn string-hex {serial}', 'show ont brief'],
      timeoutMs: 60_000,
    }),
    'ont-optics-all': show('show ont optical-info interface gpon {pon}', 'config', table(formats.opticsTable), EXCERPT, { timeoutMs: 60_000 }),
    'ont-optics': show('show ont optical-info {pon}/{onu}', 'config', firstOf(page(formats.opticsPage), sentences(formats.away)), EXCERPT, {
      aliases: ['show ont optical-info {place}', 'show ont optical-info'],
    }),
    'mac-table': show('show ont mac-address-table interface gpon all', 'config', table(formats.macTable), EXCERPT, {
      aliases: ['show ont mac-address-table interface gpon {pon}', 'show ont mac-address-table {place}', 'show ont mac-address-table'],
      timeoutMs: 60_000,
    }),
  },
  pons: { by: 'rows' },
  poll: [
    { command: 'ont-list', each: 'olt', isList: true, tells: ['status', 'inventory'] },
    { command: 'ont-optics-all', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads: {
    macs: [{ command: 'mac-table', each: 'olt' }],
    onu: [
      { command: 'ont-list', each: 'olt' },
      { command: 'ont-optics', each: 'onu' },
    ],
  },
  snmp: gcomSnmp,
  writes: null,
}
