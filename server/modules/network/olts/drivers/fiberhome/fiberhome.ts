import { firstOf } from '../../parse/first-of.ts'
import { fiberhomeSnmp } from '../../snmp/fiberhome.ts'
import type { OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import * as formats from './formats.ts'

const AN5516: Verified = { model: 'AN5516-01, AN5516-06', firmware: 'RP1000', source: 'public records of several providers' }

/** Tested with pieces of recorded output of AN5516; a menu tree instead of modes. */
export const fiberhome: OltProfile = {
  id: 'fiberhome',
  vendor: 'Fiberhome',
  title: 'Fiberhome AN5516 (GPON)',
  models: /\bAN5\d16/i,
  enterprises: [5875],
  cli: {
    prompt: /^[A-Za-z0-9_]{2,20}(?:\\[a-z0-9_]{1,30})*(?:\([a-z0-9_/-]{1,40}\))?[>#]$/i,
    done: /^Command executes? success/i,
    hasHostName: false,
    promptEnd: '',
    pager: /-{2,} ?(?:Press any key to continue|More)[^-]{0,60}-{2,}|Press any key to continue[^\n]{0,40}/i,
    pagerReply: ' ',
    logLines: [/^\s*\[\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\]/],
    login: { user: /login:\s*$/i, password: /password:\s*$/i, busy: /(?:too many|maximum|full)/i },
    enable: { line: 'EN', password: /password:\s*$/i },
    setup: ['cd service', 'terminal length 0', 'cd ..'],
    refusals: [/^\s*%\s?(?:command incomplete|unknown|invalid|ambiguous)/i, /^\s*\[ ?ERR/i, /^\s*unknown command/i, /can ?not find the dir/i],
    eol: '\r\n',
    encoding: 'latin1',
    maxSessions: 1,
    modes: {
      exec: { enter: [], leave: [] },
      onu: { enter: [['cd gpononu', 'cd onu']], leave: ['cd ..'] },
      line: { enter: [['cd gponline', 'cd card']], leave: ['cd ..'] },
    },
    logout: ['quit', 'quit'],
  },
  commands: {
    authorization: show('show authorization slot all link all', 'onu', table(formats.authorization), AN5516, {
      otherWords: ['show authorization slot all pon all', 'show authorization slot {slot} link {port}', 'show authorization slot {slot} pon {port}'],
      aliases: ['show authorization', 'show authorization {place}'],
      timeoutMs: 60_000,
    }),
    online: show('show online slot {slot} link {port}', 'onu', table(formats.online), null, {
      otherWords: ['show online slot {slot} pon {port}', 'show online slot all pon all'],
    }),
    discovery: show('show unauth_discovery', 'onu', table(formats.discovery), AN5516, {
      otherWords: ['show discovery slot all link all', 'show discovery slot all pon all', 'show unauthlist'],
      aliases: ['show discovery', 'show discovery {place}'],
      timeoutMs: 60_000,
    }),
    'onu-optics': show('show optic_module slot {slot} link {port} onu {onu}', 'onu', firstOf(page(formats.onuOptics), table(formats.opticsTable)), AN5516, {
      aliases: ['show onu optical-info'],
    }),
    'pon-optics': show('show optic_module_para slot {slot} pon {port}', 'line', page(formats.ponOptics), AN5516, {
      otherWords: ['show optic_module_par slot {slot} link {port}'],
    }),
    'olt-rx': show('show optic_module_par slot {slot} link {port}', 'line', table(formats.ponOltRx), AN5516, {
      otherWords: ['show optic_module_para slot {slot} pon {port}'],
      timeoutMs: 60_000,
    }),
    'pon-mac': show('show pon_mac slot {slot} link {port}', 'line', sentences(formats.ponMacs), AN5516, {
      otherWords: ['show pon_mac slot {slot} pon {port}'],
      timeoutMs: 60_000,
    }),
  },
  pons: { by: 'rows' },
  poll: [
    { command: 'authorization', each: 'olt', isList: true, tells: ['status', 'inventory'] },
    { command: 'olt-rx', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads: {
    unregistered: [{ command: 'discovery', each: 'olt' }],
    macs: [{ command: 'pon-mac', each: 'pon' }],
    interfaces: [{ command: 'pon-optics', each: 'pon' }],
    onu: [
      { command: 'authorization', each: 'olt' },
      { command: 'onu-optics', each: 'onu' },
    ],
  },
  snmp: fiberhomeSnmp,
  writes: null,
}
