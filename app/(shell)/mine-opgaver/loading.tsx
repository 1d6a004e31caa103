import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';

export default function Loading() {
  const t = useTranslations('common');
  return <Skeleton lines={8} label={t('loading')} />;
}
