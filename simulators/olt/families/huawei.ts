import { fixed, isUp, lightOf } from '../plant.ts'
import type { Onu, Plant } from '../plant.ts'
import { row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import type { Family, Place } from './family.ts'

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
const serialHex = (onu: Onu): string => Buffer.from(onu.serial.slice(0, 4)).toString('hex').toUpperCase() + onu.serial.slice(4)
const ontId = (onu: Onu): number => onu.id - 1
const modeOf = (place: Place): string => (place.length === 3 ? '(config)' : place.length === 4 ? `(config-if-gpon-${place[3]})` : '')
const cause = (onu: Onu): string => (onu.down === 'los' ? 'LOS' : onu.down === 'dying_gasp' ? 'dying-gasp' : '-')

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
      (onu) => `  ${String(ontId(onu)).padEnd(4)} ${(isUp(onu) ? 'online' : 'offline').padEnd(7)} 2031-01-01 00:00:00 2031-01-01 00:00:00 ${cause(onu)}`,
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
  pager: { text: PAGER, wipe: `${ESC}[${PAGER.length}D${' '.repeat(PAGER.length)}${ESC}[${PAGER.length}D`, rows: 22, off: /^scroll 512$/ },
  logLine: '  ! RUNNING MINOR 2031-01-01 00:00:02 0x2e112003 SIMULATED',
  asksForEnter: /^display (?:board|ont info summary)/,
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
    return null
  },
  rows: (plant) => {
    const base = '1.3.6.1.4.1.2011.6.128.1.1.2'
    const ifIndex = (pon: number): number => 125 * 2 ** 25 + slotOf(pon) * 2 ** 13 + portOf(pon) * 2 ** 8
    const at = (column: string, onu: Onu): string => `${base}.${column}.${ifIndex(onu.pon)}.${ontId(onu)}`
    const nothing = 2_147_483_647
    const hundred = (value: number | null): number => (value === null ? nothing : Math.round(value * 100))
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('43.1.3', onu), () => Buffer.from(serialHex(onu), 'hex')),
        row(at('43.1.9', onu), () => text(onu.description)),
        row(at('46.1.15', onu), () => (isUp(onu) ? 1 : 2)),
        row(at('46.1.20', onu), () => (isUp(onu) ? onu.distanceM : -1)),
        row(at('46.1.24', onu), () => (onu.down === 'los' ? 1 : onu.down === 'dying_gasp' ? 13 : 9)),
        row(at('51.1.1', onu), () => (isUp(onu) ? 38 : nothing)),
        row(at('51.1.3', onu), () => hundred(lightOf(plant, onu).tx)),
        row(at('51.1.4', onu), () => hundred(lightOf(plant, onu).rx)),
        row(at('51.1.6', onu), () => {
          const { oltRx } = lightOf(plant, onu)
          return oltRx === null ? nothing : Math.round(oltRx * 100) + 10_000
        }),
      ])
      .concat(
        row('1.3.6.1.2.1.1.1.0', () => text('Huawei Integrated Access Software')),
        ...Array.from({ length: plant.pons }, (_none, index) => row(`${base}.21.1.16.${ifIndex(index + 1)}`, () => plant.on(index + 1).length)),
      )
  },
}
