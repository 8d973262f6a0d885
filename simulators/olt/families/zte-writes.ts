import type { Onu, Plant } from '../plant.ts'
import { refused, said } from './family.ts'
import type { Place, Written } from './family.ts'

const MISSING = '%Code 62304-GPONSRV : ONU does not exist.'

/** Where a session is: the port of an OLT, an ONU's interface, or what is managed in it. */
export function zteGoes(line: string, place: Place, plant: Plant): Place | 'refused' | null {
  if (place.length !== 3) return null
  const [, pon] = /^interface gpon-olt_1\/2\/(\d+)$/.exec(line) ?? []
  if (pon !== undefined) return Number(pon) >= 1 && Number(pon) <= plant.pons ? [...place, `olt ${pon}`] : 'refused'
  const [, way, on, id] = /^(interface|pon-onu-mng) gpon-onu_1\/2\/(\d+):(\d+)$/.exec(line) ?? []
  if (way === undefined) return null
  return plant.find(Number(on), Number(id)) === undefined ? 'refused' : [...place, `${way === 'interface' ? 'onu' : 'mng'} ${on} ${id}`]
}

export const zteMode = (place: Place): string => {
  const [kind, pon, id] = (place[3] ?? '').split(' ')
  if (place.length === 3) return '(config)'
  return place.length < 3 ? '' : kind === 'mng' ? `(gpon-onu-mng 1/2/${pon}:${id})` : '(config-if)'
}

export function zteWrites(line: string, place: Place, plant: Plant): Written | null {
  if (line === 'write') return said('Building configuration...', '..[OK]')
  const [kind, pon, id] = (place[3] ?? '').split(' ')
  if (kind === 'olt') return onPort(line, plant, Number(pon))
  const onu = plant.find(Number(pon), Number(id))
  if (kind !== 'onu' && kind !== 'mng') return null
  if (onu === undefined) return refused(MISSING)
  return kind === 'onu' ? onInterface(line, plant, onu) : managed(line, plant, onu)
}

function onPort(line: string, plant: Plant, pon: number): Written | null {
  const [, id, type, serial = ''] = /^onu (\d+) type (\S+) sn (\S+)$/.exec(line) ?? []
  if (id !== undefined) {
    if (plant.onus.some((onu) => onu.serial === serial.toUpperCase())) return refused('%Code 62307-GPONSRV : The SN already exists.')
    if (Number(id) < 1 || Number(id) > 128 || plant.find(pon, Number(id)) !== undefined) return refused('%Code 62303-GPONSRV : ONU already exists.')
    return said('.[Successful]').doing(() => void plant.register({ pon, id: Number(id), serial: serial.toUpperCase(), profile: type ?? '' }))
  }
  const [, gone] = /^no onu (\d+)$/.exec(line) ?? []
  if (gone === undefined) return null
  return plant.find(pon, Number(gone)) === undefined ? refused(MISSING) : said('.[Successful]').doing(() => plant.remove(pon, Number(gone)))
}

function onInterface(line: string, plant: Plant, onu: Onu): Written | null {
  const [, description] = /^description (\S+)$/.exec(line) ?? []
  if (description !== undefined) return said().doing(() => void (onu.description = description))
  if (/^(?:no )?shutdown$/.test(line)) return said().doing(() => plant.enable(onu.pon, onu.id, line.startsWith('no')))
  const [, vlan] = /^service-port 1 vport 1 user-vlan \d+ vlan (\d+)$/.exec(line) ?? []
  if (vlan !== undefined) return said().doing(() => void (onu.vlan = Number(vlan)))
  return /^(?:tcont 1 profile \S+|gemport 1 tcont 1)$/.test(line) ? said() : null
}

function managed(line: string, plant: Plant, onu: Onu): Written | null {
  if (line === 'reboot')
    return said()
      .doing(() => plant.reboot(onu.pon, onu.id))
      .asking('Confirm to reboot? [yes/no]:')
  return /^(?:service 1 gemport 1 vlan \d+|vlan port eth_0\/1 mode tag vlan \d+|vlan port veip_1 mode hybrid)$/.test(line) ? said() : null
}
