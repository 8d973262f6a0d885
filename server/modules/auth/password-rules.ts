import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/actor.ts'
import { translate } from '../../platform/i18n/translate.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

export class PasswordNotAccepted extends AppError {
  readonly code = 'password_not_accepted'
  readonly status = 422
}

export const MIN_LENGTH = 12
/** Bounds the work of hashing; far above any passphrase. */
export const MAX_LENGTH = 256

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]/g, '')

/**
 * Length and being unknown to guessers are all that is asked (ASVS 6.2.4, 6.2.5): no rules about signs and digits.
 * `personal` are the words a guesser tries first: user name, own name, company.
 * @throws PasswordNotAccepted 422, in the person's language.
 */
export function checkPassword(password: string, { locale, personal }: { locale: Locale; personal: readonly string[] }): void {
  const refuse = (message: string): never => {
    throw new PasswordNotAccepted(message, { errors: [{ field: 'password', message }] })
  }
  const length = [...password].length
  if (length < MIN_LENGTH) refuse(translate(locale, 'password.too_short', { min: MIN_LENGTH }))
  if (length > MAX_LENGTH) refuse(translate(locale, 'password.too_long', { max: MAX_LENGTH }))
  const core = plain(password)
  // A list word stretched by digits, signs or repetition is no harder to guess than the word.
  const stripped = core.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (COMMON_PASSWORDS.has(core) || COMMON_PASSWORDS.has(stripped) || COMMON_PASSWORDS.has(unrepeated(core)) || new Set(core).size < 4)
    refuse(translate(locale, 'password.too_common'))
  const words = personal.map(plain).filter((word) => word.length >= 3)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), core)
  if (rest !== core && rest.replace(/[^\p{L}]/gu, '').length < 4) refuse(translate(locale, 'password.too_personal'))
}

/** `passwordpassword` -> `password`. */
function unrepeated(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return text.slice(0, size)
  }
  return text
}
