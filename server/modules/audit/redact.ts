/** Names of members that hold a secret wherever they appear; the value never reaches an audit row or a log line. */
const SECRET = /(password|secret|token|api_?key|passphrase|private_?key|community|authorization|cookie|otp|pin_?code|^pin$|seed|(^|_)hash$|(^|_)nid$|sealed)/i

/** A copy with secrets struck out and every value in JSON form (bigint and Temporal as text where JSON has no number for them). */
export function redact(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return walk(value, 0) as Record<string, unknown>
}

function walk(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString()
  if (value === null || typeof value !== 'object') return value
  if (depth > 8) return '…'
  if (Buffer.isBuffer(value)) return '•••'
  if (Array.isArray(value)) return value.map((item) => walk(item, depth + 1))
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return (value as { toJSON: () => unknown }).toJSON()
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, SECRET.test(key) && part !== null && typeof part !== 'boolean' ? '•••' : walk(part, depth + 1)]),
  )
}
