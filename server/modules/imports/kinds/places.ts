import type { Tx } from '../../../platform/db/tx.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { editClient } from '../../clients/index.ts'
import { changeOlt } from '../../network/olts/index.ts'
import { changeBox } from '../../network/onus/index.ts'
import { plain } from '../cells.ts'
import type { Cells, CheckedRow, ImportField, ImportKind, RowError } from '../import-kind.ts'
import { readStanding } from './standing.sql.ts'
import type { Placed, Standing } from './standing.sql.ts'

interface Spot {
  readonly latitude: number
  readonly longitude: number
}

interface PlaceRow extends Spot {
  readonly of: Placed['of']
  readonly id: bigint
}

const field = (key: string, en: string, bn: string, synonyms: readonly string[] = []): ImportField => ({ key, label: { en, bn }, synonyms })

const fields: readonly ImportField[] = [
  field('client', 'Client code', 'গ্রাহক কোড', ['client', 'client id', 'customer id', 'customer code', 'user id', 'code', 'client_code', 'গ্রাহক', 'কোড']),
  field('box', 'Box', 'বক্স', ['box name', 'splitter', 'tj box', 'joint box', 'fdb', 'fat', 'বক্সের নাম']),
  field('olt', 'OLT', 'ওএলটি', ['olt name', 'pop', 'ওএলটির নাম']),
  field('branch', 'Branch of the box', 'বক্সের শাখা', ['branch', 'branch code', 'branch name', 'শাখা']),
  field('latitude', 'Latitude', 'অক্ষাংশ', ['lat', 'y']),
  field('longitude', 'Longitude', 'দ্রাঘিমাংশ', ['lng', 'long', 'lon', 'x']),
  field('place', 'Both in one column', 'দুটি এক কলামে', ['place', 'coordinates', 'location', 'lat long', 'latlong', 'gps', 'map', 'অবস্থান']),
]

/** What a person needs besides, to move what a row names. */
const NEEDED: Readonly<Record<Placed['of'], Permission>> = { client: 'client.edit', box: 'onu.edit', olt: 'olt.edit' }

/** Where clients, boxes and OLTs stand. What stands there already is skipped, so a file can be sent twice. */
export const placesKind: ImportKind<PlaceRow> = {
  name: 'places',
  permission: 'client.edit',
  fields,
  async check(tx, rows) {
    const named = (key: string) => rows.map((cells) => plain(cells.get(key) ?? '')).filter((name) => name !== '')
    const standing = await readStanding(tx, tx.actor.scope, { clients: named('client'), boxes: named('box'), olts: named('olt') })
    return rows.map((cells) => checkRow(tx, cells, standing))
  },
  async apply(tx, values) {
    const order = { client: 0, box: 1, olt: 2 }
    // In one order, so that two files at once do not wait for each other.
    for (const { of, id, ...place } of values.toSorted((a, b) => order[a.of] - order[b.of] || (a.id < b.id ? -1 : 1))) {
      if (of === 'client') await editClient(tx, { clientId: id, changes: place })
      else if (of === 'box') await changeBox(tx, id, place)
      else await changeOlt(tx, id, place)
    }
    return values.map(({ id }) => id)
  },
}

function checkRow(tx: Tx, cells: Cells, standing: Standing): CheckedRow<PlaceRow> {
  const errors: RowError[] = []
  const found = readNamed(tx, cells, standing, errors)
  const spot = readSpot(cells, errors)
  if (found === null || spot === null || errors.length > 0) return { state: 'invalid', errors }
  const name = `${found.of}:${found.id}`
  const keys = [`${found.of}:${name}`]
  if (found.latitude === spot.latitude && found.longitude === spot.longitude)
    return { state: 'skipped', keys, entityId: found.id, errors: [{ field: '', message: 'It stands there already' }] }
  // The version is a part of it: whoever was moved away meanwhile is moved back by the same file.
  return {
    state: 'ready',
    value: { of: found.of, id: found.id, ...spot },
    keys,
    sourceId: `${name}:v${found.version}:${spot.latitude},${spot.longitude}`,
  }
}

function readNamed(tx: Tx, cells: Cells, standing: Standing, errors: RowError[]): Placed | null {
  const text = (key: string): string => plain(cells.get(key) ?? '')
  const named = (['client', 'box', 'olt'] as const).filter((key) => text(key) !== '')
  const [of] = named
  if (of === undefined) errors.push({ field: 'client', message: 'Whose place is it? Name a client, a box or an OLT' })
  else if (named.length > 1) errors.push({ field: of, message: 'Name a client, a box or an OLT, and only one of them in a row' })
  if (of === undefined || named.length > 1) return null
  if (!tx.actor.permissions.has(NEEDED[of])) {
    errors.push({ field: of, message: 'You may not change this' })
    return null
  }
  const branch = text('branch').toLowerCase()
  const all = standing[of].get(text(of).toLowerCase()) ?? []
  const fit = of === 'box' && branch !== '' ? all.filter(({ branches }) => branches.includes(branch)) : all
  const [found] = fit
  if (found === undefined) errors.push({ field: of, message: MISSING[of] })
  else if (fit.length > 1) errors.push({ field: of, message: 'Several branches have a box of this name; name the branch too' })
  return found !== undefined && fit.length === 1 ? found : null
}

const MISSING: Readonly<Record<Placed['of'], string>> = {
  client: 'There is no such client, or he is outside your branch',
  box: 'There is no such box, or it is outside your branch',
  olt: 'There is no such OLT, or it is outside your branch',
}

function readSpot(cells: Cells, errors: RowError[]): Spot | null {
  const text = (key: string): string => plain(cells.get(key) ?? '')
  const both = /^(.+?)\s*[,;\s]\s*(.+)$/.exec(text('place'))
  const isOne = text('latitude') === '' && text('longitude') === '' && both !== null
  const latitude = readDegrees(isOne ? (both[1] as string) : text('latitude'), 90, /[ns]$/i)
  const longitude = readDegrees(isOne ? (both[2] as string) : text('longitude'), 180, /[ew]$/i)
  if (latitude === null) errors.push({ field: isOne ? 'place' : 'latitude', message: 'Expected a latitude such as 23.8069' })
  if (longitude === null) errors.push({ field: isOne ? 'place' : 'longitude', message: 'Expected a longitude such as 90.3687' })
  if (latitude === null || longitude === null) return null
  if (latitude === 0 && longitude === 0) {
    errors.push({ field: isOne ? 'place' : 'latitude', message: 'Nobody lives at 0, 0; leave out who has no place yet' })
    return null
  }
  return { latitude, longitude }
}

/** `23.8069`, `23.8069°`, `90.3687 E`; south and west are below 0. Null for anything else. */
function readDegrees(text: string, most: number, side: RegExp): number | null {
  const bare = text.replaceAll('\u2212', '-').replaceAll(' ', '')
  const match = /^([+-]?\d{1,3}(?:\.\d{1,15})?)°?([a-z]?)$/i.exec(bare)
  if (match === null || (match[2] !== '' && !side.test(bare))) return null
  const degrees = Number(match[1]) * (/[sw]/i.test(match[2] ?? '') ? -1 : 1)
  return Math.abs(degrees) <= most ? degrees : null
}
