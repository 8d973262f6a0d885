import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * The ref of a strip that may be wider than the screen: what is chosen in it comes into sight, by its middle, when `chosen` changes.
 * Only the strip moves, never the page, and not where the part is whole in sight already.
 */
export function useChosenInSight<T extends HTMLElement>(chosen: unknown): RefObject<T | null> {
  const strip = useRef<T>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is marked elsewhere in the strip.
  useEffect(() => {
    const frame = strip.current
    const part = frame?.querySelector('[aria-current], [aria-pressed="true"], [aria-selected="true"]')
    if (frame === null || part === null || part === undefined) return
    const seen = frame.getBoundingClientRect()
    const { left, right } = part.getBoundingClientRect()
    if (left < seen.left || right > seen.right) frame.scrollLeft += (left + right - seen.left - seen.right) / 2
  }, [chosen])
  return strip
}
