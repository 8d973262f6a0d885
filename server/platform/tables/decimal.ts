/** Minor units as a decimal in major units: 120050 is 1200.50. */
export function decimal(minor: bigint): string {
  const magnitude = (minor < 0n ? -minor : minor).toString().padStart(3, '0')
  return `${minor < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`
}
