import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { RuleRun } from '#lib/services/apply-rules.ts';
import type { Problem } from '#lib/services/context.ts';
import type { Revoked } from '#lib/services/revoke-rule.ts';
import styles from './rules.module.css';

/** What became of what somebody did on the page. */
export type Answer =
  | { kind: 'said'; text: string }
  | { kind: 'ran'; run: RuleRun }
  | { kind: 'revoked'; name: string; revoked: Revoked }
  | { kind: 'refused'; problems: readonly Problem[] };

/** Accounts that are named; the rest is counted. */
const MOST_NAMED = 8;

/** The answer in words, read out as it comes. */
export function AnswerNotice({ answer }: { answer: Answer }) {
  const t = useTranslations();
  switch (answer.kind) {
    case 'said':
      return <Notice live tone="good" title={answer.text} />;
    case 'refused':
      return (
        <Notice live tone="bad" title={t('rules.nothingDone')}>
          {answer.problems.map(({ code, params }) => (
            <p key={code}>{t(`problems.${code}`, params)}</p>
          ))}
        </Notice>
      );
    case 'ran': {
      const { name, logged, resting } = answer.run;
      if (resting !== null) {
        return (
          <Notice live tone="attention" title={t('rules.restsTitle', { name })}>
            {t(`rules.resting.${resting}`)}
          </Notice>
        );
      }
      const count = { name, count: logged, number: formatCount(logged) };
      return (
        <Notice live tone={logged > 0 ? 'good' : 'information'} title={t('rules.ran', count)}>
          {logged > 0 && t('rules.ranText')}
        </Notice>
      );
    }
    case 'revoked': {
      const { takenBack, left } = answer.revoked;
      return (
        <Notice
          live
          tone={left.length > 0 ? 'attention' : 'good'}
          title={t('rules.revoked', { name: answer.name, count: takenBack, number: formatCount(takenBack) })}
        >
          {left.length > 0 && (
            <>
              <p>{t('rules.leftStanding', { count: left.length, number: formatCount(left.length) })}</p>
              <ul className={styles.left}>
                {left.slice(0, MOST_NAMED).map(({ account, name, why, by }) => (
                  <li key={account}>
                    {account} {name}: {t(`rules.left.${why}`, { by })}
                  </li>
                ))}
                {left.length > MOST_NAMED && <li>{t('rules.leftMore', { number: left.length - MOST_NAMED })}</li>}
              </ul>
            </>
          )}
        </Notice>
      );
    }
  }
}
