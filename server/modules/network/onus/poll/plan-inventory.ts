import type { OnuObservation } from '../../olts/index.ts'
import { placeKey, placeOf } from '../onu.ts'
import type { KnownOnu, OnuEvent } from '../onu.ts'

export interface Identity {
  readonly id: bigint
  readonly serial: string | null
  readonly raw_serial: string | null
  readonly mac: string | null
  readonly model: string
  readonly description: string
}

export interface Move {
  readonly id: bigint
  readonly pon: string
  readonly onu_index: number
}

export interface InventoryPlan {
  /** What is now known of who stands at a place. */
  readonly identities: readonly Identity[]
  /** A device that was known stands at another place, of this OLT or another. */
  readonly moves: readonly Move[]
  /** A device was replaced at its place, or is not listed any more. */
  readonly displaced: readonly bigint[]
  /** Rows of places that had no name, taken over by the device that is there. */
  readonly absorbed: readonly { readonly nameless: bigint; readonly by: bigint }[]
  /** Devices nobody has seen before. */
  readonly added: readonly OnuObservation[]
  readonly events: readonly OnuEvent[]
  /** In words: what does not fit together. */
  readonly problems: readonly string[]
}

const identityOf = ({ serial, mac }: { serial: string | null; mac: string | null }): string | null => serial ?? mac

/**
 * Who stands where, by serial or MAC: a place is not a device. `known` are the ONUs of this OLT and those elsewhere that bear one of the
 * identities seen. Where the list is not whole, nobody is taken to have gone; who is named in it is where it names him all the same.
 */
export function planInventory(
  oltId: bigint,
  known: readonly KnownOnu[],
  observed: readonly OnuObservation[],
  { isWhole }: { isWhole: boolean },
): InventoryPlan {
  const { seen, problems } = withoutDoubles(observed)
  const here = new Map(known.filter(({ olt_id, is_present }) => olt_id === oltId && is_present).map((onu) => [placeKey(onu), onu]))
  const byIdentity = new Map(known.flatMap((onu) => (identityOf(onu) === null ? [] : [[identityOf(onu) as string, onu] as const])))
  const seenIdentities = new Set(seen.map(identityOf))
  const plan = {
    identities: [] as Identity[],
    moves: [] as Move[],
    displaced: new Set<bigint>(),
    absorbed: [] as { nameless: bigint; by: bigint }[],
    added: [] as OnuObservation[],
    events: [] as OnuEvent[],
  }
  const listed = new Set<string>()

  for (const onu of seen) {
    const place = placeOf(onu)
    listed.add(place)
    const identity = identityOf(onu)
    const stands = here.get(place)
    if (identity === null) {
      if (stands === undefined) plan.added.push(onu)
      else if (identityOf(stands) === null || !differs(stands, onu)) refresh(stands, onu)
      continue
    }
    const device = byIdentity.get(identity)
    if (stands !== undefined && device?.id === stands.id) {
      refresh(stands, onu)
      continue
    }
    const isNameless = stands !== undefined && identityOf(stands) === null
    if (device === undefined && isNameless) {
      refresh(stands, onu)
      plan.events.push({ onu_id: stands.id, olt_id: oltId, pon: onu.pon, kind: 'named', is_now: identity })
      continue
    }
    if (stands !== undefined && !isNameless) {
      // Another device stands where it stood. Where it is named elsewhere it has moved, and that is told there.
      if (!seenIdentities.has(identityOf(stands))) plan.displaced.add(stands.id)
      plan.events.push({
        onu_id: stands.id,
        olt_id: oltId,
        pon: onu.pon,
        kind: 'swapped',
        was: identityOf(stands),
        is_now: identity,
        detail: { onu_index: onu.onuId },
      })
    }
    if (device === undefined) plan.added.push(onu)
    else {
      if (isNameless) plan.absorbed.push({ nameless: stands.id, by: device.id })
      plan.moves.push({ id: device.id, pon: onu.pon, onu_index: onu.onuId })
      plan.events.push({
        onu_id: device.id,
        olt_id: oltId,
        pon: onu.pon,
        kind: 'moved',
        was: `${device.olt_id}/${placeKey(device)}`,
        is_now: `${oltId}/${place}`,
        detail: { from_olt_id: Number(device.olt_id), from_pon: device.pon, from_index: device.onu_index, onu_index: onu.onuId },
      })
      refresh(device, onu)
    }
  }
  if (isWhole)
    for (const [place, onu] of here) {
      if (listed.has(place) || plan.moves.some(({ id }) => id === onu.id)) continue
      plan.displaced.add(onu.id)
      plan.events.push({ onu_id: onu.id, olt_id: oltId, pon: onu.pon, kind: 'gone', was: onu.state, detail: { onu_index: onu.onu_index } })
    }
  return { ...plan, displaced: [...plan.displaced], problems }

  function refresh(before: KnownOnu, { serial, rawSerial, mac, model, description }: OnuObservation): void {
    const after = {
      id: before.id,
      serial: serial ?? before.serial,
      raw_serial: rawSerial ?? serial ?? null,
      mac: mac ?? before.mac,
      model: model ?? before.model,
      description: description ?? before.description,
    }
    const isSame = after.serial === before.serial && after.mac === before.mac && after.model === before.model && after.description === before.description
    if (!isSame) plan.identities.push(after)
  }
}

const differs = (stands: KnownOnu, { model }: OnuObservation): boolean => model !== null && stands.model !== '' && stands.model !== model

/** One identity twice in a list: where it is online is where it is, else the first. */
function withoutDoubles(observed: readonly OnuObservation[]): { seen: OnuObservation[]; problems: string[] } {
  const best = new Map<string, OnuObservation>()
  const problems: string[] = []
  for (const onu of observed) {
    const identity = identityOf(onu)
    if (identity === null) continue
    const other = best.get(identity)
    if (other === undefined) best.set(identity, onu)
    else {
      problems.push(`${identity} is named at ${placeOf(other)} and at ${placeOf(onu)}`)
      if (other.state !== 'online' && onu.state === 'online') best.set(identity, onu)
    }
  }
  return { seen: observed.filter((onu) => identityOf(onu) === null || best.get(identityOf(onu) as string) === onu), problems }
}
