import { PageLink } from '../../ui/page-link.tsx'
import { placeOf } from './entry-subject.ts'
import type { Subject } from './entry-subject.ts'

/** The number of the document an entry came from, leading to it. */
export function SubjectLink({ subject }: { subject: Subject | null }) {
  if (subject === null) return null
  const place = placeOf(subject)
  const text = subject.code ?? `#${subject.id}`
  if ('href' in place)
    return (
      <a className="lm-link" href={place.href} target="_blank" rel="noreferrer">
        {text}
      </a>
    )
  return <PageLink to={place.to}>{text}</PageLink>
}
