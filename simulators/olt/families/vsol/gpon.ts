import { dotted, fixed, hostsOn, isUp, lightOf } from '../../plant.ts'
import type { Onu, Plant } from '../../plant.ts'
import { row, text } from '../../snmp/agent.ts'
import type { Row } from '../../snmp/agent.ts'
import type { Family } from '../family.ts'
import { common, ofItself, placed, system } from './dialect.ts'
import { ponOf } from './place.ts'

const wordOf = (onu: Onu): keyof typeof PHASES => {
  if (isUp(onu)) return 'working'
  if (!onu.isEnabled) return 'deactivated'
  return ({ los: 'los', dying_gasp: 'dyingGasp', reset: 'offline', starting: 'syncMib' } as const)[onu.down ?? 'reset']
}
const CAUSES = { los: 'los', dying_gasp: 'dyingGasp', reset: 'reboot', starting: 'offline', admin: 'deactivated' } as const
const PHASES = { los: 1, syncMib: 2, working: 3, dyingGasp: 4, offline: 6, deactivated: 7 } as const

/** In the mode of the configuration: what stands behind the ONUs. */
function macTable(line: string, plant: Plant): readonly string[] | null {
  const [, said] = /^show mac address-table (?:interface gpon 0\/|pon 0\/)(\d+)$/i.exec(line) ?? []
  if (said !== undefined)
    return [
      ` Mac Address Table(Pon:${said})`,
      ' ----------------------------------------------------------',
      ' Vlan     Mac Address       Type       Ports  Remaining Age',
      ' ----   --------------     -------     -----  -------------',
      ...hostsOn(plant, Number(said)).map(
        ({ onu, mac }) =>
          `  ${String(onu.vlan).padEnd(5)} ${dotted(mac).replaceAll('.', ':')}     Dynamic     GPON 0/${onu.pon}:${String(onu.id).padStart(3, '0')}     Aging`,
      ),
    ]
  const [, address] = /^show mac address-table address (\S+)$/i.exec(line) ?? []
  if (address === undefined) return null
  const bare = (mac: string): string => mac.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()
  const found = plant.onus.find((onu) => isUp(onu) && onu.hosts.some((mac) => bare(mac) === bare(address)))
  if (found === undefined) return []
  return [`VLAN: ${found.vlan}`, `MAC Address: ${bare(address).replace(/(.{4})(?=.)/g, '$1:')}`, 'Type: Dynamic', `Port: GPON0/${found.pon}:${found.id}`]
}

/** In the mode of a PON: one ONU. */
function ofOne(line: string, plant: Plant, pon: number): readonly string[] | null {
  const [, id, what] = /^show onu (\d+) (optical[_-]info|distance|desc|description)$/i.exec(line) ?? []
  if (id === undefined || what === undefined) return null
  const onu = plant.find(pon, Number(id))
  if (onu === undefined) return [`Error: onu ${id} does not exist.`]
  if (/^desc/i.test(what)) return [`onu ${id} desc:${onu.description}`]
  const { rx, tx } = lightOf(plant, onu)
  if (rx === null) return [`Error: onu ${id} is offline.`]
  if (/^distance$/i.test(what)) return [`onu ${id} distance: ${onu.distanceM}m`]
  return [
    `Rx optical level:             ${fixed(rx, '', 3)}(dBm)`,
    'Lower rx optical threshold:   ont internal policy',
    `Tx optical level:             ${fixed(tx, '', 3)}(dBm)`,
    'Power feed voltage:           3.28(V)',
    'Laser bias current:           11.200(mA)',
    'Temperature:                  42.500(C)',
  ]
}

export const vsolGpon: Family = {
  ...common('gpon'),
  id: 'vsol-gpon',
  isEpon: false,
  answers: (line, place, plant) => {
    const pon = ponOf(place)
    const own = ofItself(line, place, plant, 'G')
    if (own !== null) return own
    if (pon === null) return macTable(line, plant)
    const onus = plant.on(pon)
    if (/^show pon info$/i.test(line)) return ['pon :          enable', 'pon fec :      disable', 'pon tx status: enable']
    if (/^show onu state$/i.test(line))
      return [
        placed([0, 'OnuIndex'], [12, 'Admin State'], [27, 'OMCC State'], [41, 'Phase State'], [56, 'Serial Number']),
        '-'.repeat(70),
        ...onus.map((onu) =>
          placed(
            [0, `GPON0/${pon}:${onu.id}`],
            [12, onu.isEnabled ? 'enable' : 'disable'],
            [27, isUp(onu) ? 'enable' : 'disable'],
            [41, wordOf(onu)],
            [56, onu.serial],
          ),
        ),
        `pon: ${pon} total: ${onus.length} working: ${onus.filter(isUp).length}`,
      ]
    if (/^show onu info$/i.test(line))
      return [
        'Onuindex   Model                Profile                Mode    AuthInfo',
        '-'.repeat(90),
        ...onus.map((onu) => `GPON0/${pon}:${String(onu.id).padEnd(3)} ${onu.model.padEnd(20)} default                sn      ${onu.serial}`),
      ]
    if (/^show pon onu all rx-power$/i.test(line))
      return ['Onu         ONU_Rx', '-'.repeat(36), ...onus.map((onu) => `${String(onu.id).padEnd(12)}${fixed(lightOf(plant, onu).rx, 'N/A')}`)]
    if (/^show onu auto-find$/i.test(line)) {
      const waiting = plant.unregistered(pon)
      // With nothing waiting, it prints the bare word.
      if (waiting.length === 0) return ['Error:']
      return ['Index\tSn                    Equipment ID', ...waiting.map(({ serial, model }, index) => `${index + 1}\tsn:${serial}\t\t${model}`)]
    }
    return ofOne(line, plant, pon)
  },
  rows: (plant) => {
    const onus = '1.3.6.1.4.1.37950.1.1.6.1.1'
    const at = (column: string, onu: Onu): string => `${onus}.${column}.${onu.pon}.${onu.id}`
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('1.1.5', onu), () => PHASES[wordOf(onu)]),
        row(at('1.1.10', onu), () => text(onu.lastDown === null ? '' : CAUSES[onu.lastDown])),
        row(at('2.1.5', onu), () => text(onu.serial)),
        row(at('2.1.6', onu), () => text(onu.model)),
        row(at('3.1.3', onu), () => (isUp(onu) ? text('42.50') : null)),
        row(at('3.1.4', onu), () => (isUp(onu) ? text('3.28') : null)),
        row(at('3.1.5', onu), () => (isUp(onu) ? text('11.20') : null)),
        row(at('3.1.6', onu), () => textOrNothing(lightOf(plant, onu).tx)),
        row(at('3.1.7', onu), () => textOrNothing(lightOf(plant, onu).rx)),
      ])
      .concat(
        Array.from({ length: plant.pons }, (_none, index) => index + 1).flatMap((pon) => [
          row(`${onus}.18.1.2.${pon}`, () => plant.on(pon).length),
          row(`${onus}.18.1.3.${pon}`, () => plant.on(pon).filter(isUp).length),
        ]),
      )
  },
  ownRows: (plant) => system(plant, 'GPON'),
}

const textOrNothing = (value: number | null): Buffer | null => (value === null ? null : text(value.toFixed(2)))
