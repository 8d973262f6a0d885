/** Repeatable chance: the same seed tells the same story. */
export interface Chance {
  /** A whole number below `n`. */
  below(n: number): number
  /** True in so many of a hundred cases. */
  percent(share: number): boolean
  pick<T>(items: readonly T[]): T
}

/** Park and Miller's generator; plenty for a made-up company. */
export function chanceOf(seed: number): Chance {
  let state = seed
  const below = (n: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
  return {
    below,
    percent: (share) => below(1000) < share * 10,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  }
}
