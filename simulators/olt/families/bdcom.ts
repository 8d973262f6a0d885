import { dotted, fixed, hostsOn, isUp, lightOf, upSeconds } from '../plant.ts'
import type { Onu, Plant } from '../plant.ts'
import { gauge, row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import { interfaceRows, load, OTHER, ponInterface, runsFor, systemRows, uplink } from '../snmp/interfaces.ts'
import { bdcomGoes, bdcomWrites } from './bdcom-writes.ts'
import type { Family } from './family.ts'

const HOST = 'sim-bdcom'
const WIDTH = 80
const name = (onu: Onu): string => `EPON0/${onu.pon}:${onu.id}`
const REASONS = { los: ['wire-down', 8], dying_gasp: ['power-off', 9], reset: ['reset', 2], starting: ['N/A', 2], admin: ['admin-down', 7] } as const
const reason = (onu: Onu): string => (onu.lastDown === null ? 'N/A' : REASONS[onu.lastDown][0])
const status = (onu: Onu): string => (isUp(onu) ? 'auto-configured' : onu.down === 'starting' ? 'registered' : 'lost')
/** `0  .00:39:31`: days and time of day. */
const alive = (seconds: number): string =>
  `${Math.floor(seconds / 86_400)}  .${[Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')}`
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
  prompt: (place) => `${HOST}${place.length >= 3 ? '_config' : ''}${place.length === 4 ? `_epon${place[3]}` : ''}${place.length === 1 ? '>' : '#'}`,
  goes: (line, place, plant) => (line === 'config' && place.length === 2 ? [...place, 'config'] : bdcomGoes(line, place, plant)),
  leaves: /^(?:exit|quit)$/,
  unknown: 'Unknown command',
  cannot: 'Parameter invalid',
  writes: bdcomWrites,
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
              `${name(onu).padEnd(16)} ${'SIM'.padEnd(8)} ${onu.model.padEnd(10)} ${dotted(onu.mac)} ${(onu.description || 'N/A').padEnd(31)} ${'static'.padEnd(8)} ${status(onu).padEnd(16)} ${reason(onu)}`,
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
              `${name(onu).padEnd(16)} ${dotted(onu.mac)} auto-configured  ctc-oam-oper ${String(onu.distanceM).padEnd(11)} 728     2000-05-08 18:28:48 2000-05-08 15:44:20 power-off         ${alive(upSeconds(plant, onu))}`,
          ),
          '',
        ]
      })
    const [, pon] = /^show epon optical-transceiver-diagnosis interface epON 0\/(\d+)$/.exec(line) ?? []
    if (pon === undefined) return listed(line, plant) ?? ofOne(line, plant) ?? ofItself(line, plant)
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
      // Each ONU is a port of the standard tables, with all that a port has.
      row(`1.3.6.1.2.1.2.2.1.3.${ifIndex(onu)}`, () => OTHER),
      row(`1.3.6.1.2.1.2.2.1.7.${ifIndex(onu)}`, () => 1),
      row(`1.3.6.1.2.1.2.2.1.8.${ifIndex(onu)}`, () => (isUp(onu) ? 1 : 2)),
      row(`1.3.6.1.2.1.31.1.1.1.1.${ifIndex(onu)}`, () => text(name(onu))),
      row(`1.3.6.1.2.1.31.1.1.1.15.${ifIndex(onu)}`, () => gauge(1000)),
      row(`1.3.6.1.2.1.31.1.1.1.18.${ifIndex(onu)}`, () => text('')),
      row(at('10.1.1.3', onu), () => Buffer.from(onu.mac.replaceAll(':', ''), 'hex')),
      row(at('10.1.1.26', onu), () => (isUp(onu) ? 3 : onu.down === 'starting' ? 1 : 4)),
      row(at('10.1.1.27', onu), () => (isUp(onu) ? onu.distanceM : 0)),
      row(at('10.1.1.80', onu), () => upSeconds(plant, onu)),
      row(at('11.1.1.11', onu), () => (onu.lastDown === null ? 2 : REASONS[onu.lastDown][1])),
      row(at('10.5.1.5', onu), () => tenth(lightOf(plant, onu).rx)),
      row(at('10.5.1.6', onu), () => tenth(lightOf(plant, onu).tx)),
      row(at('108.1.3', onu), () => tenth(lightOf(plant, onu).oltRx)),
    ])
  },
  ownRows: (plant) => [
    ...systemRows(plant, { descr: 'BDCOM(tm) P3616 Software, Version 9.9.9 simulated', name: HOST }),
    row('1.3.6.1.4.1.3320.3.6.10.1.11.0', () => load(plant, 11)),
    row('1.3.6.1.4.1.3320.3.6.10.1.12.0', () => 37),
    row('1.3.6.1.4.1.3320.3.6.10.1.13.0', () => 39),
    ...interfaceRows(plant, [
      uplink(plant, { index: 97, descr: 'GigaEthernet0/1', name: 'GigaEthernet0/1', alias: 'to the core', mbps: 1000 }, { isInUse: true }),
      uplink(plant, { index: 98, descr: 'GigaEthernet0/2', name: 'GigaEthernet0/2', mbps: 1000 }, { isInUse: false }),
      ...pons(plant).map((pon) => ponInterface(plant, pon, { index: 109 + pon, descr: `EPON0/${pon}`, name: `EPON0/${pon}`, type: OTHER, mbps: 1250 })),
    ]),
  ],
}

/** Who waits on a PON, and what stands behind ONUs. */
function listed(line: string, plant: Plant): readonly string[] | null {
  if (line === 'show epon rejected-onu')
    return pons(plant).flatMap((pon) => [
      `ONU rejected to register on interface EPON0/${pon}:`,
      'MAC Address',
      '--------------',
      ...plant.unregistered(pon).map(({ mac }) => dotted(mac)),
      '',
    ])
  const [, pon] = /^show mac address-table interface epON 0\/(\d+)$/i.exec(line) ?? []
  if (pon === undefined && line !== 'show mac address-table') return null
  const macs = (pon === undefined ? pons(plant) : [Number(pon)]).flatMap((one) => hostsOn(plant, one))
  return [
    `Mac Address Table (Total ${macs.length})`,
    '------------------------------------------',
    '',
    'Vlan   Mac Address       Type       Ports',
    '----   -----------       ----       -----',
    ...macs.map(({ onu, mac }) => `${String(onu.vlan).padEnd(6)} ${dotted(mac)}    DYNAMIC    ${name(onu).toLowerCase()}`),
  ]
}

function ofOne(line: string, plant: Plant): readonly string[] | null {
  const [, pon, id] = /^show epon (?:int|interface) epON ?0\/(\d+):(\d+) onu ctc opt(?:ical-transceiver-diagnosis)?$/i.exec(line) ?? []
  if (pon === undefined) return null
  const onu = plant.find(Number(pon), Number(id))
  if (onu === undefined) return ['Parameter invalid']
  const { rx, tx } = lightOf(plant, onu)
  if (rx === null) return ['The ONU is not online']
  return [
    'operating temperature(degree): 42',
    'supply voltage(V): 3.3',
    'bias current(mA): 11.2',
    `transmitted power(DBm): ${fixed(tx, '', 1)}`,
    `received power(DBm): ${fixed(rx, '', 1)}`,
  ]
}

/** Of the OLT itself. */
function ofItself(line: string, plant: Plant): readonly string[] | null {
  if (line === 'show cpu') return [`CPU utilization for five seconds: ${load(plant, 11)}%; one minute: 12%; five minutes: 12%`]
  if (line === 'show memory') return ['Memory utilization: 37%']
  if (line === 'show temperature') return ['Temperature: 39 C']
  if (line !== 'show version') return null
  const seconds = runsFor(plant)
  return [
    'BDCOM(tm) P3616 Software, Version 9.9.9 Build 1, simulated',
    `P3616 uptime is ${Math.floor(seconds / 86_400)}:${String(Math.floor((seconds % 86_400) / 3600)).padStart(2, '0')}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`,
  ]
}
