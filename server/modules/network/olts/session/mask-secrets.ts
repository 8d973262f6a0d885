/** A word that says that a secret follows, what may stand between, and the secret: `password 7 abc`, `Community : abc`, `snmp-server community abc`. */
const SECRET =
  /\b((?:[a-z]{1,20}[-_]){0,3}(?:password|passwd|passphrase|secret|community|psk|pre-shared-key|auth(?:entication)?-key|priv(?:acy)?-key))(\s*[:=]\s*|(?:\s+(?:cipher|irreversible-cipher|simple|plain|encrypted|md5|sha\d*|read|write|ro|rw|\d{1,2})){0,4}\s+)(?!\*\*\*)(\S+)/gi

/** What people type and read without what they would not say aloud. Pure. */
export const maskSecrets = (text: string): string => text.replaceAll(SECRET, '$1$2***')
