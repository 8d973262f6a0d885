import type { Onu, Plant } from '../plant.ts'
import { refused, said } from './family.ts'
import type { Place, Written } from './family.ts'

const INVALID = 'Parameter invalid'
const onuOf = (plant: Plant, said = ''): Onu | undefined => {
  const [, pon, id] = /^0\/(\d+):(\d+)$/.exec(said) ?? []
  return plant.find(Number(pon), Number(id))
}

/** The interface of a PON, or of an ONU on it. */
export function bdcomGoes(line: string, place: Place, plant: Plant): Place | 'refused' | null {
  const [, pon, id] = /^interface epON ?0\/(\d+)(?::(\d+))?$/i.exec(line) ?? []
  if (place.length !== 3 || pon === undefined) return null
  const isThere = id === undefined ? Number(pon) >= 1 && Number(pon) <= plant.pons : onuOf(plant, `0/${pon}:${id}`) !== undefined
  return isThere ? [...place, `0/${pon}${id === undefined ? '' : `:${id}`}`] : 'refused'
}

export function bdcomWrites(line: string, place: Place, plant: Plant): Written | null {
  if (/^write(?: all)?$/.test(line)) return place.length >= 2 ? said('Saving current configuration...', 'OK!') : null
  const [, which] = /^epon reboot onu interface epON ?(0\/\d+:\d+)$/i.exec(line) ?? []
  if (which !== undefined && place.length === 2) {
    const onu = onuOf(plant, which)
    return onu === undefined ? refused(INVALID) : said().doing(() => plant.reboot(onu.pon, onu.id))
  }
  if (place.length !== 4) return null
  const onu = onuOf(plant, place[3])
  return onu === undefined ? onPon(line, plant, Number((place[3] ?? '').split('/')[1])) : onOnu(line, plant, onu)
}

function onPon(line: string, plant: Plant, pon: number): Written | null {
  const [, address, id] = /^epon bind-onu mac ([0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}) (\d+)$/i.exec(line) ?? []
  if (address !== undefined) {
    const mac = address
      .toLowerCase()
      .replaceAll('.', '')
      .replace(/(..)(?=.)/g, '$1:')
    const number = Number(id)
    if (number < 1 || number > 64 || plant.find(pon, number) !== undefined || plant.onus.some((onu) => onu.mac === mac)) return refused(INVALID)
    return said().doing(() => void plant.register({ pon, id: number, mac }))
  }
  const [, gone] = /^no epon bind-onu sequence (\d+)$/.exec(line) ?? []
  if (gone === undefined) return null
  return plant.find(pon, Number(gone)) === undefined ? refused(INVALID) : said().doing(() => plant.remove(pon, Number(gone)))
}

function onOnu(line: string, plant: Plant, onu: Onu): Written | null {
  const [, description] = /^description (\S+)$/.exec(line) ?? []
  if (description !== undefined) return said().doing(() => void (onu.description = description))
  if (/^(?:no )?shutdown$/.test(line)) return said().doing(() => plant.enable(onu.pon, onu.id, line.startsWith('no')))
  const [, vlan] = /^epon onu port 1 ctc vlan mode tag (\d+)$/.exec(line) ?? []
  return vlan === undefined ? null : said().doing(() => void (onu.vlan = Number(vlan)))
}
