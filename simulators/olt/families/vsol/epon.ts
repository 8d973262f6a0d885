import { fixed, isUp, lightOf, moment, upSeconds } from '../../plant.ts'
import type { Onu } from '../../plant.ts'
import { row, text } from '../../snmp/agent.ts'
import type { Row } from '../../snmp/agent.ts'
import type { Family } from '../family.ts'
import { common, ofItself, system } from './dialect.ts'
import { ponOf } from './place.ts'

const REASONS = { los: 'Wire Down', dying_gasp: 'Power Off', reset: 'Reboot', starting: 'N/A', admin: 'Deactivated' } as const
/** `6 19:16:07`: days and time of day. */
const alive = (seconds: number): string =>
  `${Math.floor(seconds / 86_400)} ${[Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')}`

export const vsolEpon: Family = {
  ...common('epon'),
  id: 'vsol-epon',
  isEpon: true,
  answers: (line, place, plant) => {
    const own = ofItself(line, place, plant, 'D')
    if (own !== null) return own
    const pon = ponOf(place)
    if (pon === null) return null
    const onus = plant.on(pon)
    if (/^show onu status all$/i.test(line))
      return onus.map((onu) =>
        [
          `EPON0/${pon}:${onu.id}`.padEnd(11),
          (isUp(onu) ? 'online' : 'offline').padEnd(9),
          onu.mac.padEnd(20),
          String(isUp(onu) ? onu.distanceM : 0).padEnd(12),
          String(isUp(onu) ? 1365 : 0).padEnd(7),
          `${moment(onu.upAt, '/')}    `,
          '2031/06/01 08:07:32    ',
          (onu.lastDown === null ? 'N/A' : REASONS[onu.lastDown]).padEnd(17),
          `${alive(upSeconds(plant, onu))}  `,
          onu.description,
        ].join(' '),
      )
    if (/^show onu auth-info$/i.test(line))
      return [
        'ONU-ID      LLID   Status    MAC  Address         RTT(TQ) Description',
        ...onus.map(
          (onu) => `EPON0/${pon}:${String(onu.id).padEnd(3)} ${String(onu.id).padEnd(6)} ${isUp(onu) ? 'online ' : 'offline'}   ${onu.mac}   672     N/A`,
        ),
      ]
    if (/^show onu opm-diag all$/i.test(line))
      return [
        'ONU-ID      Temperature(C)    Supply Voltage(V)   TX Bias Current(mA)   TX Power(dBm)   RX Power(dBm)',
        '------      --------------    -----------------   -------------------   -------------   -------------',
        ...onus.filter(isUp).map((onu) => {
          const { rx, tx } = lightOf(plant, onu)
          return `EPON0/${pon}:${String(onu.id).padEnd(3)} 42.96             3.24                15.65                 ${fixed(tx, '--').padEnd(16)}${fixed(rx, '--')}`
        }),
      ]
    if (/^show onu auto-find$/i.test(line)) {
      const waiting = plant.unregistered(pon)
      return ['OnuIndex     MAC Address          State', ...waiting.map(({ mac }, index) => `EPON0/${pon}:${index + 1}    ${mac}    unauth`)]
    }
    const [, id] = /^show onu (\d+) mac-address-table$/i.exec(line) ?? []
    if (id === undefined) return null
    const onu = plant.find(pon, Number(id))
    if (onu === undefined) return [`Error: onu ${id} does not exist.`]
    // The first row is the ONU's own address.
    return [onu.mac, ...onu.hosts]
      .slice(0, isUp(onu) ? undefined : 0)
      .map((mac, index) => `${String(index + 1).padEnd(7)} ${String(onu.vlan).padEnd(6)} ${mac.toUpperCase()}    EPON0/${pon}   1      120`)
  },
  rows: (plant) => {
    const at = (column: string, onu: Onu): string => `1.3.6.1.4.1.37950.1.1.5.12.${column}.${onu.pon}.${onu.id}`
    const written = (value: number | null): Buffer | null => (value === null ? null : text(`${(10 ** (value / 10)).toFixed(2)} mW (${value.toFixed(2)} dBm)`))
    return plant.onus.flatMap((onu): Row[] => [
      row(at('1.25.1.4', onu), () => (isUp(onu) ? 1 : 0)),
      row(at('1.25.1.5', onu), () => text(onu.mac)),
      row(at('1.25.1.9', onu), () => text(onu.description)),
      row(at('1.25.1.15', onu), () => (onu.lastDown === 'dying_gasp' ? 1 : 0)),
      row(at('1.25.1.17', onu), () => (isUp(onu) ? onu.distanceM : 0)),
      row(at('2.1.8.1.3', onu), () => (isUp(onu) ? text('30.67 C') : null)),
      row(at('2.1.8.1.4', onu), () => (isUp(onu) ? text('3.27 V') : null)),
      row(at('2.1.8.1.6', onu), () => written(lightOf(plant, onu).tx)),
      row(at('2.1.8.1.7', onu), () => written(lightOf(plant, onu).rx)),
    ])
  },
  ownRows: (plant) => system(plant, 'EPON'),
}
