import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useCurrentPeriod } from '../current-period.tsx';
import { PLACES, type PlaceId } from '../places.ts';
import { useHelpDesk } from './help-desk.tsx';

/** How long `g` waits for its letter. */
const PREFIX_MILLISECONDS = 1500;

const isIn = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

/**
 * `/` searches, `g` and a letter goes to a place, `?` shows the page's help: not while one types. F1 and Ctrl+K, which
 * write nothing, do so everywhere but in a dialog.
 */
export function useHelpKeys(places: readonly PlaceId[]): void {
  const router = useRouter();
  const period = useCurrentPeriod();
  const { open, show } = useHelpDesk();
  const prefixAt = useRef(Number.NEGATIVE_INFINITY);

  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isIn(event.target, 'dialog')) return;
    const { key } = event;
    const isControl = event.ctrlKey || event.metaKey;
    const toggleHelp = () => {
      event.preventDefault();
      show(open === 'panel' ? null : 'panel');
    };
    if (isControl && !event.altKey && !event.shiftKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      show('palette');
      return;
    }
    if (isControl || event.altKey) return;
    if (key === 'F1') {
      toggleHelp();
      return;
    }
    if (isIn(event.target, 'input, textarea, select, [contenteditable="true"]')) return;
    const afterPrefix = event.timeStamp - prefixAt.current < PREFIX_MILLISECONDS;
    prefixAt.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const place = afterPrefix ? PLACES.find(({ id, letter }) => letter === key && places.includes(id)) : undefined;
    const address = place?.address(period);
    if (address) {
      event.preventDefault();
      router.push(address);
    } else if (key === '?') toggleHelp();
    else if (key === '/') {
      const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
      if (search === null) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
