export { CannotUnseal } from './envelope.ts'
export { openSecrets, WrongSecretKey } from './keys.ts'
export { rotateSecrets } from './rotate.ts'
export { blindIndex, fingerprint, open, seal } from './seal.ts'
