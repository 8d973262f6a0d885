import { Button, Tooltip } from '@mantine/core'
import type { ButtonProps } from '@mantine/core'
import { useId } from 'react'
import type { ReactNode } from 'react'

/** What the server says of an action: whether it may be done now, and if not, why. */
export type Allowed = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** A button that stays in its place when it may not be pressed, and says why to eye, mouse and screen reader. */
export function AllowedButton({ allowed, onClick, children, ...props }: ButtonProps & { allowed: Allowed; onClick: () => void; children: ReactNode }) {
  const id = useId()
  if (allowed.ok)
    return (
      <Button {...props} onClick={onClick}>
        {children}
      </Button>
    )
  return (
    <Tooltip label={allowed.reason} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      <span>
        <Button {...props} data-disabled aria-disabled aria-describedby={id} onClick={(event) => event.preventDefault()}>
          {children}
        </Button>
        <span id={id} className="lm-hidden">
          {allowed.reason}
        </span>
      </span>
    </Tooltip>
  )
}
