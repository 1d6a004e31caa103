'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { TemplateField } from '#lib/schemas/text-templates.ts';
import type { TextTemplates } from '#lib/services/list-text-templates.ts';
import { useAct } from '../../../../_components/use-act.ts';
import { removeTemplateAction, saveTemplateAction } from '../template-actions.ts';
import styles from './template-menu.module.css';
import { useTextTemplates } from './text-templates.tsx';

type Template = TextTemplates['templates'][number];

interface TemplateDialogProps {
  field: TemplateField;
  /** A new template of the present text, the list of those there are, or nothing. */
  shown: 'new' | 'list' | null;
  /** What stands in the field. */
  text: string;
  /** Those of the field. */
  templates: readonly Template[];
  onShow: (shown: 'list') => void;
  onClose: () => void;
}

/**
 * Where templates are named, changed and removed. It stands outside the account's form, whose own Enter and Ctrl+S are
 * none of its.
 */
export function TemplateDialog({ field, shown, text, templates, onShow, onClose }: TemplateDialogProps) {
  const t = useTranslations('templates');
  const fieldNames = useTranslations('templates.fields');
  const [edited, setEdited] = useState<Template | null>(null);
  if (shown === null) return null;
  const close = () => {
    setEdited(null);
    onClose();
  };
  const title = edited ? t('editTitle') : t(shown === 'new' ? 'newTitle' : 'listTitle', { field: fieldNames(field) });
  return createPortal(
    <Dialog open onClose={close} title={title}>
      {shown === 'new' || edited ? (
        <TemplateForm
          field={field}
          known={edited}
          text={edited?.text ?? text}
          onDone={() => {
            setEdited(null);
            if (edited) onShow('list');
            else onClose();
          }}
        />
      ) : (
        <TemplateList templates={templates} onEdit={setEdited} />
      )}
    </Dialog>,
    document.body,
  );
}

interface TemplateFormProps {
  field: TemplateField;
  /** null: a new one. */
  known: Template | null;
  text: string;
  onDone: () => void;
}

function TemplateForm({ field, known, text, onDone }: TemplateFormProps) {
  const t = useTranslations('templates');
  const id = useId();
  const { replace } = useTextTemplates();
  const acting = useAct({ name: `${id}-name`, text: `${id}-text` });
  const [typed, setTyped] = useState({ name: known?.name ?? '', text });

  function send(event: FormEvent) {
    event.preventDefault();
    // In React's tree the account's form is around it.
    event.stopPropagation();
    acting.act(
      () => saveTemplateAction({ id: known?.id ?? null, field, ...typed }),
      (kept) => {
        replace(kept);
        onDone();
      },
    );
  }

  return (
    <form noValidate className={styles.form} aria-busy={acting.isBusy} onSubmit={send}>
      <ErrorSummary errors={acting.errors} />
      <TextField
        label={t('name')}
        help={t('nameHelp')}
        required
        autoComplete="off"
        {...acting.fieldOf('name', typed.name, (name) => setTyped({ ...typed, name }))}
      />
      <TextArea
        label={t('text')}
        required
        rows={4}
        {...acting.fieldOf('text', typed.text, (next) => setTyped({ ...typed, text: next }))}
      />
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface TemplateListProps {
  templates: readonly Template[];
  onEdit: (template: Template) => void;
}

function TemplateList({ templates, onEdit }: TemplateListProps) {
  const t = useTranslations('templates');
  const { replace } = useTextTemplates();
  const acting = useAct();
  const [removed, setRemoved] = useState<Template | null>(null);

  function putBack({ field, name, text }: Template) {
    acting.act(
      () => saveTemplateAction({ id: null, field, name, text }),
      (kept) => {
        replace(kept);
        setRemoved(null);
      },
    );
  }

  return (
    <div className={styles.form}>
      <ErrorSummary errors={acting.errors} />
      {templates.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.list}>
        {templates.map((template) => (
          <li key={template.id} className={styles.template}>
            <strong>{template.name}</strong>
            <div className={styles.buttons}>
              <Button kind="quiet" aria-label={t('editOf', { name: template.name })} onClick={() => onEdit(template)}>
                {t('edit')}
              </Button>
              <Button
                kind="quiet"
                aria-label={t('removeOf', { name: template.name })}
                onClick={() =>
                  acting.act(
                    () => removeTemplateAction({ id: template.id }),
                    (left) => {
                      replace(left);
                      setRemoved(template);
                    },
                  )
                }
              >
                {t('remove')}
              </Button>
            </div>
            <p className={styles.text}>{template.text}</p>
            <p className={styles.author}>{t('by', { name: template.personName, at: formatDateTime(template.at) })}</p>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <span role="status">
          {removed && (
            <>
              {t('removed', { name: removed.name })}{' '}
              <Button kind="quiet" onClick={() => putBack(removed)}>
                {t('undo')}
              </Button>
            </>
          )}
        </span>
      </div>
    </div>
  );
}
