'use client';

import type { Editor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Choice, FigureUnit } from '#lib/domain/report-text.ts';
import styles from './dialogs.module.css';
import type { ChoiceField, FigureField, FigureSource } from './fields.ts';
import { FigurePicker } from './figure-picker.tsx';
import { LINK } from './schema.ts';

interface FieldDialogProps<T> {
  field: T;
  figures: FigureSource;
  onKeep: (field: T) => void;
  /** Undefined: it is not in the text yet. */
  onRemove?: (() => void) | undefined;
  onClose: () => void;
}

const UNITS: readonly FigureUnit[] = ['usual', 'kr.', 't.kr.', 'mio. kr.'];

/** What ends a dialog of a field. */
export function DialogButtons({ onRemove, onClose }: { onRemove?: (() => void) | undefined; onClose: () => void }) {
  const t = useTranslations('textEditor');
  return (
    <div className={styles.buttons}>
      <Button kind="primary" type="submit">
        {t(onRemove ? 'save' : 'keep')}
      </Button>
      <Button onClick={onClose}>{t('cancel')}</Button>
      {onRemove && (
        <Button kind="quiet" onClick={onRemove}>
          {t('removeField')}
        </Button>
      )}
    </div>
  );
}

/** A figure in the text: which it is, and how it is written. */
export function FigureDialog({ field, figures, onKeep, onRemove, onClose }: FieldDialogProps<FigureField>) {
  const t = useTranslations('textEditor.figures');
  const [draft, setDraft] = useState(field);
  const [error, setError] = useState<string | null>(null);
  const known = figures.find(draft.key);

  function keep(event: FormEvent) {
    event.preventDefault();
    if (known === null) setError(t('choose'));
    else onKeep(draft);
  }

  return (
    <Dialog open onClose={onClose} title={t('title')}>
      <form onSubmit={keep} className={styles.form}>
        <FigurePicker
          figures={figures}
          value={draft.key}
          error={error}
          onChoose={({ key, isAmount }) => {
            setError(null);
            setDraft({ ...draft, key, unit: isAmount ? draft.unit : 'usual' });
          }}
        />
        {known?.isAmount && (
          <fieldset className={styles.choices}>
            <legend>{t('unit')}</legend>
            {UNITS.map((unit) => (
              <label key={unit}>
                <input
                  type="radio"
                  name="unit"
                  checked={draft.unit === unit}
                  onChange={() => setDraft({ ...draft, unit })}
                />
                {unit === 'usual' ? t('usual') : unit}
                <span className={styles.written}>{figures.write({ ...draft, unit })}</span>
              </label>
            ))}
          </fieldset>
        )}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.absolute ?? false}
            onChange={(event) => {
              const { absolute: _, ...signed } = draft;
              setDraft(event.target.checked ? { ...signed, absolute: true } : signed);
            }}
          />
          <span>
            {t('absolute')}
            <span className={styles.help}>{t('absoluteHelp')}</span>
          </span>
        </label>
        <DialogButtons onRemove={onRemove} onClose={onClose} />
      </form>
    </Dialog>
  );
}

const EMPTY: Record<Choice['by'], Choice> = {
  change: { by: 'change', rise: '', fall: '', none: '' },
  number: { by: 'number', one: '', other: '', none: '' },
};

export const NEW_CHOICE: ChoiceField = { kind: 'choice', key: '', choice: EMPTY.change };

/** Words that follow a figure: rise, fall or none; one, several or none. */
export function ChoiceDialog({ field, figures, onKeep, onRemove, onClose }: FieldDialogProps<ChoiceField>) {
  const t = useTranslations('textEditor.choice');
  const [draft, setDraft] = useState(field);
  const [isAsked, setAsked] = useState(false);
  const { choice } = draft;
  const chosen = draft.key === '' ? null : figures.choose(draft, []);
  const parts = choice.by === 'change' ? (['rise', 'fall', 'none'] as const) : (['one', 'other', 'none'] as const);
  const wordOf = (part: string): string => Object.entries(choice).find(([name]) => name === part)?.[1] ?? '';
  const isEmpty = parts.every((part) => wordOf(part).trim() === '');

  function keep(event: FormEvent) {
    event.preventDefault();
    if (chosen === null || isEmpty) setAsked(true);
    else onKeep(draft);
  }

  return (
    <Dialog open onClose={onClose} title={t('title')}>
      <form onSubmit={keep} className={styles.form}>
        <p className={styles.lead}>{t('lead')}</p>
        <FigurePicker
          figures={figures}
          value={draft.key}
          error={isAsked && chosen === null ? t('chooseFigure') : null}
          onChoose={({ key }) => setDraft({ ...draft, key })}
        />
        <fieldset className={styles.choices}>
          <legend>{t('by')}</legend>
          {(['change', 'number'] as const).map((by) => (
            <label key={by}>
              <input
                type="radio"
                name="by"
                checked={choice.by === by}
                onChange={() => setDraft({ ...draft, choice: EMPTY[by] })}
              />
              {t(`kinds.${by}`)}
            </label>
          ))}
        </fieldset>
        <div className={styles.words}>
          {parts.map((part) => (
            <TextField
              key={part}
              label={t(`parts.${part}`)}
              placeholder={t(`examples.${part}`)}
              error={isAsked && isEmpty && part === parts[0] ? t('writeWords') : null}
              value={wordOf(part)}
              onChange={(event) => setDraft({ ...draft, choice: { ...choice, [part]: event.target.value } })}
            />
          ))}
        </div>
        {chosen !== null && !isEmpty && (
          <p role="status" className={styles.lead}>
            {t('today', { words: chosen || t('nothingWritten') })}
          </p>
        )}
        <DialogButtons onRemove={onRemove} onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** Where the words that are selected lead. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('textEditor.link');
  const known: unknown = editor.getAttributes('link').href;
  const [address, setAddress] = useState(typeof known === 'string' ? known : '');
  const [isRefused, setRefused] = useState(false);

  function keep(event: FormEvent) {
    event.preventDefault();
    const href = completeLink(address);
    if (href === null) {
      setRefused(true);
      return;
    }
    const { empty, from } = editor.state.selection;
    const chain = editor.chain();
    if (empty && typeof known !== 'string') {
      // Nothing is selected: the address is what one reads.
      chain
        .insertContentAt(from, { type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain.extendMarkRange('link').setMark('link', { href }).run();
    onClose();
  }

  return (
    <Dialog open onClose={onClose} title={t('title')}>
      <form onSubmit={keep} className={styles.form}>
        <TextField
          label={t('address')}
          help={t('help')}
          error={isRefused ? t('refused') : null}
          value={address}
          inputMode="url"
          autoComplete="off"
          onChange={(event) => setAddress(event.target.value)}
        />
        <DialogButtons
          onRemove={
            typeof known === 'string'
              ? () => {
                  editor.chain().extendMarkRange('link').unsetMark('link').run();
                  onClose();
                }
              : undefined
          }
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

/** An address as people type it, as one that leads somewhere; null where it cannot be made one. */
function completeLink(typed: string): string | null {
  const address = typed.trim();
  if (LINK.test(address)) return address;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s:/]+\.[^\s:/]+(?:\/\S*)?$/.test(address) ? `https://${address}` : null;
}
