import styles from './person-photo.module.css'

/** A person's photo, or the first letters of the name. */
export function PersonPhoto({ name, src, size = 28 }: { name: string; src: string | null; size?: number }) {
  const style = { width: size, height: size, fontSize: Math.max(11, size * 0.4) }
  if (src !== null) return <img className={styles.photo} src={src} alt="" style={style} />
  // Painted, not written: whoever stands in a button names it, and two letters are no name.
  return <span className={styles.letters} style={style} data-letters={initialsOf(name, size < 26 ? 1 : 2)} aria-hidden="true" />
}

const initialsOf = (name: string, letters: number): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, letters)
    .join('')
    .toUpperCase()
