/** Canonical MAC address: twelve lower-case hex digits with colons; null where the text holds none. Accepts `AA-BB..`, `aabb.ccdd.eeff`, bare digits. */
export function parseMac(text: string): string | null {
  const digits = text
    .trim()
    .toLowerCase()
    .replace(/[:.\-\s]/g, '')
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : null
}
