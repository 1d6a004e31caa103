import type { Presence } from '#lib/services/note-presence.ts';
import styles from './presence-line.module.css';

interface PresenceLineProps extends Pick<Presence, 'others'> {
  /** What is said of somebody. */
  say: (kind: 'open' | 'typing', name: string) => string;
}

/** Who else has the same open, in words. */
export function PresenceLine({ others, say }: PresenceLineProps) {
  return (
    <p role="status" className={styles.presence}>
      {others.map(({ name, typing }) => (
        <span key={name} data-typing={typing}>
          {say(typing ? 'typing' : 'open', name)}
        </span>
      ))}
    </p>
  );
}
