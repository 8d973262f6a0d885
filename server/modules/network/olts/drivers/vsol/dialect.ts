import type { CliDialect } from '../profile.ts'

/** What VSOL's GPON and EPON lines have in common. Tested with the captured sessions of V1600G0-B V1.4.8R; its pager, modes and log lines are from them. */
export const vsolDialect: CliDialect = {
  prompt: /^[A-Za-z0-9_.|-]{1,64}(?:\([A-Za-z0-9_./-]{1,40}\))?[>#]$/,
  hasHostName: true,
  promptEnd: '(?:\\([A-Za-z0-9_./-]{1,40}\\))?[>#]',
  // ` --More-- ` and a NUL; wiped with ten backspaces, blanks and backspaces.
  pager: /-{2} ?More ?-{2}/i,
  pagerReply: ' ',
  logLines: [/^\s*\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}\s/],
  login: {
    user: /(?:login|username|user name):\s*$/i,
    password: /password:\s*$/i,
    busy: /(?:too many|maximum|already|limit|full)/i,
  },
  enable: { line: 'enable', password: /password:\s*$/i },
  setup: ['terminal length 0'],
  refusals: [
    /^\s*%\s?(?:unknown|invalid|ambiguous|incomplete|command incomplete)/i,
    /^\s*(?:unknown command|command not found|there is no matched command)/i,
    /^\s*error:/i,
  ],
  eol: '\r\n',
  encoding: 'latin1',
  // The cap stands in no source; one is what every device gives.
  maxSessions: 1,
  modes: {
    exec: { enter: [], leave: [] },
    config: { enter: ['configure terminal'], leave: ['exit'] },
    pon: { enter: ['configure terminal', 'interface gpon {pon}'], leave: ['exit', 'exit'] },
  },
  logout: ['exit', 'exit'],
}
