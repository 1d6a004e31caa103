import { LoadingPage } from '../../../_components/loading-page.tsx';

export default function Loading() {
  return <LoadingPage lines={12} />;
}
