/** The part of BER (X.690) that SNMP version 2c needs, with OIDs whose parts go up to 2^32. */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  sequence: 0x30,
  gauge: 0x42,
  ticks: 0x43,
  counter64: 0x46,
  noSuchInstance: 0x81,
  endOfView: 0x82,
} as const

export interface Item {
  readonly tag: number
  readonly body: Buffer
}

/** The items in a body, one after the other. @throws Error where they do not fit. */
export function readItems(bytes: Buffer): Item[] {
  const items: Item[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0
    let length = bytes[at + 1] ?? 0
    at += 2
    if (length > 0x80) {
      const size = length - 0x80
      length = bytes.readUIntBE(at, size)
      at += size
    }
    if (at + length > bytes.length) throw new Error('An item is longer than what it is in')
    items.push({ tag, body: bytes.subarray(at, at + length) })
    at += length
  }
  return items
}

export function item(tag: number, body: Buffer): Buffer {
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body])
  if (body.length < 0x100) return Buffer.concat([Buffer.of(tag, 0x81, body.length), body])
  return Buffer.concat([Buffer.of(tag, 0x82, body.length >> 8, body.length & 0xff), body])
}

export function readInteger(body: Buffer): number {
  return body.length === 0 ? 0 : body.readIntBE(0, Math.min(6, body.length))
}

/** With as few bytes as do, as the standard wants it. */
export function integer(value: number, tag: number = TAG.integer): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeIntBE(value, 0, 6)
  let from = 0
  while (from < 5 && ((bytes[from] === 0 && (bytes[from + 1] ?? 0) < 0x80) || (bytes[from] === 0xff && (bytes[from + 1] ?? 0) >= 0x80))) from += 1
  return item(tag, bytes.subarray(from))
}

export function readOid(body: Buffer): number[] {
  const numbers: number[] = []
  let number = 0
  for (const byte of body) {
    number = number * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    if (numbers.length === 0) numbers.push(Math.min(2, Math.floor(number / 40)), number - Math.min(2, Math.floor(number / 40)) * 40)
    else numbers.push(number)
    number = 0
  }
  return numbers
}

export function oid(parts: readonly number[]): Buffer {
  const [first = 0, second = 0, ...others] = parts
  const bytes = [first * 40 + second, ...others].flatMap((part) => {
    const digits = [part % 128]
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) + 128)
    return digits
  })
  return item(TAG.oid, Buffer.from(bytes))
}
