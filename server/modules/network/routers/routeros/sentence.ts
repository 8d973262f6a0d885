import { decodeText, encodeText } from './text.ts'

/**
 * The codec of the RouterOS API (help.mikrotik.com, "API"): a sentence is words, each behind its length, and a word of no length ends it.
 * A length below 0x80 takes one byte, below 0x4000 two (10xxxxxx), below 0x200000 three (110xxxxx), below 0x10000000 four (1110xxxx),
 * any other the byte F0 and four more; all big-endian. Bytes from F8 on are reserved for control; nobody knows what follows them.
 */
export interface SentenceLimits {
  readonly maxWordBytes: number
  readonly maxSentenceBytes: number
}

export const DEFAULT_LIMITS: SentenceLimits = { maxWordBytes: 4 * 1024 * 1024, maxSentenceBytes: 16 * 1024 * 1024 }

/** What comes is not the RouterOS API; nothing after it can be understood. */
export class NotTheProtocol extends Error {
  override readonly name = 'NotTheProtocol'
}

export function encodeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  if (length < 0x4000) return Buffer.of(0x80 | (length >> 8), length & 0xff)
  if (length < 0x200000) return Buffer.of(0xc0 | (length >> 16), (length >> 8) & 0xff, length & 0xff)
  const bytes = Buffer.alloc(length < 0x10000000 ? 4 : 5)
  if (bytes.length === 5) bytes[0] = 0xf0
  bytes.writeUInt32BE(bytes.length === 5 ? length : (length | 0xe0000000) >>> 0, bytes.length - 4)
  return bytes
}

/** One sentence for the wire. A word is bytes behind a length, so nothing inside a value can begin another word. */
export function encodeSentence(words: readonly string[]): Buffer {
  const parts = words.flatMap((word) => {
    const bytes = encodeText(word)
    // A word of no length would end the sentence in its middle.
    if (bytes.length === 0) throw new NotTheProtocol('A word of a sentence cannot be empty')
    return [encodeLength(bytes.length), bytes]
  })
  return Buffer.concat([...parts, Buffer.of(0)])
}

/**
 * Reads sentences from pieces of a stream, however it is cut. Takes no more memory than the limits: a word's length is judged before room
 * is made for it. @throws NotTheProtocol from the returned function; after that it must not be called again.
 */
export function sentenceReader({ maxWordBytes, maxSentenceBytes }: SentenceLimits = DEFAULT_LIMITS): (chunk: Buffer) => string[][] {
  let words: string[] = []
  let sentenceBytes = 0
  // A length that is not complete: what is known of it, and how many bytes are missing.
  let length = 0
  let missingLengthBytes = 0
  // A word that is not complete, and how much of it is there.
  let word: Buffer | null = null
  let filled = 0

  function begin(): void {
    sentenceBytes += length
    if (length > maxWordBytes) throw new NotTheProtocol(`A word of ${length} bytes came; at most ${maxWordBytes} are taken`)
    if (sentenceBytes > maxSentenceBytes) throw new NotTheProtocol(`A sentence of more than ${maxSentenceBytes} bytes came`)
  }

  return function read(chunk: Buffer): string[][] {
    const sentences: string[][] = []
    for (let at = 0; at < chunk.length; ) {
      if (word !== null) {
        const taken = chunk.copy(word, filled, at, at + word.length - filled)
        filled += taken
        at += taken
        if (filled < word.length) continue
        words.push(decodeText(word))
        word = null
        continue
      }
      const byte = chunk[at++] ?? 0
      if (missingLengthBytes > 0) {
        length = length * 256 + byte
        missingLengthBytes -= 1
      } else {
        ;[length, missingLengthBytes] = firstOfLength(byte)
      }
      if (missingLengthBytes > 0) continue
      if (length === 0) {
        // A sentence without words means nothing in either direction.
        if (words.length > 0) sentences.push(words)
        words = []
        sentenceBytes = 0
        continue
      }
      begin()
      if (at + length <= chunk.length) {
        words.push(decodeText(chunk.subarray(at, at + length)))
        at += length
      } else {
        word = Buffer.allocUnsafe(length)
        filled = 0
      }
    }
    return sentences
  }
}

/** The part of the length in its first byte, and how many bytes follow. */
function firstOfLength(byte: number): [number, number] {
  if (byte < 0x80) return [byte, 0]
  if (byte < 0xc0) return [byte & 0x3f, 1]
  if (byte < 0xe0) return [byte & 0x1f, 2]
  if (byte < 0xf0) return [byte & 0x0f, 3]
  if (byte === 0xf0) return [0, 4]
  throw new NotTheProtocol(`The control byte ${byte.toString(16).toUpperCase()} came where the length of a word should stand`)
}
