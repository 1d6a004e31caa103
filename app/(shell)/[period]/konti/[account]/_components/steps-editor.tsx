'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { DateField } from '#components/ui/formatted-field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextArea } from '#components/ui/text-field.tsx';
import { CprHint } from '../../../_components/cpr-hint.tsx';
import { DeadlineAdvice } from '../../../_components/deadline/deadline-advice.tsx';
import type { FindingDraft, StepDraft } from './account-draft.ts';
import type { DraftAction } from './draft-reducer.ts';
import styles from './editor.module.css';
import { stepFieldId } from './field-ids.ts';
import withMenu from './template-menu.module.css';
import { TemplateMenu } from './template-menu.tsx';

interface StepsEditorProps {
  finding: FindingDraft;
  errors: ReadonlyMap<string, string>;
  dispatch: Dispatch<DraftAction>;
  /** Parts that must be given, by the threshold. */
  required: ReadonlySet<string>;
}

/** The steps of an action plan: what is done, by when, and what it means for the accounts meanwhile. */
export function StepsEditor({ finding, errors, dispatch, required }: StepsEditorProps) {
  const t = useTranslations('account.plan');
  const several = finding.steps.length > 1;
  const move = (step: StepDraft, by: -1 | 1) =>
    dispatch({ type: 'move-step', finding: finding.key, step: step.key, by });
  return (
    <>
      {finding.steps.map((step, index) => {
        const number = index + 1;
        const edit = (patch: Partial<StepDraft>) =>
          dispatch({ type: 'edit-step', finding: finding.key, step: step.key, patch });
        const label = (part: 'activity' | 'deadline' | 'consequence') =>
          several ? t('ofStep', { label: t(part), number }) : t(part);
        const field = (part: 'activity' | 'deadline' | 'consequence') => ({
          id: stepFieldId(step.key, part),
          label: label(part),
          error: errors.get(stepFieldId(step.key, part)),
          required: index === 0 && required.has(part),
        });
        return (
          <div key={step.key} className={styles.step}>
            <div className={withMenu.withMenu}>
              <TemplateMenu
                field="activity"
                label={label('activity')}
                value={step.activity}
                onChange={(activity) => edit({ activity })}
              />
              <TextArea
                {...field('activity')}
                rows={2}
                value={step.activity}
                onChange={(event) => edit({ activity: event.target.value })}
              />
              <CprHint text={step.activity} />
            </div>
            <div className={styles.deadline}>
              <DateField {...field('deadline')} value={step.deadline} onChange={(deadline) => edit({ deadline })} />
              <DeadlineAdvice
                fieldId={stepFieldId(step.key, 'deadline')}
                value={step.deadline}
                onChange={(deadline) => edit({ deadline })}
              />
              {several && (
                <div className={styles.stepActs}>
                  <MoveButton
                    icon="up"
                    label={t('moveUp', { number })}
                    off={index === 0}
                    onMove={() => move(step, -1)}
                  />
                  <MoveButton
                    icon="down"
                    label={t('moveDown', { number })}
                    off={index === finding.steps.length - 1}
                    onMove={() => move(step, 1)}
                  />
                  <Button
                    kind="quiet"
                    icon="close"
                    aria-label={t('removeStep', { number })}
                    title={t('removeStep', { number })}
                    onClick={() =>
                      dispatch({ type: 'remove-step', finding: finding.key, step: step.key, key: crypto.randomUUID() })
                    }
                  >
                    {t('remove')}
                  </Button>
                </div>
              )}
            </div>
            <div className={classNames(styles.consequence, withMenu.withMenu)}>
              <TemplateMenu
                field="consequence"
                label={label('consequence')}
                value={step.consequence}
                onChange={(consequence) => edit({ consequence })}
              />
              <TextArea
                {...field('consequence')}
                rows={2}
                value={step.consequence}
                onChange={(event) => edit({ consequence: event.target.value })}
              />
              <CprHint text={step.consequence} />
            </div>
          </div>
        );
      })}
      <Button
        kind="quiet"
        icon="add"
        onClick={() => dispatch({ type: 'add-step', finding: finding.key, key: crypto.randomUUID() })}
      >
        {t('addStep')}
      </Button>
    </>
  );
}

interface MoveButtonProps {
  icon: 'up' | 'down';
  label: string;
  /** There is no further place that way. It stays where it is, so that the focus has where to be. */
  off: boolean;
  onMove: () => void;
}

function MoveButton({ icon, label, off, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => {
        if (!off) onMove();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
