'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

type IntentLinkProps = Omit<ComponentProps<typeof Link>, 'prefetch' | 'onPointerEnter' | 'onFocus'>;

/**
 * A link for where there are many: its page is asked for ahead once one points to it or comes to it by key. Asked for
 * as soon as it is seen, each place of the navigation would cost the server an answer at every page that is shown.
 */
export function IntentLink(props: IntentLinkProps) {
  const [isMeant, setIsMeant] = useState(false);
  return (
    <Link
      {...props}
      prefetch={isMeant ? null : false}
      onPointerEnter={() => setIsMeant(true)}
      onFocus={() => setIsMeant(true)}
    />
  );
}
