'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import barStyles from './filter-bar.module.css';
import styles from './menu.module.css';
import { SaveView } from './save-view.tsx';
import type { NamedView, ViewKeeper } from './views.ts';

interface ViewsMenuProps {
  keeper: ViewKeeper;
  /** The list's part of the address as it stands. */
  address: string;
  onChoose: (address: string) => void;
}

/** The views of a list by name: choose, save, rename, share, remove. */
export function ViewsMenu({ keeper, address, onChoose }: ViewsMenuProps) {
  const t = useTranslations('ui.table.views');
  return (
    <Popover
      label={t('title')}
      triggerClassName={barStyles.summary}
      trigger={
        <>
          <Icon name="view" />
          <span className={barStyles.word}>{t('title')}</span>
        </>
      }
    >
      {(close) => (
        <Views
          keeper={keeper}
          address={address}
          onChoose={(view) => {
            onChoose(view.address);
            close();
          }}
        />
      )}
    </Popover>
  );
}

interface ViewsProps extends Omit<ViewsMenuProps, 'onChoose'> {
  onChoose: (view: NamedView) => void;
}

function Views({ keeper, address, onChoose }: ViewsProps) {
  const t = useTranslations('ui.table.views');
  const [views, setViews] = useState<readonly NamedView[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<number | null>(null);
  const [removed, setRemoved] = useState<NamedView | null>(null);

  /** Does something, says what kept it from being done, and shows the views anew. @returns whether it was done */
  async function act(work: () => Promise<string | null>): Promise<boolean> {
    try {
      const refusal = await work();
      setSaid(refusal);
      setViews(await keeper.list());
      return refusal === null;
    } catch {
      setSaid(t('notReached'));
      return false;
    }
  }

  const load = useEffectEvent(() => void act(() => Promise.resolve(null)));
  useEffect(() => load(), []);

  async function remove(view: NamedView) {
    if (await act(() => keeper.remove(view.id))) setRemoved(view);
  }

  return (
    <div className={classNames(styles.menu, styles.wide)}>
      {views === null && said === null && <p className={styles.hint}>{t('loading')}</p>}
      {views?.length === 0 && <p className={styles.hint}>{t('none')}</p>}
      {views !== null && views.length > 0 && (
        <ul className={styles.acts}>
          {views.map((view) => (
            <li key={view.id} className={styles.view}>
              {renamed === view.id ? (
                <Rename
                  view={view}
                  onDone={async (name) => {
                    if (name === null || (await act(() => keeper.change(view.id, { ...view, name })))) setRenamed(null);
                  }}
                />
              ) : (
                <button
                  type="button"
                  className={styles.act}
                  aria-current={view.address === address ? true : undefined}
                  onClick={() => onChoose(view)}
                >
                  <Icon name={view.address === address ? 'done' : 'view'} />
                  <span className={styles.viewName}>{view.name}</span>
                  {!view.isOwn && <span className={styles.owner}>{t('by', { name: view.owner })}</span>}
                  {view.isOwn && view.isShared && <span className={styles.owner}>{t('isShared')}</span>}
                </button>
              )}
              {view.isOwn && renamed !== view.id && (
                <>
                  <Act icon="edit" label={t('rename', { name: view.name })} onClick={() => setRenamed(view.id)} />
                  <Act
                    icon="administration"
                    label={t(view.isShared ? 'unshare' : 'share', { name: view.name })}
                    isOn={view.isShared}
                    onClick={() => act(() => keeper.change(view.id, { ...view, isShared: !view.isShared }))}
                  />
                  <Act icon="close" label={t('remove', { name: view.name })} onClick={() => remove(view)} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {said !== null && <p className={styles.error}>{said}</p>}
        {removed !== null && (
          <p className={styles.hint}>
            {t('removed', { name: removed.name })}{' '}
            <button
              type="button"
              className={styles.inline}
              onClick={async () => {
                if (await act(() => keeper.save(removed))) setRemoved(null);
              }}
            >
              {t('undo')}
            </button>
          </p>
        )}
      </div>
      <SaveView
        taken={(views ?? []).filter(({ isOwn }) => isOwn).map(({ name }) => name)}
        onSave={(name, isShared) => act(() => keeper.save({ name, address, isShared }))}
      />
    </div>
  );
}

interface ActProps {
  icon: 'edit' | 'administration' | 'close';
  label: string;
  isOn?: boolean;
  onClick: () => void;
}

function Act({ icon, label, isOn, onClick }: ActProps) {
  return (
    <button
      type="button"
      className={styles.move}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** A view's name in a field: Enter keeps it, Esc leaves it as it was. */
function Rename({ view, onDone }: { view: NamedView; onDone: (name: string | null) => void }) {
  const t = useTranslations('ui.table.views');
  const [name, setName] = useState(view.name);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name);
      }}
    >
      <input
        ref={(field) => field?.focus()}
        className={styles.input}
        aria-label={t('rename', { name: view.name })}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone(null);
        }}
      />
    </form>
  );
}
