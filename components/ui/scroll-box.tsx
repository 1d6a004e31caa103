'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './scroll-box.module.css';

/** A table that may be wider than the page. Where it is, the keyboard can scroll it too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [isWider, setIsWider] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setIsWider(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return (
    <section ref={box} className={styles.scroll} aria-label={label} tabIndex={isWider ? 0 : undefined}>
      {children}
    </section>
  );
}
