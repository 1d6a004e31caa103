import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '#components/data-table/export-links.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { CONFIRMABLE_REGISTERS, type Register } from '#lib/domain/register.ts';
import { listLineAttachments } from '#lib/services/list-attachments.ts';
import { listRegister } from '#lib/services/list-register.ts';
import { parseRegister } from '#lib/services/register-list.ts';
import { RegisterDesk } from './_components/register-desk.tsx';

/** In the order of the report, then what it is compared with. */
const TABS: readonly Register[] = [...CONFIRMABLE_REGISTERS, 'sammenligningstal'];

interface Address {
  params: Promise<{ period: string; register: string }>;
}

export async function generateMetadata({ params }: Address) {
  const register = parseRegister((await params).register);
  const t = await getTranslations('registers');
  return { title: register ? t(`names.${register}`) : t('title') };
}

/** A register of the period's fiscal year, with the committees that have nothing in it. */
export default async function RegisterPage({ params }: Address) {
  const { period: periodId, register: name } = await params;
  const register = parseRegister(name);
  const context = await currentContext();
  const view = register && (await listRegister(context, periodId, register));
  if (!register || !view) notFound();
  const confirmable = CONFIRMABLE_REGISTERS.find((each) => each === register);
  const documents = confirmable ? await listLineAttachments(context, periodId, confirmable) : null;
  const t = await getTranslations('registers');
  const tabs = TABS.map((each) => ({ href: `/${periodId}/registre/${each}` as Route, label: t(`names.${each}`) }));
  return (
    <>
      <PageHead
        title={t('titleYear', { year: String(view.fiscalYear) })}
        lead={t(`leads.${register}`, { year: String(view.fiscalYear), previous: String(view.fiscalYear - 1) })}
        actions={
          view.lines.length > 0 && <ExportLinks path="/api/registers" parameters={{ period: periodId, register }} />
        }
      />
      <Tabs label={t('title')} tabs={tabs} />
      <RegisterDesk key={register} periodId={periodId} register={register} view={view} documents={documents} />
    </>
  );
}
