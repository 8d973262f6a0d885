import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'

/** Why a session ended: ours in small letters, the routers' own in the words of RFC 2866; what is not among them is shown as it came. */
const CAUSES: Readonly<Record<string, MessageDescriptor>> = {
  gone: msg`no longer seen on the router`,
  lost: msg`nothing was heard of it any more`,
  replaced: msg`the same box dialled again`,
  restarted: msg`the router began anew`,
  'Admin-Reset': msg`ended by staff`,
  'User-Request': msg`the box hung up`,
  'Lost-Carrier': msg`the line broke`,
  'Lost-Service': msg`the line broke`,
  'Idle-Timeout': msg`nothing was used for too long`,
  'Session-Timeout': msg`its time was over`,
  'NAS-Reboot': msg`the router began anew`,
  'NAS-Request': msg`ended by the router`,
  'NAS-Error': msg`an error of the router`,
  'Port-Error': msg`an error of the line`,
}

export function useCauseText(): (cause: string | null) => string {
  const { _ } = useLingui()
  return (cause) => {
    if (cause === null || cause === '') return ''
    const known = CAUSES[cause]
    return known === undefined ? cause : _(known)
  }
}
