import { standardSnmp } from '../../snmp/standard.ts'
import type { OltProfile } from '../profile.ts'

/** An OLT of no family that is known: what every device says of itself and its ports, read only. Its command line is for people. */
export const other: OltProfile = {
  id: 'other',
  vendor: '',
  title: 'Another OLT (itself and its ports by SNMP, read only)',
  // It is suggested to nobody; a person chooses it.
  models: /(?!)/,
  enterprises: [],
  cli: {
    prompt: /^[A-Za-z0-9_.:@~|\\/-]{1,64}(?:\([A-Za-z0-9_./-]{1,60}\))?[>#$]$/,
    hasHostName: true,
    promptEnd: '(?:\\([A-Za-z0-9_./-]{1,60}\\))?[>#$]',
    pager: /-{2,4} ?More ?(?:\([^)]{0,40}\))? ?-{2,4}/i,
    pagerReply: ' ',
    logLines: [],
    login: { user: /(?:login|user ?name|user):\s*$/i, password: /password:\s*$/i, busy: /(?:too many|maximum|limit|full)/i },
    enable: null,
    setup: [],
    refusals: [/^\s*%/, /^\s*(?:unknown|invalid|incomplete|ambiguous)\b/i, /^\s*Error\b/i],
    question: /\(y\/n\)(?:\[[yn]\])?\s*:?\s*$/i,
    eol: '\r\n',
    encoding: 'latin1',
    maxSessions: 1,
    modes: { exec: { enter: [], leave: [] } },
    logout: ['exit'],
  },
  commands: {},
  pons: { by: 'rows' },
  poll: [],
  reads: {},
  snmp: standardSnmp,
  writes: null,
}
