import type { Onu, Plant } from '../plant.ts'
import { refused, said } from './family.ts'
import type { Place, Written } from './family.ts'

const MISSING = '  Failure: The ONT does not exist'

/** What a line changes: ONTs in the mode of a board, service ports in that of the configuration. */
export function huaweiWrites(line: string, place: Place, plant: Plant, ponAt: (slot: number, port: number) => number): Written | null {
  if (line === 'save')
    return place.length >= 2
      ? said('  It will take several minutes to save configuration file, please wait...', '  The data is being saved, please wait a moment')
      : null
  if (place.length === 3) return servicePorts(line, plant, ponAt)
  if (place.length !== 4) return null
  const slot = Number((place[3] ?? '').split('/')[1])
  const find = (port = '', id = ''): Onu | undefined => plant.find(ponAt(slot, Number(port)), Number(id) + 1)
  const added = /^ont add (\d+)(?: (\d+))? sn-auth "?([0-9A-Z]{12,16})"? omci ont-lineprofile-id (\d+) ont-srvprofile-id (\d+)(?: desc "?([^"]*)"?)?$/i.exec(
    line,
  )
  if (added !== null) return add(plant, ponAt(slot, Number(added[1])), added)
  const [, verb, port, id] = /^ont (delete|reset|activate|deactivate) (\d+) (\d+)$/.exec(line) ?? []
  if (verb !== undefined) {
    const onu = find(port, id)
    if (onu === undefined) return refused(MISSING)
    if (verb === 'reset')
      return said()
        .doing(() => plant.reboot(onu.pon, onu.id))
        .asking('  Are you sure to reset the ONT(s)? (y/n)[n]:')
    if (verb === 'delete') {
      if (onu.hasServicePort) return refused('  Failure: This configured object has some service virtual ports')
      return said('  Number of ONTs that can be deleted: 1, success: 1').doing(() => plant.remove(onu.pon, onu.id))
    }
    return said().doing(() => plant.enable(onu.pon, onu.id, verb === 'activate'))
  }
  const [, at, ont, description] = /^ont modify (\d+) (\d+) desc "([^"]*)"$/.exec(line) ?? []
  const [, of, which, vlan] = /^ont port native-vlan (\d+) (\d+) eth 1 vlan (\d+) priority 0$/.exec(line) ?? []
  if (at === undefined && of === undefined) return null
  const onu = find(at ?? of, ont ?? which)
  if (onu === undefined) return refused(MISSING)
  return said().doing(() => {
    if (description !== undefined) onu.description = description
    if (vlan !== undefined) onu.vlan = Number(vlan)
  })
}

function add(plant: Plant, pon: number, [, port, id, sn = '', line, service, description]: RegExpExecArray): Written {
  const serial = (sn.length === 16 ? Buffer.from(sn.slice(0, 8), 'hex').toString('latin1') + sn.slice(8) : sn).toUpperCase()
  if (plant.onus.some((onu) => onu.serial === serial)) return refused('  Failure: SN already exists')
  if (id !== undefined && plant.find(pon, Number(id) + 1) !== undefined) return refused('  Failure: The ONT ID has already existed')
  if (pon > plant.pons || Number(id ?? 0) > 127) return refused("  % Parameter error, the error locates at '^'")
  const free = Array.from({ length: 128 }, (_none, index) => index + 1).find((one) => plant.find(pon, one) === undefined) ?? 1
  const number = id === undefined ? free : Number(id) + 1
  return said('  Number of ONTs that can be added: 1, success: 1', `  PortID :${port}, ONTID :${number - 1}`).doing(
    () => void plant.register({ pon, id: number, serial, description: description ?? '', profile: `line ${line} service ${service}` }),
  )
}

function servicePorts(line: string, plant: Plant, ponAt: (slot: number, port: number) => number): Written | null {
  const added = /^service-port vlan (\d+) gpon 0\/(\d+)\/(\d+) ont (\d+) gemport \d+ multi-service user-vlan \d+ tag-transform translate$/.exec(line)
  const removed = /^undo service-port port 0\/(\d+)\/(\d+) ont (\d+)$/.exec(line)
  const [slot, port, id] = added?.slice(2) ?? removed?.slice(1) ?? []
  if (slot === undefined) return null
  const onu = plant.find(ponAt(Number(slot), Number(port)), Number(id) + 1)
  if (onu === undefined) return refused(MISSING)
  if (added !== null)
    return said().doing(() => {
      onu.vlan = Number(added[1])
      onu.hasServicePort = true
    })
  if (!onu.hasServicePort) return refused('  Failure: No service virtual port can be operated')
  return said()
    .doing(() => void (onu.hasServicePort = false))
    .asking('  It will delete the service virtual port(s). Are you sure? (y/n)[n]:')
}
