/** Chance that repeats: what is drawn depends on the seed and on what it is for, never on when or in which order it is drawn. */
export function draw(seed: number, ...about: readonly (string | number)[]): number {
  let hash = (2_166_136_261 ^ seed) >>> 0
  for (const character of about.join('/')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  // FNV leaves near keys near each other; this spreads them (the finaliser of MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909) >>> 0
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** Between two numbers, the upper one left out. */
export const between = (low: number, high: number, drawn: number): number => low + (high - low) * drawn
