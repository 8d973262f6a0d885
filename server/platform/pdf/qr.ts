import { create } from 'qrcode'

/**
 * A QR code as one SVG path: each run of dark modules is one rectangle, so it stays sharp at every size.
 * The mask is fixed: trying all eight costs eight times as much and readers take any.
 */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M', maskPattern: 3 })
  const { size, data } = modules
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue
      const start = column
      while (column < size && data[row * size + column]) column++
      path += `M${start} ${row}h${column - start}v1h-${column - start}z`
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}
