'use client';

import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { useIsAlive } from './use-is-alive.ts';

/** The one thing to do next is primary; there is at most one on a page. `quiet` stands in rows and beside fields. */
type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  children: ReactNode;
}

/**
 * A button; `type` is "button" unless said otherwise, so that none submits by accident. It can be pressed once the page
 * has come alive: before, nobody would hear it, and a form would be sent by the browser itself, with what is typed lost.
 */
export function Button({
  kind = 'secondary',
  icon,
  children,
  className,
  type = 'button',
  disabled = false,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  const isAlive = useIsAlive();
  return (
    <button
      type={type}
      className={classNames(styles.button, styles[kind], className)}
      disabled={disabled || !isAlive}
      data-waiting={isAlive || disabled ? undefined : true}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type Leads = Pick<ComponentProps<typeof Link>, 'href' | 'prefetch' | 'scroll' | 'onNavigate'>;

/** A link that looks like a button: the next step, where that step is another page, or has an address of its own. */
export function ButtonLink({ kind = 'secondary', icon, children, ...leads }: Look & Leads) {
  return (
    <Link {...leads} className={classNames(styles.button, styles[kind])}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A link to a file, as a button: a plain one, since the answer is no page. */
export function DownloadLink({
  kind = 'secondary',
  children,
  ...leads
}: Omit<Look, 'icon'> & Pick<ComponentProps<'a'>, 'title' | 'onClick'> & { href: string }) {
  return (
    <a {...leads} download className={classNames(styles.button, styles[kind])}>
      <Icon name="download" />
      {children}
    </a>
  );
}
