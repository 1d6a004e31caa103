'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { followUp } from '#lib/domain/finding.ts';
import { sum } from '#lib/domain/money.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import type { SharingKey } from '#lib/domain/sharing.ts';
import { type AccountDraft, type FindingDraft, readFinding } from './account-draft.ts';
import { Choice } from './choice.tsx';
import type { DraftAction } from './draft-reducer.ts';
import { FindingEditor } from './finding-editor.tsx';
import styles from './verdict-fields.module.css';

interface VerdictFieldsProps {
  draft: AccountDraft;
  /** As they are stored: what category 1 would take away. */
  stored: readonly FindingDraft[];
  errors: ReadonlyMap<string, string>;
  dispatch: Dispatch<DraftAction>;
  committee: string;
  committees: readonly Committee[];
  olderLimit: string;
  /** The key by which the account is shared between committees. */
  sharing: SharingKey | null;
}

/** The verdict, and with follow-up its findings, one per committee. */
export function VerdictFields({
  draft,
  stored,
  errors,
  dispatch,
  committee,
  committees,
  olderLimit,
  sharing,
}: VerdictFieldsProps) {
  const t = useTranslations('account.verdict');
  const taken = new Set(draft.findings.map((finding) => finding.committee));
  const free = committees.find(({ code }) => !taken.has(code));
  const offered = taken.has(committee) || committee === '' ? (free?.code ?? '') : committee;
  return (
    <section className={styles.section} aria-labelledby="vurdering">
      <h2 id="vurdering">{t('title')}</h2>
      <Choice
        id="verdict"
        legend={t('title')}
        hideLegend
        options={[
          { value: 'category-1', label: <CategoryMark category={1} /> },
          { value: 'follow-up', label: t('followUp') },
        ]}
        value={draft.verdict}
        error={errors.get('verdict')}
        onChange={(verdict: 'category-1' | 'follow-up') =>
          dispatch(
            verdict === 'category-1'
              ? { type: 'edit', patch: { verdict } }
              : { type: 'choose-follow-up', key: crypto.randomUUID(), committee },
          )
        }
      />
      {draft.verdict === 'category-1' && stored.length > 0 && (
        <Notice tone="attention">
          {t('dropsFindings', { count: stored.length })}{' '}
          <Money amount={sum(stored.map((one) => followUp(readFinding(one).finding)))} unit /> {t('keepsTrail')}
        </Notice>
      )}
      {draft.verdict === 'follow-up' && (
        <>
          {draft.findings.map((finding, index) => (
            <FindingEditor
              key={finding.key}
              finding={finding}
              number={index + 1}
              committees={committees}
              errors={errors}
              dispatch={dispatch}
              olderLimit={olderLimit}
              removable={draft.findings.length > 1}
            />
          ))}
          {sharing && <ShareButton findings={draft.findings} sharing={sharing} dispatch={dispatch} />}
          {free && (
            <div>
              <Button
                icon="add"
                onClick={() => dispatch({ type: 'add-finding', key: crypto.randomUUID(), committee: offered })}
              >
                {t('addFinding')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface ShareButtonProps {
  findings: readonly FindingDraft[];
  sharing: SharingKey;
  dispatch: Dispatch<DraftAction>;
}

/** Proposes each committee's part of the account's only finding, once its items can be read. */
function ShareButton({ findings, sharing, dispatch }: ShareButtonProps) {
  const t = useTranslations('account.verdict');
  const [finding, ...others] = findings;
  if (!finding || others.length > 0) return null;
  const read = readFinding(finding);
  const isReadable = read.finding.items.length > 0 && !read.problems.some(({ path }) => path.startsWith('items.'));
  if (!isReadable) return <p>{t('shareLater', { name: sharing.name })}</p>;
  return (
    <div>
      <Button
        icon="bridge"
        onClick={() => dispatch({ type: 'divide-finding', finding: finding.key, parts: sharing.parts })}
      >
        {t('share', { name: sharing.name })}
      </Button>
    </div>
  );
}
