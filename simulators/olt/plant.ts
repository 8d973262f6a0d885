import { openTimers } from './timers.ts'

/** `starting`: it was authorised just now; `reset`: it was told to start again. */
export type Down = 'los' | 'dying_gasp' | 'reset' | 'starting'

/** What hangs at the end of a fibre, whoever has authorised it. */
export interface Hardware {
  readonly pon: number
  readonly serial: string
  readonly mac: string
  readonly model: string
  readonly distanceM: number
  /** Light at the ONU and at the OLT when nothing is wrong, in hundredths of a dBm. */
  rxCentiDbm: number
  oltRxCentiDbm: number
  /** How much light it loses in a day, by the plant's clock. */
  decayDbPerDay: number
  /** MAC addresses of what is plugged into it. */
  hosts: string[]
}

/** One that is registered: it has a number on its PON. */
export interface Onu extends Hardware {
  readonly id: number
  description: string
  /** The name of what it was authorised with; a line profile or a type, as the family has it. */
  profile: string
  vlan: number
  /** Huawei's: while it has one it is not deleted. */
  hasServicePort: boolean
  /** The receiver tells nothing of its light, though the ONU works. */
  isDark: boolean
  readonly isEnabled: boolean
  /** Null: nothing keeps it from being up. */
  readonly down: Down | null
  /** Why it last went down. */
  readonly lastDown: Down | 'admin' | null
  /** When it last came up, by the plant's clock. */
  readonly upAt: Temporal.Instant
}

export type GivenOnu = Partial<Omit<Onu, 'down' | 'lastDown' | 'upAt'>> & { readonly pon: number; readonly id: number }
export type GivenHardware = Partial<Hardware> & { readonly pon: number }
export type ChangeListener = (onu: Onu, isUpNow: boolean) => void

export interface PlantOptions {
  readonly pons: number
  /** So many on each PON from the seed; with `onus` given there are none but those. */
  readonly onusPerPon?: number
  readonly onus?: readonly GivenOnu[]
  readonly seed: number
  readonly isEpon: boolean
  readonly clock?: () => Temporal.Instant
  /** How long one that was authorised takes to come up, and one that starts again. */
  readonly startsAfterMs?: number
  readonly restartsAfterMs?: number
}

export type Plant = ReturnType<typeof createPlant>
type Living = { -readonly [Name in keyof Onu]: Onu[Name] } & { isAbsent: boolean }

const MOST_ONUS = 128
const USUAL_VLAN = 100

/** PONs with ONUs that live: they go down and come back, are registered and removed. The same seed is the same plant. */
export function createPlant(options: PlantOptions) {
  const { pons, seed, isEpon } = options
  const clock = options.clock ?? (() => Temporal.Now.instant())
  const timers = openTimers()
  const began = clock()
  const chance = chanceOf(seed)
  const byPon = new Map<number, Living[]>()
  const loose: Hardware[] = []
  const cut = new Set<number>()
  const listeners = new Set<ChangeListener>()
  let flat: readonly Onu[] | null = null
  let count = 0

  const hardwareOf = (given: GivenHardware, number: number): Hardware => ({
    serial: `SIMU${number.toString(16).padStart(8, '0').toUpperCase()}`,
    mac: macOf('02:5e', number),
    model: isEpon ? 'SE101' : 'SG402',
    distanceM: 200 + chance(9000),
    rxCentiDbm: -1500 - chance(1100),
    oltRxCentiDbm: -1700 - chance(1100),
    decayDbPerDay: 0,
    hosts: [macOf('02:e1', number)],
    ...given,
  })
  const put = (given: GivenOnu, hardware: Hardware): Living => {
    const onu: Living = {
      description: '',
      profile: 'default',
      vlan: USUAL_VLAN,
      hasServicePort: false,
      isDark: false,
      isEnabled: true,
      down: null,
      lastDown: null,
      upAt: clock(),
      isAbsent: false,
      ...hardware,
      ...given,
    }
    const onPon = byPon.get(onu.pon) ?? []
    const before = onPon.findIndex(({ id }) => id > onu.id)
    onPon.splice(before < 0 ? onPon.length : before, 0, onu)
    byPon.set(onu.pon, onPon)
    flat = null
    plant.revision += 1
    return onu
  }
  /** Changes one and tells who listens, when it went up or down by that. */
  const change = (onu: Living, how: Partial<Pick<Living, 'isEnabled' | 'down'>>): void => {
    const wasUp = isUp(onu)
    Object.assign(onu, how)
    const isUpNow = isUp(onu)
    if (!isUpNow) onu.lastDown = how.isEnabled === false ? 'admin' : (how.down ?? onu.lastDown)
    if (wasUp === isUpNow) return
    if (isUpNow) onu.upAt = clock()
    for (const listener of listeners) listener(onu, isUpNow)
  }
  const living = (pon: number, id: number): Living | undefined => byPon.get(pon)?.find((onu) => onu.id === id)
  const isThere = (onu: Living): boolean => byPon.get(onu.pon)?.includes(onu) === true
  const comesBack = (onu: Living, from: Down, afterMs: number): void =>
    timers.after(afterMs, () => {
      if (isThere(onu) && onu.down === from) change(onu, { down: null })
    })

  const plant = {
    pons,
    isEpon,
    /** A number that grows: what is measured moves a little with it. */
    tick: 0,
    /** Grows when an ONU is registered or removed. */
    revision: 0,
    clock,
    began,
    startsAfterMs: options.startsAfterMs ?? 300,
    restartsAfterMs: options.restartsAfterMs ?? 2000,
    get onus(): readonly Onu[] {
      flat ??= Array.from({ length: pons }, (_none, index) => byPon.get(index + 1) ?? []).flat()
      return flat
    },
    on: (pon: number): readonly Onu[] => byPon.get(pon) ?? [],
    find: (pon: number, id: number): Onu | undefined => living(pon, id),
    /** Those that hang on a PON and that nobody has authorised; what has no light is not seen. */
    unregistered: (pon?: number): readonly Hardware[] => loose.filter((one) => (pon === undefined || one.pon === pon) && !cut.has(one.pon)),
    addUnregistered: (given: GivenHardware): Hardware => {
      count += 1
      const one = hardwareOf(given, ((0xf0 << 24) | (given.pon << 16) | count) >>> 0)
      loose.push(one)
      plant.revision += 1
      return one
    },
    removeUnregistered: (which: (one: Hardware) => boolean): void => {
      for (let at = loose.length - 1; at >= 0; at -= 1) if (which(loose[at] as Hardware)) loose.splice(at, 1)
      plant.revision += 1
    },
    /** Gives it a number, the first free one where none is said. It comes up after a moment where it hangs there. @returns null where the number or the ONU is taken. */
    register: (wanted: Pick<GivenOnu, 'serial' | 'mac' | 'description' | 'profile' | 'vlan'> & { pon: number; id: number | null }): Onu | null => {
      const is = (one: Hardware): boolean => (wanted.serial !== undefined ? one.serial === wanted.serial : one.mac === wanted.mac)
      const id = wanted.id ?? Array.from({ length: MOST_ONUS }, (_none, index) => index + 1).find((free) => living(wanted.pon, free) === undefined)
      if (id === undefined || id < 1 || id > MOST_ONUS || wanted.pon < 1 || wanted.pon > pons) return null
      if (living(wanted.pon, id) !== undefined || plant.onus.some(is)) return null
      const found = loose.findIndex((one) => one.pon === wanted.pon && is(one))
      const hardware = found >= 0 ? loose.splice(found, 1)[0] : undefined
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
      count += 1
      const onu = put({ ...given, pon: wanted.pon, id }, hardware ?? hardwareOf({ ...given, pon: wanted.pon }, ((0xe0 << 24) | count) >>> 0))
      onu.isAbsent = hardware === undefined
      onu.down = onu.isAbsent || cut.has(onu.pon) ? 'los' : 'starting'
      if (onu.down === 'starting') comesBack(onu, 'starting', plant.startsAfterMs)
      return onu
    },
    /** It is nobody's any more, and waits on its PON. */
    remove: (pon: number, id: number): void => {
      const onu = living(pon, id)
      if (onu === undefined) return
      change(onu, { isEnabled: false })
      byPon.set(
        pon,
        (byPon.get(pon) ?? []).filter((other) => other !== onu),
      )
      flat = null
      plant.revision += 1
      const { serial, mac, model, distanceM, rxCentiDbm, oltRxCentiDbm, decayDbPerDay, hosts } = onu
      if (!onu.isAbsent && onu.down !== 'dying_gasp') loose.push({ pon, serial, mac, model, distanceM, rxCentiDbm, oltRxCentiDbm, decayDbPerDay, hosts })
    },
    enable: (pon: number, id: number, isEnabled: boolean): void => {
      const onu = living(pon, id)
      if (onu !== undefined) change(onu, { isEnabled })
    },
    /** It goes down and comes back after a while. */
    reboot: (pon: number, id: number): void => {
      const onu = living(pon, id)
      if (onu === undefined || !isUp(onu)) return
      change(onu, { down: 'reset' })
      comesBack(onu, 'reset', plant.restartsAfterMs)
    },
    /** The fibre of a PON is cut: everybody behind it loses the light. */
    cutFibre: (pon: number): void => {
      cut.add(pon)
      for (const onu of byPon.get(pon) ?? []) change(onu, { down: 'los' })
    },
    /** The mains fail at these. */
    failPower: (which: (onu: Onu) => boolean): void => {
      for (const onu of [...byPon.values()].flat()) if (which(onu) && onu.down === null) change(onu, { down: 'dying_gasp' })
    },
    restore: (which: (onu: Onu) => boolean = () => true): void => {
      for (const onu of [...byPon.values()].flat()) if (which(onu) && !onu.isAbsent) change(onu, { down: null })
      for (const pon of cut) if (!(byPon.get(pon) ?? []).some(({ down, isAbsent }) => down === 'los' && !isAbsent)) cut.delete(pon)
    },
    /** Tells when an ONU goes up or down. @returns how to stop it. */
    onChange: (listener: ChangeListener): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Nothing happens by itself any more. */
    close: (): void => timers.close(),
  }

  for (const given of options.onus ?? []) put(given, hardwareOf(given, ((given.pon << 16) | (given.id << 4) | (seed & 0xf)) >>> 0))
  if (options.onus === undefined)
    for (let pon = 1; pon <= pons; pon += 1)
      for (let id = 1; id <= (options.onusPerPon ?? 0); id += 1)
        put({ pon, id, description: `line ${pon}-${id}` }, hardwareOf({ pon }, ((pon << 16) | (id << 4) | (seed & 0xf)) >>> 0))
  return plant
}

const chanceOf = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0 || 1
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const macOf = (prefix: string, number: number): string =>
  `${prefix}:${[24, 16, 8, 0].map((bits) => ((number >>> bits) & 0xff).toString(16).padStart(2, '0')).join(':')}`

export const isUp = (onu: Onu): boolean => onu.isEnabled && onu.down === null

/** Light drifts a little, and where it decays falls day by day. In dBm; null where there is none. */
export function lightOf(plant: Plant, onu: Onu): { rx: number | null; oltRx: number | null; tx: number | null } {
  if (!isUp(onu) || onu.isDark) return { rx: null, oltRx: null, tx: null }
  const drift = ((onu.id * 7 + plant.tick * 13) % 11) - 5 - decayed(plant, onu)
  return { rx: (onu.rxCentiDbm + drift) / 100, oltRx: (onu.oltRxCentiDbm + drift) / 100, tx: (230 + (onu.id % 40)) / 100 }
}

const DAY_MS = 86_400_000
/** In hundredths of a dB. */
const decayed = ({ clock, began }: Plant, { decayDbPerDay }: Onu): number =>
  decayDbPerDay === 0 ? 0 : Math.round(((clock().epochMilliseconds - began.epochMilliseconds) / DAY_MS) * decayDbPerDay * 100)

/** Seconds since it came up, by the plant's clock. */
export const upSeconds = ({ clock }: Plant, onu: Onu): number =>
  isUp(onu) ? Math.max(0, Math.round((clock().epochMilliseconds - onu.upAt.epochMilliseconds) / 1000)) : 0

/** `2031-06-01 08:08:13`, as most OLTs write a moment. */
export const moment = (at: Temporal.Instant, dash = '-'): string => {
  const said = at.toString({ smallestUnit: 'second' })
  return `${said.slice(0, 10).replaceAll('-', dash)} ${said.slice(11, 19)}`
}

export const dotted = (mac: string): string => mac.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.')
export const fixed = (value: number | null, nothing: string, digits = 2): string => (value === null ? nothing : value.toFixed(digits))
/** Every host behind an ONU that is up. */
export const hostsOn = (plant: Plant, pon: number): { readonly onu: Onu; readonly mac: string }[] =>
  plant
    .on(pon)
    .filter(isUp)
    .flatMap((onu) => onu.hosts.map((mac) => ({ onu, mac })))
