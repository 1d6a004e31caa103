'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { SelectField, TextArea, TextField } from '#components/ui/text-field.tsx';
import { grossAmount, isOverThreshold } from '#lib/domain/finding.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { CprHint } from '../../../_components/cpr-hint.tsx';
import { type FindingDraft, readFinding, requiredParts } from './account-draft.ts';
import { Choice } from './choice.tsx';
import type { DraftAction } from './draft-reducer.ts';
import styles from './editor.module.css';
import { findingFieldId } from './field-ids.ts';
import { ItemsEditor } from './items-editor.tsx';
import { StepsEditor } from './steps-editor.tsx';
import withMenu from './template-menu.module.css';
import { TemplateMenu } from './template-menu.tsx';

interface FindingEditorProps {
  finding: FindingDraft;
  /** From 1. */
  number: number;
  committees: readonly Committee[];
  errors: ReadonlyMap<string, string>;
  dispatch: Dispatch<DraftAction>;
  olderLimit: string;
  /** Not for the only one: without findings there is no follow-up. */
  removable: boolean;
}

/** One committee's follow-up on the account: category, items, and the plan from the threshold on. */
export function FindingEditor({
  finding,
  number,
  committees,
  errors,
  dispatch,
  olderLimit,
  removable,
}: FindingEditorProps) {
  const t = useTranslations('account.finding');
  const edit = (patch: Extract<DraftAction, { type: 'edit-finding' }>['patch']) =>
    dispatch({ type: 'edit-finding', finding: finding.key, patch });
  const field = (name: 'committee' | 'category' | 'theme' | 'problem' | 'responsible') => ({
    id: findingFieldId(finding.key, name),
    label: t(name),
    error: errors.get(findingFieldId(finding.key, name)),
  });
  const { finding: read } = readFinding(finding);
  const required = requiredParts(finding);
  const over = isOverThreshold(read);
  const titleId = findingFieldId(finding.key, 'title');
  const known = committees.some(({ code }) => code === finding.committee);

  return (
    <section className={styles.finding} aria-labelledby={titleId}>
      <div className={styles.findingHead}>
        <h3 id={titleId}>{t('title', { number, committee: finding.committee || '–' })}</h3>
        {removable && (
          <Button kind="quiet" icon="close" onClick={() => dispatch({ type: 'remove-finding', finding: finding.key })}>
            {t('remove', { number })}
          </Button>
        )}
      </div>
      <div className={styles.pair}>
        <SelectField
          {...field('committee')}
          value={finding.committee}
          onChange={(event) => edit({ committee: event.target.value })}
        >
          {!known && <option value={finding.committee}>{finding.committee || t('chooseCommittee')}</option>}
          {committees.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} · {name}
            </option>
          ))}
        </SelectField>
        <Choice
          id={findingFieldId(finding.key, 'category')}
          legend={t('category')}
          options={[
            { value: 2, label: <CategoryMark category={2} /> },
            { value: 3, label: <CategoryMark category={3} /> },
          ]}
          value={finding.category}
          onChange={(category: 2 | 3) => edit({ category })}
        />
      </div>
      <ItemsEditor finding={finding} errors={errors} dispatch={dispatch} olderLimit={olderLimit} />
      <section className={styles.block}>
        <h4>{t('plan')}</h4>
        <p className={styles.help}>
          {t('gross')} <Money amount={grossAmount(read)} unit />{' '}
          {over ? (finding.category === 3 ? t('overThreshold3') : t('overThreshold')) : t('underThreshold')}
        </p>
        <div className={styles.pair}>
          <TextField
            {...field('responsible')}
            help={t('responsibleHelp')}
            required={required.has('responsible')}
            value={finding.responsible}
            onChange={(event) => edit({ responsible: event.target.value })}
          />
          <TextField
            {...field('theme')}
            help={t('themeHelp')}
            value={finding.theme}
            onChange={(event) => edit({ theme: event.target.value })}
          />
        </div>
        <div className={withMenu.withMenu}>
          <TemplateMenu
            field="problem"
            label={t('problem')}
            value={finding.problem}
            onChange={(problem) => edit({ problem })}
          />
          <TextArea
            {...field('problem')}
            rows={2}
            value={finding.problem}
            onChange={(event) => edit({ problem: event.target.value })}
          />
          <CprHint text={finding.problem} />
        </div>
        <StepsEditor finding={finding} errors={errors} dispatch={dispatch} required={required} />
      </section>
    </section>
  );
}
