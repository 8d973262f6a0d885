import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const folder = (name: string): string => dirname(require.resolve(`${name}/package.json`))

/**
 * The typefaces of all documents, as TTF: regular and semibold, since each further weight costs every file a font of its own. Noto Sans Bengali stays at the release whose vowel signs sit on the baseline: from the newer
 * one PDF readers copy half of all Bengali words with doubled syllables.
 */
export function fontFiles(): string[] {
  const latin = folder('@expo-google-fonts/noto-sans')
  const bengali = folder('@expo-google-fonts/noto-sans-bengali')
  return ['400Regular', '600SemiBold'].flatMap((weight) => [join(latin, weight, `NotoSans_${weight}.ttf`), join(bengali, `NotoSansBengali_${weight}.ttf`)])
}
