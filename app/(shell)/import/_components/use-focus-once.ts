import { useEffect, useRef } from 'react';

/** A heading that takes the focus when it comes, so that what it heads is heard. */
export function useFocusOnce() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
