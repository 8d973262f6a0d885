/** Ten shades of one colour, light to dark. */
export type Shades = readonly [string, string, string, string, string, string, string, string, string, string]

// Lightness is fixed per shade, whatever the colour, so that white on shade 7 and shade 7 on white always pass WCAG AA.
const LIGHTNESS = [0.977, 0.95, 0.9, 0.835, 0.76, 0.67, 0.575, 0.5, 0.43, 0.36] as const
const CHROMA_SHARE = [0.15, 0.28, 0.5, 0.72, 0.9, 1, 1, 0.95, 0.85, 0.7] as const

/** The shades of a company's colour, e.g. `#0b7a75`; computed in OKLCH, where equal steps look equal. */
export function shadesOf(hex: string): Shades {
  const { chroma, hue } = toOklch(hex)
  return LIGHTNESS.map((lightness, index) => toHex(lightness, chroma * (CHROMA_SHARE[index] ?? 1), hue)) as unknown as Shades
}

export function toOklch(hex: string): { lightness: number; chroma: number; hue: number } {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) }
}

/** Takes colour away until the screen can show it; lightness and hue stay. */
function toHex(lightness: number, chroma: number, hue: number): string {
  for (let c = chroma; ; c -= 0.004) {
    const rgb = toRgb(lightness, Math.max(0, c), hue)
    if (c <= 0 || rgb.every((part) => part >= -0.0005 && part <= 1.0005))
      return `#${rgb
        .map((part) =>
          Math.round(Math.min(1, Math.max(0, part)) * 255)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`
  }
}

function toRgb(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(gamma)
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
