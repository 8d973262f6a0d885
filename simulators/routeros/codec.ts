/**
 * The simulator's own codec of the RouterOS API, written apart from the program's so that neither proves the other by a shared mistake.
 * A word is kept as a string of bytes (Latin-1): what a router stores it gives back byte for byte, whatever it means.
 */
const LARGEST_WORD = 8 * 1024 * 1024

export const toBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
export const toText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

export function frame(words: readonly string[]): Buffer {
  const size = words.reduce((sum, word) => sum + word.length + 5, 1)
  const out = Buffer.allocUnsafe(size)
  let at = 0
  for (const word of words) {
    for (const byte of lengthOf(word.length)) out[at++] = byte
    at += out.write(word, at, 'latin1')
  }
  out[at++] = 0
  return out.subarray(0, at)
}

export function lengthOf(n: number): number[] {
  const bytes = [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
  if (n < 128) return bytes.slice(3)
  // As many leading ones as bytes follow the first.
  const following = n < 1 << 14 ? 1 : n < 1 << 21 ? 2 : n < 1 << 28 ? 3 : 4
  if (following === 4) return [0xf0, ...bytes]
  const used = bytes.slice(3 - following)
  used[0] = (used[0] ?? 0) | ((0xf00 >> following) & 0xff)
  return used
}

/** Takes pieces of a stream, gives the sentences that are complete. @throws Error on bytes that are no length. */
export function unframer(): (piece: Buffer) => string[][] {
  let rest: Buffer = Buffer.alloc(0)
  let words: string[] = []
  return (piece) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const sentences: string[][] = []
    let at = 0
    for (;;) {
      const first = rest[at]
      if (first === undefined) break
      const following = Math.clz32(~(first << 24))
      if (first > 0xf0 || following > 4) throw new Error(`no length begins with ${first}`)
      if (at + following >= rest.length) break
      let length = following === 4 ? 0 : first & (0xff >> (following + 1))
      for (let n = 1; n <= following; n++) length = length * 256 + (rest[at + n] ?? 0)
      if (length > LARGEST_WORD) throw new Error(`a word of ${length} bytes`)
      const begin = at + following + 1
      if (begin + length > rest.length) break
      at = begin + length
      if (length > 0) words.push(rest.toString('latin1', begin, at))
      else {
        if (words.length > 0) sentences.push(words)
        words = []
      }
    }
    rest = rest.subarray(at)
    return sentences
  }
}
