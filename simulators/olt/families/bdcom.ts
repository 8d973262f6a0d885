import { dotted, fixed, isUp, lightOf } from '../plant.ts'
import type { Onu, Plant } from '../plant.ts'
import { row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import type { Family } from './family.ts'

const HOST = 'sim-bdcom'
const WIDTH = 80
const name = (onu: Onu): string => `EPON0/${onu.pon}:${onu.id}`
const reason = (onu: Onu): string => (onu.down === 'los' ? 'wire-down' : onu.down === 'dying_gasp' ? 'power-off' : 'N/A')
const status = (onu: Onu): string => (isUp(onu) ? 'auto-configured' : 'lost')
/** 80 columns wide, whatever stands there. */
const wrapped = (line: string): string[] => line.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? ['']
const pons = (plant: Plant): number[] => Array.from({ length: plant.pons }, (_none, index) => index + 1)

export const bdcomEpon: Family = {
  id: 'bdcom-epon',
  isEpon: true,
  userPrompt: 'Username: ',
  passwordPrompt: 'Password: ',
  refusal: 'Authentication failed!',
  full: 'No free line, refused',
  enable: { passwordPrompt: 'Password: ' },
  prompt: (place) => `${HOST}${place.length === 3 ? '_config' : ''}${place.length === 1 ? '>' : '#'}`,
  goes: (line, place) => (line === 'config' && place.length === 2 ? [...place, 'config'] : null),
  leaves: /^(?:exit|quit)$/,
  unknown: 'Unknown command',
  pager: { text: ' --More-- ', wipe: `${'\b \b'.repeat(10)}`, rows: 22, off: /^terminal length 0$/ },
  logLine: 'Jan  1 00:00:10 Port EPON0/1:1 changed state',
  answers: (line, _place, plant) => {
    if (/^terminal width 0$/.test(line)) return []
    if (line === 'show epon onu-information')
      return pons(plant).flatMap((pon) => [
        `Interface EPON0/${pon} has registered ${plant.on(pon).length} ONUs:`,
        ...wrapped(
          `${'IntfName'.padEnd(16)} ${'VendorID'.padEnd(8)} ${'ModelID'.padEnd(10)} ${'MAC Address'.padEnd(14)} ${'Description'.padEnd(32)}${'BindType'.padEnd(8)} ${'Status'.padEnd(16)} Dereg Reason`,
        ),
        ...wrapped(
          `${'-'.repeat(16)} ${'-'.repeat(8)} ${'-'.repeat(10)} ${'-'.repeat(14)} ${'-'.repeat(31)} ${'-'.repeat(8)} ${'-'.repeat(16)} ${'-'.repeat(17)}`,
        ),
        ...plant
          .on(pon)
          .flatMap((onu) =>
            wrapped(
              `${name(onu).padEnd(16)} ${'SIM'.padEnd(8)} ${onu.model.padEnd(10)} ${dotted(onu.mac)} ${'N/A'.padEnd(31)} ${'static'.padEnd(8)} ${status(onu).padEnd(16)} ${reason(onu)}`,
            ),
          ),
        '',
      ])
    if (line === 'show epon active-onu')
      return pons(plant).flatMap((pon) => {
        const up = plant.on(pon).filter(isUp)
        return [
          `Interface EPON0/${pon} has bound ${up.length} active ONUs:`,
          'IntfName         MAC Address    Status           OAM Status   Distance(m) RTT(TQ) LastRegTime         LastDeregTime       LastDeregReason   Alivetime',
          '---------------- -------------- ---------------- ------------ ----------- ------- ------------------- ------------------- ----------------- ------------',
          ...up.map(
            (onu) =>
              `${name(onu).padEnd(16)} ${dotted(onu.mac)} auto-configured  ctc-oam-oper ${String(onu.distanceM).padEnd(11)} 728     2000-05-08 18:28:48 2000-05-08 15:44:20 power-off         0  .00:39:31`,
          ),
          '',
        ]
      })
    const [, pon] = /^show epon optical-transceiver-diagnosis interface epON 0\/(\d+)$/.exec(line) ?? []
    if (pon === undefined) return null
    return [
      'interface      RxPower(dBm)',
      '-------------- ------------',
      ...plant
        .on(Number(pon))
        .filter(isUp)
        .map((onu) => `${name(onu).toLowerCase().padEnd(14)} ${fixed(lightOf(plant, onu).oltRx, '-', 1)}`),
    ]
  },
  rows: (plant) => {
    const base = '1.3.6.1.4.1.3320.101'
    const ifIndex = (onu: Onu): number => 1000 + onu.pon * 200 + onu.id
    const at = (column: string, onu: Onu): string => `${base}.${column}.${ifIndex(onu)}`
    const tenth = (value: number | null): number => (value === null ? -65_535 : Math.round(value * 10))
    return plant.onus.flatMap((onu): Row[] => [
      row(`1.3.6.1.2.1.2.2.1.2.${ifIndex(onu)}`, () => text(name(onu))),
      row(at('10.1.1.3', onu), () => Buffer.from(onu.mac.replaceAll(':', ''), 'hex')),
      row(at('10.1.1.26', onu), () => (isUp(onu) ? 3 : 4)),
      row(at('10.1.1.27', onu), () => (isUp(onu) ? onu.distanceM : 0)),
      row(at('10.1.1.80', onu), () => (isUp(onu) ? 3600 : 0)),
      row(at('11.1.1.11', onu), () => (onu.down === 'los' ? 8 : onu.down === 'dying_gasp' ? 9 : 2)),
      row(at('10.5.1.5', onu), () => tenth(lightOf(plant, onu).rx)),
      row(at('10.5.1.6', onu), () => tenth(lightOf(plant, onu).tx)),
      row(at('108.1.3', onu), () => tenth(lightOf(plant, onu).oltRx)),
    ])
  },
}
