import type { Plant } from '../../plant.ts'
import { refused, said } from '../family.ts'
import type { Place, Written } from '../family.ts'
import { ponOf } from './place.ts'

const missing = (id: string | undefined): Written => refused(`Error: onu ${id} does not exist.`)

/** What a line changes, in the mode of a PON; `write` also above it. */
export function vsolWrites(line: string, place: Place, plant: Plant): Written | null {
  if (/^write(?: memory)?$/i.test(line)) return place.length >= 2 ? said('Building configuration.....', '[OK]') : null
  const pon = ponOf(place)
  if (pon === null) return null
  const added = plant.isEpon ? /^confirm onu mac (\S+) onuid (\d+)$/i.exec(line) : /^onu add (\d+) profile (\S+) sn (\S+)$/i.exec(line)
  if (added !== null)
    return plant.isEpon
      ? add(plant, pon, added[2], { mac: added[1]?.toLowerCase() ?? '' })
      : add(plant, pon, added[1], { serial: added[3]?.toUpperCase() ?? '', profile: added[2] ?? '' })
  const [, gone] = /^no onu (\d+)$/i.exec(line) ?? []
  if (gone !== undefined) return plant.find(pon, Number(gone)) === undefined ? missing(gone) : said().doing(() => plant.remove(pon, Number(gone)))
  const [, id, what = ''] = /^onu (\d+) (\S.*)$/i.exec(line) ?? []
  if (id === undefined) return null
  const onu = plant.find(pon, Number(id))
  const description = /^(?:desc|description) (\S+)$/i.exec(what)?.[1]
  const vlan = /^(?:service 1 gemport 1|portvlan eth 1 mode tag|ctc eth 1 vlan mode tag) (?:vlan )?(\d+)$/i.exec(what)?.[1]
  const isKnown =
    /^(?:reboot|activate|deactivate|tcont 1|gemport 1 tcont 1|service-port 1 gemport 1 uservlan \d+ vlan \d+|portvlan veip 1 mode transparent)$/i.test(what)
  if (description === undefined && vlan === undefined && !isKnown) return null
  if (onu === undefined) return missing(id)
  if (description !== undefined) return said().doing(() => void (onu.description = description))
  if (vlan !== undefined) return said().doing(() => void (onu.vlan = Number(vlan)))
  if (/^reboot$/i.test(what)) return said().doing(() => plant.reboot(pon, onu.id))
  if (/^(?:de)?activate$/i.test(what)) return said().doing(() => plant.enable(pon, onu.id, /^activate$/i.test(what)))
  return said()
}

function add(plant: Plant, pon: number, id: string | undefined, one: { serial?: string; mac?: string; profile?: string }): Written {
  const number = Number(id)
  const isFree = number >= 1 && number <= 128 && plant.find(pon, number) === undefined
  if (!isFree || plant.onus.some((onu) => (one.serial === undefined ? onu.mac === one.mac : onu.serial === one.serial)))
    return refused('Error: onu is already exist or the number is out of range.')
  return said().doing(() => void plant.register({ ...one, pon, id: number }))
}
