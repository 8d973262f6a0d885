import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { LIGHTS, ONU_STATES, useCauseText, useLightText, useOnuStateText } from './onu.ts'

export type OnuEvent = RowOf<'/api/v1/onus/{id}/history'>

/** What has happened to an ONU, in a sentence. */
export function useOnuEventText(): (event: OnuEvent) => string {
  const { t } = useLingui()
  const stateText = useOnuStateText()
  const lightText = useLightText()
  const causeText = useCauseText()
  const stateOf = (name: string | null) => {
    const state = ONU_STATES.find((each) => each === name)
    return state === undefined ? (name ?? '') : stateText(state)
  }
  const lightOf = (name: string | null) => {
    const light = LIGHTS.find((each) => each === name)
    return light === undefined ? (name ?? '') : lightText(light)
  }
  return ({ kind, was, is_now, cause, pon, detail }) => {
    const [before, now] = [was ?? '–', is_now ?? '–']
    switch (kind) {
      case 'state':
        return is_now === 'online' ? t`It is online again` : [`${stateOf(is_now)}.`, causeText(cause)].filter(Boolean).join(' ')
      case 'light':
        return t`Its light is ${lightOf(is_now)}, it was ${lightOf(was)}`
      case 'appeared':
        return t`It appeared`
      case 'gone':
        return t`Its OLT does not name it any more`
      case 'moved':
        return t`It moved from ${`${String(detail['from_pon'])}:${String(detail['from_index'])}`} to ${`${pon}:${String(detail['onu_index'])}`}`
      case 'swapped':
        return t`Another ONU stands in its place: ${before} became ${now}`
      case 'named':
        return t`It told its serial or MAC: ${now}`
      case 'linked':
        return t`It was linked with a line`
      case 'unlinked':
        return t`It was unlinked from its line`
      case 'changed':
        return t`Box or port were changed`
    }
  }
}
