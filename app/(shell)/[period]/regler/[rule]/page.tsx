import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount } from '#lib/format/amount.ts';
import { tryRule } from '#lib/services/try-rule.ts';
import { SwitchOn } from './_components/switch-on.tsx';
import { TrialTable } from './_components/trial-table.tsx';

export async function generateMetadata() {
  const t = await getTranslations('rules');
  return { title: t('trialTitle') };
}

interface TrialPageProps {
  params: Promise<{ period: string; rule: string }>;
}

/** A rule tried out: which accounts it would log now and why, which not and why, before it is switched on. */
export default async function TrialPage({ params }: TrialPageProps) {
  const { period: periodId, rule: ruleText } = await params;
  const ruleId = Number(ruleText);
  const trial = Number.isSafeInteger(ruleId) ? await tryRule(await currentContext(), periodId, ruleId) : null;
  if (trial === null) notFound();
  const t = await getTranslations();
  const { rule, accounts, resting, mayEnable } = trial;
  const logged = accounts.filter(({ ground }) => ground !== null).length;
  const rest = accounts.length - logged;
  return (
    <>
      <PageHead
        title={t('rules.trialOf', { name: rule.name })}
        lead={t(rule.enabled ? 'rules.trialLeadOn' : 'rules.trialLead', {
          count: logged,
          number: formatCount(logged),
          rest: formatCount(rest),
        })}
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: t('accounts.title'), href: `/${periodId}/konti` as Route },
              { label: t('rules.title'), href: `/${periodId}/regler` as Route },
            ]}
          />
        }
      />
      <SwitchOn periodId={periodId} rule={rule} count={logged} resting={resting} mayEnable={mayEnable} />
      <TrialTable periodId={periodId} accounts={accounts} />
    </>
  );
}
