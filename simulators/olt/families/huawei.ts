import { dotted, fixed, hostsOn, isUp, lightOf, moment } from '../plant.ts'
import type { Onu, Plant } from '../plant.ts'
import { row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import { GPON, interfaceRows, load, ponInterface, runsFor, systemRows, uplink } from '../snmp/interfaces.ts'
import type { Family, Place } from './family.ts'
import { huaweiWrites } from './huawei-writes.ts'

const HOST = 'SIM-MA5800'
const PORTS_PER_BOARD = 16
const FIRST_SLOT = 1
const RULE = `  ${'-'.repeat(78)}`
const ESC = '\u001b'
const PAGER = "---- More ( Press 'Q' to break ) ----"

const slotOf = (pon: number): number => FIRST_SLOT + Math.floor((pon - 1) / PORTS_PER_BOARD)
const portOf = (pon: number): number => (pon - 1) % PORTS_PER_BOARD
const ponAt = (slot: number, port: number): number => (slot - FIRST_SLOT) * PORTS_PER_BOARD + port + 1
const boards = (plant: Plant): number => Math.ceil(plant.pons / PORTS_PER_BOARD)
/** Vendor's four letters and four bytes, all as hex. */
const serialHex = ({ serial }: Pick<Onu, 'serial'>): string => Buffer.from(serial.slice(0, 4)).toString('hex').toUpperCase() + serial.slice(4)
const fsp = (pon: number): string => `0/${slotOf(pon)}/${portOf(pon)}`
const dashed = (mac: string): string => dotted(mac).replaceAll('.', '-')
const macsOf = (plant: Plant) => Array.from({ length: plant.pons }, (_none, index) => hostsOn(plant, index + 1)).flat()
const ontId = (onu: Onu): number => onu.id - 1
const modeOf = (place: Place): string => (place.length === 3 ? '(config)' : place.length === 4 ? `(config-if-gpon-${place[3]})` : '')
const CAUSES = { los: ['LOS', 1], dying_gasp: ['dying-gasp', 13], reset: ['reset', 9], starting: ['-', 10], admin: ['deactivated', 7] } as const
const cause = (onu: Onu): string => (onu.lastDown === null ? '-' : CAUSES[onu.lastDown][0])

function summary(plant: Plant, pon: number): string[] {
  const onus = plant.on(pon)
  return [
    RULE,
    `  In port 0/${slotOf(pon)}/${portOf(pon)}, the total of ONTs are: ${onus.length}, online: ${onus.filter(isUp).length}`,
    RULE,
    '  ONT  Run     Last                Last                Last',
    '  ID   State   UpTime              DownTime            DownCause',
    RULE,
    ...onus.map(
      (onu) => `  ${String(ontId(onu)).padEnd(4)} ${(isUp(onu) ? 'online' : 'offline').padEnd(7)} ${moment(onu.upAt)} 2031-01-01 00:00:00 ${cause(onu)}`,
    ),
    RULE,
    '  ONT        SN        Type          Distance Rx/Tx power  Description',
    '  ID                                    (m)      (dBm)',
    RULE,
    ...onus.map((onu) => {
      const { rx, tx } = lightOf(plant, onu)
      const lights = rx === null ? '-/-' : `${fixed(rx, '-')}/${fixed(tx, '-')}`
      return `  ${String(ontId(onu)).padEnd(3)} ${serialHex(onu)} ${onu.model.padEnd(13)} ${(isUp(onu) ? String(onu.distanceM) : '-').padEnd(8)} ${lights.padEnd(12)} ${onu.description}`
    }),
    RULE,
  ]
}

const ifIndexOf = (pon: number): number => 125 * 2 ** 25 + slotOf(pon) * 2 ** 13 + portOf(pon) * 2 ** 8

/** `0/1/2` or `0 1 2` as a PON's number. */
function ponOfPlace(said: string): number | null {
  const [, slot, port] = /^0[/ ](\d+)[/ ](\d+)$/.exec(said) ?? []
  return slot === undefined || port === undefined ? null : ponAt(Number(slot), Number(port))
}

/** Lists of what hangs on PONs and behind ONTs. */
function listed(line: string, plant: Plant): readonly string[] | null {
  const [, everyone] = /^display ont info (0[/ ]\d+[/ ]\d+) all$/.exec(line) ?? []
  if (everyone !== undefined) return infoOf(plant, ponOfPlace(everyone) ?? 0)
  if (line === 'display ont autofind all') {
    const waiting = plant.unregistered()
    if (waiting.length === 0) return ['  Failure: The automatically found ONTs do not exist']
    return [
      ...waiting.flatMap((one, index) => [
        RULE,
        `  Number              : ${index + 1}`,
        `  F/S/P               : ${fsp(one.pon)}`,
        `  Ont SN              : ${serialHex(one)} (${one.serial.slice(0, 4)}-${one.serial.slice(4)})`,
        '  Password            : 0x00000000000000000000',
        '  Loid                :',
        '  Checkcode           :',
        `  VendorID            : ${one.serial.slice(0, 4)}`,
        '  Ont Version         : SIM.A',
        '  Ont SoftwareVersion : V1R001',
        `  Ont EquipmentID     : ${one.model}`,
        `  Ont autofind time   : ${moment(plant.clock())}`,
      ]),
      RULE,
      `  The number of GPON autofind ONT is ${waiting.length}`,
    ]
  }
  const [, place, id] = /^display mac-address ont (0\/\d+\/\d+) (\d+)$/.exec(line) ?? []
  const [, wanted] = /^display location (\S+)$/.exec(line) ?? []
  if (place === undefined && wanted === undefined && line !== 'display mac-address all') return null
  const macs = macsOf(plant).filter(
    ({ onu, mac }) =>
      (wanted === undefined || dashed(mac) === wanted.toLowerCase()) && (place === undefined || (onu.pon === ponOfPlace(place) && ontId(onu) === Number(id))),
  )
  if (macs.length === 0) return ['  Failure: There is not any MAC address record']
  if (place !== undefined)
    return [
      RULE,
      ' F/S/P   ONTID    ONT        ONT       MAC-ADDRESS        VLAN',
      '                   port-type  port-ID',
      RULE,
      ...macs.map(({ onu, mac }) => ` ${fsp(onu.pon)}   ${String(ontId(onu)).padStart(4)}    ETH              1   ${dashed(mac)}     ${onu.vlan}`),
      RULE,
      ` Total: ${macs.length}`,
    ]
  return [
    '  It will take some time, please wait...',
    RULE,
    '   SRV-P BUNDLE TYPE MAC            MAC TYPE F /S /P   VPI  VCI   VLAN ID',
    '   INDEX INDEX',
    RULE,
    ...macs.map(
      ({ onu, mac }, index) =>
        `  ${String(index + 1).padStart(6)}     -  gpon ${dashed(mac)} dynamic  0 /${slotOf(onu.pon)} /${String(portOf(onu.pon)).padEnd(2)}  ${String(ontId(onu)).padEnd(4)} 1      ${String(onu.vlan).padStart(6)}`,
    ),
    RULE,
    `  Total: ${macs.length}`,
  ]
}

/** Two tables: how they are, then what they are called. */
function infoOf(plant: Plant, pon: number): readonly string[] {
  const onus = plant.on(pon)
  const place = `0/ ${slotOf(pon)}/${portOf(pon)}`
  const count = `  In port ${place} , the total of ONTs are: ${onus.length}, online: ${onus.filter(isUp).length}`
  return [
    RULE,
    '  F/S/P   ONT         SN         Control     Run      Config   Match    Protect',
    '          ID                     flag        state    state    state    side',
    RULE,
    ...onus.map(
      (onu) =>
        `  ${place}  ${String(ontId(onu)).padStart(4)}  ${serialHex(onu)}  ${(onu.isEnabled ? 'active' : 'deactivated').padEnd(11)} ${(isUp(onu) ? 'online' : 'offline').padEnd(8)} ${(isUp(onu) ? 'normal' : 'initial').padEnd(8)} ${(isUp(onu) ? 'match' : 'initial').padEnd(8)} no`,
    ),
    RULE,
    '  F/S/P   ONT         Description',
    '          ID',
    RULE,
    ...onus.map((onu) => `  ${place}  ${String(ontId(onu)).padStart(6)}   ${onu.description}`),
    RULE,
    count,
    RULE,
  ]
}

/** The pages of one ONT. */
function ofOne(line: string, place: Place, plant: Plant): readonly string[] | null {
  const [, at, id] = /^display ont info (0[/ ]\d+[/ ]\d+) (\d+)$/.exec(line) ?? []
  const [, port, ont] = /^display ont optical-info (\d+) (\d+)$/.exec(line) ?? []
  if (at === undefined && (port === undefined || place.length !== 4)) return null
  const pon = at === undefined ? ponAt(Number((place[3] ?? '').split('/')[1]), Number(port)) : ponOfPlace(at)
  const onu = plant.find(pon ?? 0, Number(id ?? ont) + 1)
  if (onu === undefined) return ['  Failure: The ONT does not exist']
  if (at === undefined) {
    const { rx, tx, oltRx } = lightOf(plant, onu)
    if (rx === null) return ['  Failure: The ONT is not online']
    return [
      RULE,
      '  Temperature(C)                         : 38',
      '  Voltage(V)                             : 3.200',
      '  Laser bias current(mA)                 : 6',
      `  Tx optical power(dBm)                  : ${fixed(tx, '-')}`,
      `  Rx optical power(dBm)                  : ${fixed(rx, '-')}`,
      `  OLT Rx ONT optical power(dBm)          : ${fixed(oltRx, '-')}`,
      RULE,
    ]
  }
  return [
    RULE,
    `  F/S/P                   : ${fsp(onu.pon)}`,
    `  ONT-ID                  : ${ontId(onu)}`,
    `  Control flag            : ${onu.isEnabled ? 'active' : 'deactivated'}`,
    `  Run state               : ${isUp(onu) ? 'online' : 'offline'}`,
    `  Config state            : ${isUp(onu) ? 'normal' : 'initial'}`,
    `  Match state             : ${isUp(onu) ? 'match' : 'initial'}`,
    `  ONT distance(m)         : ${isUp(onu) ? onu.distanceM : '-'}`,
    `  SN                      : ${serialHex(onu)} (${onu.serial.slice(0, 4)}-${onu.serial.slice(4)})`,
    `  Description             : ${onu.description}`,
    `  Last down cause         : ${cause(onu)}`,
    `  Last up time            : ${moment(onu.upAt)}`,
    `  Line profile name       : ${onu.profile}`,
    RULE,
  ]
}

/** Of the OLT itself. */
function ofItself(line: string, plant: Plant): readonly string[] | null {
  if (line === 'display version') return ['', '  VERSION : MA5800V9R999', '  PATCH   : SPH9', '  PRODUCT : MA5800-SIM', '']
  if (/^display cpu 0\/\d+$/.test(line)) return [`  CPU occupancy: ${load(plant, 12)}%`]
  if (/^display mem 0\/\d+$/.test(line)) return ['  Memory occupancy: 79%']
  if (line === 'display temperature')
    return Array.from({ length: boards(plant) + 1 }, (_none, slot) => {
      const celsius = 42 + slot
      return `  SlotID:  ${slot}      BoardName: ${slot === 0 ? 'H901MPLA' : 'H901GPHF'}       Temperature:   ${celsius}C( ${Math.round((celsius * 9) / 5 + 32)}F)`
    })
  if (line !== 'display sysuptime') return null
  const seconds = runsFor(plant)
  return [
    `  System up time: ${Math.floor(seconds / 86_400)} day ${Math.floor((seconds % 86_400) / 3600)} hour ${Math.floor((seconds % 3600) / 60)} minute ${seconds % 60} second`,
  ]
}

export const huawei: Family = {
  id: 'huawei',
  isEpon: false,
  userPrompt: '>>User name:',
  passwordPrompt: '>>User password:',
  refusal: '  Username or password invalid.',
  full: '  Reenter times have reached the upper limit.',
  enable: { passwordPrompt: 'Password:' },
  prompt: (place) => `${HOST}${modeOf(place)}${place.length === 1 ? '>' : '#'}`,
  goes: (line, place, plant) => {
    if (place.length === 2 && line === 'config') return [...place, 'config']
    const found = /^interface gpon 0\/(\d+)$/.exec(line)
    if (place.length !== 3 || found === null) return null
    const slot = Number(found[1])
    return slot >= FIRST_SLOT && slot < FIRST_SLOT + boards(plant) ? [...place, `0/${slot}`] : 'refused'
  },
  leaves: /^quit$/,
  asksToLeave: '  Are you sure to log out? (y/n)[n]:',
  unknown: "  % Unknown command, the error locates at '^'",
  cannot: '  Failure: System is busy, please retry after a while',
  writes: (line, place, plant) => huaweiWrites(line, place, plant, ponAt),
  pager: { text: PAGER, wipe: `${ESC}[${PAGER.length}D${' '.repeat(PAGER.length)}${ESC}[${PAGER.length}D`, rows: 22, off: /^scroll 512$/ },
  logLine: '  ! RUNNING MINOR 2031-01-01 00:00:02 0x2e112003 SIMULATED',
  asksForEnter: /^(?:display (?:board|ont info summary)|save$)/,
  answers: (line, place, plant) => {
    if (/^(?:undo smart|undo interactive)$/.test(line)) return []
    if (/^display board 0$/.test(line))
      return [
        RULE,
        '  SlotID  BoardName  Status          SubType0 SubType1    Online/Offline',
        RULE,
        '  0       H901MPLA   Active_normal   CPCF',
        ...Array.from({ length: boards(plant) }, (_none, index) => `  ${FIRST_SLOT + index}       H901GPHF   Normal`),
        '  9',
        RULE,
      ]
    const slots = /^display ont info summary 0\/(\d+)$/.exec(line)
    if (slots !== null) {
      const onBoard = Array.from({ length: plant.pons }, (_none, index) => index + 1).filter((pon) => slotOf(pon) === Number(slots[1]))
      return onBoard.flatMap((pon) => summary(plant, pon))
    }
    const optics = /^display ont optical-info (\d+) all$/.exec(line)
    if (optics !== null && place.length === 4) {
      const pon = ponAt(Number((place[3] ?? '').split('/')[1]), Number(optics[1]))
      if (pon > plant.pons) return ['  Failure: Parameter error']
      return [
        RULE,
        '  ONT  Rx power  Tx power  OLT Rx ONT  Temperature  Voltage  Current  Distance  ',
        '  ID   (dBm)     (dBm)     power(dBm)  (C)          (V)      (mA)     (m)       ',
        RULE,
        ...plant
          .on(pon)
          .filter(isUp)
          .map((onu) => {
            const { rx, oltRx, tx } = lightOf(plant, onu)
            return `  ${String(ontId(onu)).padStart(3)}  ${fixed(rx, '-').padEnd(8)}  ${fixed(tx, '-').padEnd(8)}  ${fixed(oltRx, '-').padEnd(10)}  38           3.200    6        ${onu.distanceM}`
          }),
        RULE,
      ]
    }
    return listed(line, plant) ?? ofOne(line, place, plant) ?? ofItself(line, plant)
  },
  rows: (plant) => {
    const base = '1.3.6.1.4.1.2011.6.128.1.1.2'
    const at = (column: string, onu: Onu): string => `${base}.${column}.${ifIndexOf(onu.pon)}.${ontId(onu)}`
    const nothing = 2_147_483_647
    const hundred = (value: number | null): number => (value === null ? nothing : Math.round(value * 100))
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('43.1.3', onu), () => Buffer.from(serialHex(onu), 'hex')),
        row(at('43.1.9', onu), () => text(onu.description)),
        row(at('46.1.15', onu), () => (isUp(onu) ? 1 : 2)),
        row(at('46.1.20', onu), () => (isUp(onu) ? onu.distanceM : -1)),
        row(at('46.1.24', onu), () => (onu.lastDown === null ? 10 : CAUSES[onu.lastDown][1])),
        row(at('51.1.1', onu), () => (isUp(onu) ? 38 : nothing)),
        row(at('51.1.3', onu), () => hundred(lightOf(plant, onu).tx)),
        row(at('51.1.4', onu), () => hundred(lightOf(plant, onu).rx)),
        row(at('51.1.6', onu), () => {
          const { oltRx } = lightOf(plant, onu)
          return oltRx === null ? nothing : Math.round(oltRx * 100) + 10_000
        }),
      ])
      .concat(plant.unregistered().map((one, index) => row(`${base}.48.1.2.${ifIndexOf(one.pon)}.${index}`, () => Buffer.from(serialHex(one), 'hex'))))
  },
  ownRows: (plant) => {
    const pons = Array.from({ length: plant.pons }, (_none, index) => index + 1)
    const boardsOf = '1.3.6.1.4.1.2011.2.6.7.1.1.2.1'
    const ports = '1.3.6.1.4.1.2011.6.128.1.1.2'
    return [
      ...systemRows(plant, { descr: 'Huawei Integrated Access Software', name: HOST }),
      ...Array.from({ length: boards(plant) + 1 }, (_none, slot) => [
        row(`${boardsOf}.5.0.${slot}`, () => load(plant, 12)),
        row(`${boardsOf}.6.0.${slot}`, () => 79),
        row(`${boardsOf}.7.0.${slot}`, () => text(slot === 0 ? 'H901MPLA' : 'H901GPHF')),
        row(`${boardsOf}.10.0.${slot}`, () => 42 + slot),
      ]).flat(),
      ...pons.flatMap((pon) => [
        row(`${ports}.21.1.16.${ifIndexOf(pon)}`, () => plant.on(pon).length),
        row(`${ports}.23.1.1.${ifIndexOf(pon)}`, () => 36 + (pon % 5)),
        row(`${ports}.23.1.2.${ifIndexOf(pon)}`, () => 327),
        row(`${ports}.23.1.3.${ifIndexOf(pon)}`, () => 28),
        row(`${ports}.23.1.4.${ifIndexOf(pon)}`, () => 640 + (pon % 4) * 10),
      ]),
      ...interfaceRows(plant, [
        uplink(plant, { index: 234_946_560, descr: `${HOST}-ETHERNET`, name: 'ethernet0/9/0', alias: 'to the core', mbps: 10_000 }, { isInUse: true }),
        uplink(plant, { index: 234_946_624, descr: `${HOST}-ETHERNET`, name: 'ethernet0/9/1', mbps: 10_000 }, { isInUse: false }),
        ...pons.map((pon) => ponInterface(plant, pon, { index: ifIndexOf(pon), descr: `${HOST}-GPON_UNI`, name: `GPON ${fsp(pon)}`, type: GPON, mbps: 2488 })),
      ]),
    ]
  },
}
