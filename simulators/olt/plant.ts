/** One ONU at the end of a fibre. */
export interface Onu {
  readonly pon: number
  readonly id: number
  readonly serial: string
  readonly mac: string
  readonly model: string
  description: string
  readonly distanceM: number
  /** Light at the ONU and at the OLT when nothing is wrong, in hundredths of a dBm. */
  readonly rxCentiDbm: number
  readonly oltRxCentiDbm: number
  isEnabled: boolean
  /** Null: it is up. */
  down: 'los' | 'dying_gasp' | null
  /** The receiver tells nothing of its light, though the ONU works. */
  isDark: boolean
}

export interface Plant {
  readonly pons: number
  readonly onus: readonly Onu[]
  /** A number that grows: what is measured moves a little with it. */
  tick: number
  on(pon: number): readonly Onu[]
  find(pon: number, id: number): Onu | undefined
  /** The fibre of a PON is cut: everybody behind it loses the light. */
  cutFibre(pon: number): void
  /** The mains fail at these. */
  failPower(which: (onu: Onu) => boolean): void
  restore(which?: (onu: Onu) => boolean): void
}

/** PONs with so many ONUs each; the same seed is the same plant. */
export function createPlant({ pons, onusPerPon, seed, isEpon }: { pons: number; onusPerPon: number; seed: number; isEpon: boolean }): Plant {
  let state = seed >>> 0 || 1
  const chance = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const onus: Onu[] = []
  for (let pon = 1; pon <= pons; pon += 1) {
    for (let id = 1; id <= onusPerPon; id += 1) {
      const number = ((pon << 16) | (id << 4) | (seed & 0xf)) >>> 0
      onus.push({
        pon,
        id,
        serial: `SIMU${number.toString(16).padStart(8, '0').toUpperCase()}`,
        mac: `02:5e:${[24, 16, 8, 0].map((bits) => ((number >>> bits) & 0xff).toString(16).padStart(2, '0')).join(':')}`,
        model: isEpon ? 'SE101' : 'SG402',
        description: `line ${pon}-${id}`,
        distanceM: 200 + chance(9000),
        rxCentiDbm: -1500 - chance(1100),
        oltRxCentiDbm: -1700 - chance(1100),
        isEnabled: true,
        down: null,
        isDark: false,
      })
    }
  }
  const plant: Plant = {
    pons,
    onus,
    tick: 0,
    on: (pon) => onus.slice((pon - 1) * onusPerPon, pon * onusPerPon),
    find: (pon, id) => (id >= 1 && id <= onusPerPon && pon >= 1 && pon <= pons ? onus[(pon - 1) * onusPerPon + id - 1] : undefined),
    cutFibre: (pon) => {
      for (const onu of plant.on(pon)) onu.down = 'los'
    },
    failPower: (which) => {
      for (const onu of onus) if (which(onu) && onu.down === null) onu.down = 'dying_gasp'
    },
    restore: (which = () => true) => {
      for (const onu of onus) if (which(onu)) onu.down = null
    },
  }
  return plant
}

export const isUp = (onu: Onu): boolean => onu.isEnabled && onu.down === null

/** Light drifts a little. In dBm; null where there is none. */
export function lightOf(plant: Plant, onu: Onu): { rx: number | null; oltRx: number | null; tx: number | null } {
  if (!isUp(onu) || onu.isDark) return { rx: null, oltRx: null, tx: null }
  const drift = ((onu.id * 7 + plant.tick * 13) % 11) - 5
  return { rx: (onu.rxCentiDbm + drift) / 100, oltRx: (onu.oltRxCentiDbm + drift) / 100, tx: (230 + (onu.id % 40)) / 100 }
}

export const dotted = (mac: string): string => mac.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.')
export const fixed = (value: number | null, nothing: string, digits = 2): string => (value === null ? nothing : value.toFixed(digits))
