import type { Format } from '../../lib/format.ts'

/** 20480 -> "20.48 Mbps", 512 -> "512 kbps": network speeds count in thousands. */
export function speedText(kbps: number, format: Format): string {
  if (kbps >= 1_000_000) return `${format.number(kbps / 1_000_000)} Gbps`
  return kbps >= 1000 ? `${format.number(kbps / 1000)} Mbps` : `${format.number(kbps)} kbps`
}
